import { isAnchored, type Resolved } from '../../core/annotation/resolve'
import type { MarkStyle } from '../../core/annotation/style'
import { sameRange, type TextRange } from '../../core/text/range'
import type { ReaderContext } from './context'

/** Marks the selected passage, and makes its card the open one. */
export async function markSelection(context: ReaderContext, style: MarkStyle): Promise<void> {
  const { selection, annotator, note } = context.workspace
  const range = selection.range.peek()
  if (range === null) return
  const open = note.openLater()
  const id = await annotator.mark(range, formSelectedIn(context).tag, style)
  if (id === undefined) return
  open(id)
  unselect(context, range)
}

/** Leaves a passage no longer selected: that would hide what was just made. What was selected meanwhile stays. */
export function unselect({ workspace, reader }: ReaderContext, range: TextRange): void {
  const selected = workspace.selection.range.peek()
  if (selected !== null && sameRange(selected, range)) reader.selection.clear()
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
  const { workspace, app } = context
  const range = workspace.selection.range.peek()
  if (range === null) {
    app.announcer.tell(app.preferences.messages.peek().notes.reattachHow)
  } else if (await workspace.annotator.reattach(id, range)) unselect(context, range)
}

/** The form that the reader looked at when selecting. */
export const formSelectedIn = ({ workspace: { view, selection } }: ReaderContext) =>
  view.renditionIn(selection.column.peek())
