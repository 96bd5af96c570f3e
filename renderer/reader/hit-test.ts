import { type Anchored, isAnchored, type Resolved } from '../../core/annotation/resolve'
import type { CodePoints } from '../../core/text/code-points'
import { holds, overlaps, rangeLength } from '../../core/text/range'
import type { TextSurface } from './text-surface'

/** The canonical offset of the character under a point of the window; nothing beside the text. */
export function characterAt(surface: TextSurface, x: number, y: number): CodePoints | undefined {
  const caret = document.caretPositionFromPoint(x, y)
  if (caret === null || !(caret.offsetNode instanceof Text)) return undefined
  // The caret goes to the nearest gap, which may lie on either side of the character meant.
  for (const start of [caret.offset, caret.offset - 1]) {
    if (start < 0 || start >= caret.offsetNode.length) continue
    const range = document.createRange()
    range.setStart(caret.offsetNode, start)
    range.setEnd(caret.offsetNode, start + 1)
    const isUnder = [...range.getClientRects()].some(
      (box) => x >= box.left && x <= box.right && y >= box.top - 4 && y <= box.bottom + 4,
    )
    if (isUnder) return surface.offsetAt({ node: caret.offsetNode, offset: start })
  }
  return undefined
}

/** The marks on a character, the shortest first. */
export function marksAt(resolved: readonly Resolved[], offset: CodePoints): readonly Anchored[] {
  return resolved
    .filter((item): item is Anchored => isAnchored(item) && holds(item.place, offset))
    .toSorted(byLength)
}

/**
 * The marks among which a mark lies, itself included, the shortest first: those on the character that
 * was clicked; or, where it was not opened by a click, all that share words with it.
 *
 * @param clickedAt the character that was clicked last.
 */
export function stackOf(
  resolved: readonly Resolved[],
  mark: Anchored,
  clickedAt: CodePoints | null,
): readonly Anchored[] {
  if (clickedAt !== null && holds(mark.place, clickedAt)) return marksAt(resolved, clickedAt)
  return resolved
    .filter((item): item is Anchored => isAnchored(item) && overlaps(item.place, mark.place))
    .toSorted(byLength)
}

const byLength = (a: Anchored, b: Anchored) => rangeLength(a.place) - rangeLength(b.place)
