import type { Anchored } from '../../core/annotation/resolve'
import { isBookmark } from '../../core/annotation/style'
import type { PlacedBlock } from '../../core/document/document'
import { sentenceAt } from '../../core/document/sentences'
import type { WorkspaceState } from '../state/workspace-state'
import type { ReaderContext } from './context'
import { formSelectedIn, unselect } from './marking'

/** The first bookmark in a block, if there is one. */
export const bookmarkIn = (
  { annotations }: WorkspaceState,
  block: PlacedBlock | undefined,
): Anchored | undefined =>
  block &&
  annotations.marks.value
    .in(block.range)
    .find(({ annotation, place }) => isBookmark(annotation) && place.start >= block.range.start)

/**
 * Puts a bookmark where one reads: at what is selected in view, or else at the paragraph in view that has the
 * focus, or else at the top of the window; takes it away where that has one. Its card opens, to give it a name.
 */
export async function toggleBookmark(context: ReaderContext): Promise<void> {
  const { workspace, reader } = context
  const { annotator, note, open, selection, view } = workspace
  const range = selection.range.peek()
  const selected = range !== null && reader.isInView(range.start) ? range : null
  const block = selected === null ? reader.blockInHand() : open.document.blockAt(selected.start)
  const there = bookmarkIn(workspace, block)
  if (there !== undefined) return annotator.delete(there.annotation.id)
  const place = view.placeNow()
  const isRead = block !== undefined && place >= block.range.start && place < block.range.end
  const passage =
    selected ?? (block && sentenceAt(open.document, isRead ? place : block.range.start))
  if (passage === undefined) return undefined
  const openCard = note.openLater()
  const id = await annotator.bookmark(passage, formSelectedIn(context).tag)
  if (id === undefined) return undefined
  openCard(id)
  if (range !== null) unselect(context, range)
  return undefined
}
