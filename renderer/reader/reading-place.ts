import { type CodePoints, codePoints } from '../../core/text/code-points'
import type { TextSurface } from './text-surface'

/** Where the reader is: a character, and how far its line's top lies below the window's, in CSS px. */
export interface ReadingPlace {
  readonly offset: CodePoints
  readonly below: number
}

/**
 * The first character whose line begins at or below the top of the scroller. Found by asking for the
 * boxes of single characters, by halves, so that it costs a few questions however long the text is.
 */
export function readingPlace(scroller: Element, surface: TextSurface): ReadingPlace | undefined {
  const top = contentTop(scroller)
  const element = surface.elements.find((block) => block.getBoundingClientRect().bottom > top + 1)
  const placed = element && surface.blockOf(element)
  if (placed === undefined) return undefined
  let low: number = placed.range.start
  let high: number = placed.range.end
  while (low < high) {
    const middle = (low + high) >> 1
    const line = lineTop(surface, codePoints(middle))
    if (line !== undefined && line < top - 1) low = middle + 1
    else high = middle
  }
  const offset = codePoints(Math.min(low, Math.max(placed.range.start, placed.range.end - 1)))
  const line = lineTop(surface, offset)
  return line === undefined ? undefined : { offset, below: line - top }
}

/** Scrolls so that the place is where it was; without animation, for the reader must not see it. */
export function restorePlace(scroller: Element, surface: TextSurface, place: ReadingPlace): void {
  const line = lineTop(surface, place.offset)
  if (line === undefined) return
  scroller.scrollTop += line - contentTop(scroller) - place.below
}

/** The top of a character's box in the window, in CSS px. */
function lineTop(surface: TextSurface, offset: CodePoints): number | undefined {
  const placed = surface.document.blockAt(offset)
  if (placed === undefined) return undefined
  const range = surface.rangeIn(placed, {
    start: offset,
    end: codePoints(Math.min(offset + 1, placed.range.end)),
  })
  if (range === undefined) return surface.elementOf(placed.block.id)?.getBoundingClientRect().top
  const live = document.createRange()
  live.setStart(range.startContainer, range.startOffset)
  live.setEnd(range.endContainer, range.endOffset)
  return live.getClientRects()[0]?.top
}

const contentTop = (scroller: Element) => scroller.getBoundingClientRect().top + scroller.clientTop
