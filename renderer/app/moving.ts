import type { CodePoints } from '../../core/text/code-points'
import { sayMark, targetAnnotation } from '../notes/cards'
import type { ReaderContext } from '../reader/context'

/** Goes to the next paragraph or the one before: from that with the focus, or else to the first in view. */
export function moveBlock({ app, workspace, reader }: ReaderContext, step: 1 | -1): void {
  const blocks = workspace.open.document.placed
  const current = reader.blockInHand()
  const at = blocks.findIndex((placed) => placed === current)
  const next = reader.isFocusInView() ? blocks[at + step] : current
  if (next !== undefined) return reader.focusBlock(next.range.start)
  const { isFirst, isLast } = app.announcer.messages.peek().edition
  return app.announcer.announce(step > 0 ? isLast : isFirst)
}

/** Goes to the next mark or the one before, opens its card, and says it. */
export async function moveMark(context: ReaderContext, step: 1 | -1): Promise<void> {
  const { workspace, reader } = context
  const { note, annotations, selection } = workspace
  const next = annotations.marks
    .peek()
    .neighbour(targetAnnotation(context), step, standpoint(context))
  if (next === undefined) return sayNone(context, step)
  note.openHere(next.annotation.id)
  // Whatever is gone on to from here goes on from this place.
  reader.selection.clear()
  selection.cursor.value = next.place.start
  reader.focus.focusAt(next.place.start)
  reader.travel('step', () => reader.reveal(next.place))
  await sayMark(context, next)
}

/** There is no further mark that way, or none at all. */
function sayNone({ app: { announcer }, workspace }: ReaderContext, step: 1 | -1): void {
  const { edition, note } = announcer.messages.peek()
  const end = step > 0 ? edition.isLast : edition.isFirst
  announcer.tell(workspace.annotations.marks.peek().inOrder.length === 0 ? note.empty : end)
}

/** Where the reader is: at the block that has the focus, or else at the top of the window. */
function standpoint({ reader, workspace }: ReaderContext): CodePoints {
  const focused = reader.isFocusInView() ? reader.focus.currentBlock() : undefined
  return focused?.range.start ?? workspace.view.placeNow()
}
