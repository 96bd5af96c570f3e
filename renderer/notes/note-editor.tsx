import { useEffect, useRef } from 'preact/hooks'
import { cancelNote, keepDraft, saveNote } from '../state/annotate'
import type { Session } from '../state/session'

/** How long a pause in typing lets a draft wait before it is kept, in ms. */
const draftDelay = 400

/** Where a note is written. Ctrl or Cmd with Enter saves, Escape leaves it as it was. */
export function NoteEditor({ session }: { session: Session }) {
  const field = useRef<HTMLTextAreaElement>(null)
  const { note } = session.messages.value
  const editing = session.editing.value
  useEffect(() => {
    const element = field.current
    if (element === null) return
    element.focus()
    element.setSelectionRange(element.value.length, element.value.length)
  }, [])
  useDraft(session)
  if (editing === null) return null
  return (
    <form
      class="note-editor"
      onSubmit={(event) => {
        event.preventDefault()
        void saveNote(session)
      }}
    >
      <textarea
        ref={field}
        aria-label={note.label}
        placeholder={note.placeholder}
        rows={4}
        value={editing.note}
        onInput={(event) => {
          session.editing.value = { ...editing, note: event.currentTarget.value }
        }}
        onKeyDown={(event) => {
          if (event.isComposing) return
          if (event.key === 'Escape') void cancelNote(session)
          else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void saveNote(session)
          else return
          event.preventDefault()
        }}
      />
      <div class="note-editor-foot">
        <span class="hint">{note.markdownHint}</span>
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

/** Keeps the draft on disk while it is being written. */
function useDraft(session: Session): void {
  const editing = session.editing.value
  const first = useRef(editing)
  useEffect(() => {
    if (editing === null || editing === first.current) return undefined
    const timer = setTimeout(() => void keepDraft(session, editing), draftDelay)
    return () => clearTimeout(timer)
  }, [session, editing])
}
