import { isAnchored, type Resolved } from '../../core/annotation/resolve'
import type { MarkStyle } from '../../core/annotation/style'
import { sameRange } from '../../core/text/range'
import type { ReaderContext } from './context'

/** Marks the selected passage, and makes its card the open one. */
export async function markSelection(context: ReaderContext, style: MarkStyle): Promise<void> {
  const { selection, annotator, note } = context.workspace
  const range = selection.range.peek()
  if (range === null) return
  const id = await annotator.mark(range, formSelectedIn(context).tag, style)
  if (id === undefined) return
  note.activeId.value = id
  // The selection would hide the mark that was just made; another, made meanwhile, stays.
  const selected = selection.range.peek()
  if (selected !== null && sameRange(selected, range)) context.reader.selection.clear()
}

/** Opens the card of an annotation, and shows the passage. */
export function openCard({ app, workspace, reader }: ReaderContext, item: Resolved): void {
  app.preferences.showNotes()
  workspace.note.activeId.value = item.annotation.id
  if (isAnchored(item)) reader.travel('jump', () => reader.reveal(item.place))
}

/** Opens the editor for the selected passage; the mark is made when the note is saved. */
export function noteOnSelection(context: ReaderContext): void {
  const { selection, note } = context.workspace
  const range = selection.range.peek()
  if (range !== null) note.startOn(range, formSelectedIn(context).tag)
}

/** Opens the editor for a note on the whole document. */
export function noteOnWhole({ workspace }: ReaderContext): void {
  workspace.note.startOn(workspace.open.whole, workspace.view.rendition.peek().tag)
}

/** Places an annotation that was not found in the text at the selected passage; that none is, is said. */
export async function reattachToSelection(context: ReaderContext, id: string): Promise<void> {
  const { workspace, app, reader } = context
  const range = workspace.selection.range.peek()
  if (range === null) {
    app.announcer.tell(app.preferences.messages.peek().notes.reattachHow)
  } else if (await workspace.annotator.reattach(id, range)) {
    reader.selection.clear()
  }
}

/** The form that the reader looked at when selecting. */
export const formSelectedIn = ({ workspace: { view, selection } }: ReaderContext) =>
  view.renditionIn(selection.column.peek())
