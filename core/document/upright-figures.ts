import { codePointLength } from '../text/code-points'
import { overlaps, type TextRange, textRange } from '../text/range'
import type { Span } from './block'

/**
 * Figures of one or two digits, which stand upright in a column, side by side in the room of one
 * character (縱中橫). What belongs to a longer figure or a word lies on its side with the rest of it.
 */
const figure =
  /(?<![\p{Nd}\p{Script=Latin}.,:/+\-−–])[0-9]{1,2}(?![\p{Nd}\p{Script=Latin}%‰/:+\-−–]|[.,][0-9])/gu

/** Spans whose characters are set in a way of their own. */
const setOtherwise: ReadonlySet<Span['kind']> = new Set([
  'code',
  'superscript',
  'subscript',
  'note-reference',
  'ruby',
  'picture',
])

/**
 * The figures of a block that stand upright in vertical setting, in one walk through text and spans.
 *
 * @param spans ascending by start
 * @returns code points from the block's start
 */
export function uprightFigures(text: string, spans: readonly Span[]): readonly TextRange[] {
  const figures: TextRange[] = []
  let counted = 0
  let start = 0
  let next = 0
  let around: Span[] = []
  for (const { index, 0: digits } of text.matchAll(figure)) {
    start += codePointLength(text.slice(counted, index))
    counted = index
    const range = textRange(start, start + digits.length)
    for (; (spans[next]?.range.start ?? range.end) < range.end; next++) {
      around.push(spans[next] as Span)
    }
    around = around.filter((span) => span.range.end > start)
    const touching = around.filter((span) => overlaps(span.range, range))
    const isApart = touching.some((span) => setOtherwise.has(span.kind) || cuts(span.range, range))
    if (!isApart) figures.push(range)
  }
  return figures
}

/** Whether an end of the span lies within the figure. */
const cuts = (span: TextRange, { start, end }: TextRange): boolean =>
  span.start > start || span.end < end
