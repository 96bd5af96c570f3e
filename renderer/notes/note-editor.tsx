import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { hasNote, limits } from '../../core/annotation/annotation'
import { roomLeft } from '../../core/annotation/fit'
import type { PiyueApi } from '../../core/contract/contract'
import type { OpenNote } from '../state/open-note'
import { usePreferences } from '../state/preferences'
import { useFocusHome } from '../ui/focus'
import { NoteBody } from '../ui/note-body'
import { isComposing } from '../ui/typing'
import { FormattingBar, formatField, formattingFor } from './formatting-bar'

/** Whether the focus goes with the editor: it is nowhere, or on something in it, a button too. */
const isLost = (form: HTMLFormElement | null): boolean =>
  document.activeElement === document.body || form?.contains(document.activeElement) === true

/**
 * Keeps in view the card on which one writes, as the editor opens and as it grows; the editor with its buttons
 * where the card is higher than the window. Not while the reader is elsewhere. Gives what ends that.
 */
function keepInView(form: HTMLFormElement): () => void {
  const observer = new ResizeObserver(() => {
    if (!form.contains(document.activeElement)) return
    form.closest('.card')?.scrollIntoView({ block: 'nearest' })
    form.scrollIntoView({ block: 'nearest' })
  })
  observer.observe(form)
  return () => observer.disconnect()
}

interface NoteEditorProps {
  readonly note: OpenNote
  readonly api: Pick<PiyueApi, 'openLink'>
}

/**
 * Where a note is written. Ctrl or Cmd with Enter saves; Escape leaves the note as it was, and what was
 * written as a draft.
 */
export function NoteEditor({ note, api }: NoteEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const isPreviewed = useSignal(false)
  const focusHome = useFocusHome()
  const preferences = usePreferences()
  const { note: wording, notes } = preferences.messages.value
  const editing = note.editing.value
  const isNew = editing?.kind === 'passage'
  useLayoutEffect(() => {
    const form = field.current?.form
    return form ? keepInView(form) : undefined
  }, [])
  useLayoutEffect(() => {
    const element = field.current
    if (element === null) return undefined
    const { form } = element
    const from = document.activeElement
    return () => {
      // Back to where the reader was; unless the reader went elsewhere meanwhile.
      if (!isLost(form)) return
      // The card of a draft goes with the editor, unless it is left as a draft again.
      const isGoing =
        isNew && from?.contains(form) === true && note.drafts.of(editing) === undefined
      if (from instanceof HTMLElement && !isGoing) from.focus({ preventScroll: true })
      // Where that was nowhere, a card takes the focus itself; a new note has none of its own.
      if (isLost(form) && isNew) focusHome()
    }
  }, [])
  const isInHand = note.isInHand.value
  // Not a frame later: what is typed right after the key that opens the editor belongs into it.
  useLayoutEffect(() => {
    const element = field.current
    if (!isInHand || element === null || element.form?.contains(document.activeElement)) return
    element.focus({ preventScroll: true })
    element.setSelectionRange(element.value.length, element.value.length)
  }, [isInHand])
  if (editing === null) return null
  const isTooLong = roomLeft(editing.note) < 0
  const isDraft = note.drafts.of(editing) !== undefined
  const isWritten = note.drafts.isWritten(editing)
  return (
    <form
      class="note-editor"
      onSubmit={(event) => {
        event.preventDefault()
        void note.save()
      }}
      onFocusIn={() => note.takeUp()}
      onKeyDown={(event) => {
        if (isComposing(event)) return
        const formatting = formattingFor(event, preferences.platform)
        if (formatting !== undefined && event.target instanceof HTMLTextAreaElement) {
          formatField(event.target, formatting, notes.tableHead)
        } else if (event.key === 'Escape') note.leave()
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void note.save()
        else return
        event.preventDefault()
      }}
    >
      <FormattingBar field={field} isPreviewed={isPreviewed} />
      <textarea
        ref={field}
        aria-label={wording.label}
        aria-invalid={isTooLong}
        placeholder={wording.placeholder}
        rows={4}
        // What it will look like stands in its place.
        hidden={isPreviewed.value}
        value={editing.note}
        onInput={(event) => note.write(event.currentTarget.value)}
      />
      {isTooLong && (
        <p class="too-long" role="alert">
          {wording.tooLong(editing.note.length, limits.note)}
        </p>
      )}
      {isPreviewed.value && (
        <div class="preview" role="region" aria-label={notes.preview} tabIndex={0}>
          {hasNote(editing) ? (
            <NoteBody note={editing.note} api={api} />
          ) : (
            <p class="hint">{notes.emptyPreview}</p>
          )}
        </div>
      )}
      <div class="note-editor-foot">
        <span class={isWritten ? 'hint written-hint' : 'hint'}>
          {isDraft ? wording.draft : wording.markdownHint}
        </span>
        {isWritten && (
          <button type="button" class="quiet-button" onClick={() => note.discard()}>
            {notes.discard}
          </button>
        )}
        <button type="button" class="quiet-button" onClick={() => note.leave()}>
          {isWritten ? notes.leaveAsDraft : wording.cancel}
        </button>
        <button type="submit" class="primary-button">
          {wording.save}
        </button>
      </div>
    </form>
  )
}
