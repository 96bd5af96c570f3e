import { edit, type Formatting } from './markdown-edits'

/** The field in which a note is being written, where it has the focus. */
export function focusedNoteField(): HTMLTextAreaElement | undefined {
  const focused = document.activeElement
  return focused instanceof HTMLTextAreaElement && focused.closest('.note-editor') !== null
    ? focused
    : undefined
}

/**
 * Formats what is selected in a field.
 *
 * @param heading what stands over the columns of a new table.
 */
export function formatField(field: HTMLTextAreaElement, kind: Formatting, heading: string): void {
  const { value, selectionStart, selectionEnd } = field
  const made = edit({ text: value, from: selectionStart, to: selectionEnd }, kind, heading)
  field.focus()
  if (made === undefined) return
  field.setSelectionRange(made.from, made.to)
  // The one way of changing a field that its own undo takes back; the platform offers no other.
  document.execCommand('insertText', false, made.insert)
  field.setSelectionRange(made.selectFrom, made.selectTo)
}
