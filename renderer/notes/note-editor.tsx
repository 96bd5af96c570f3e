import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { focusReading } from '../reader/focus-reading'
import { cancelNote, saveNote } from '../state/annotate'
import { draftOf } from '../state/drafts'
import type { Session } from '../state/session'
import { FormattingBar } from './formatting-bar'
import { NoteBody } from './note-body'

/**
 * Where a note is written. Ctrl or Cmd with Enter saves; Escape leaves the note as it was, and what was
 * written as a draft.
 */
export function NoteEditor({ session }: { session: Session }) {
  const field = useRef<HTMLTextAreaElement>(null)
  const isPreviewed = useSignal(false)
  const { note, notes } = session.messages.value
  const editing = session.editing.value
  const isNew = editing?.kind === 'passage'
  // Not a frame later: what is typed right after the key that opens the editor belongs into it.
  useLayoutEffect(() => {
    const element = field.current
    if (element === null) return undefined
    const from = document.activeElement
    element.focus({ preventScroll: true })
    element.setSelectionRange(element.value.length, element.value.length)
    return () => {
      // Back to where the reader was; unless the reader went elsewhere meanwhile.
      const isLost = document.activeElement === document.body || element === document.activeElement
      if (!isLost) return
      if (from instanceof HTMLElement) from.focus({ preventScroll: true })
      // Where that was nowhere, a card takes the focus itself; a new note has had no card.
      const isStill = document.activeElement === document.body || element === document.activeElement
      if (isStill && isNew) focusReading()
    }
  }, [])
  if (editing === null) return null
  const isDraft = draftOf(session, editing) !== undefined
  return (
    <form
      class="note-editor"
      onSubmit={(event) => {
        event.preventDefault()
        void saveNote(session)
      }}
      onKeyDown={(event) => {
        if (event.isComposing) return
        if (event.key === 'Escape') void cancelNote(session)
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void saveNote(session)
        else return
        event.preventDefault()
      }}
    >
      <FormattingBar session={session} field={field} isPreviewed={isPreviewed} />
      <textarea
        ref={field}
        aria-label={note.label}
        placeholder={note.placeholder}
        rows={4}
        value={editing.note}
        onInput={(event) => {
          session.editing.value = { ...editing, note: event.currentTarget.value }
        }}
      />
      {isPreviewed.value && (
        <div class="preview" role="region" aria-label={notes.preview} tabIndex={0}>
          {editing.note.trim() === '' ? (
            <p class="hint">{notes.emptyPreview}</p>
          ) : (
            <NoteBody session={session} note={editing.note} />
          )}
        </div>
      )}
      <div class="note-editor-foot">
        <span class="hint">{isDraft ? note.draft : note.markdownHint}</span>
        <button type="button" class="quiet-button" onClick={() => void cancelNote(session)}>
          {note.cancel}
        </button>
        <button type="submit" class="primary-button">
          {note.save}
        </button>
      </div>
    </form>
  )
}
