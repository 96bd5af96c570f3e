import type { Span } from '../../core/document/block'
import { codePointLength } from '../../core/text/code-points'
import { overlaps, type TextRange, textRange } from '../../core/text/range'

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

/** The figures of a block that stand upright in vertical setting. Code points from the block's start. */
export function uprightFigures(text: string, spans: readonly Span[]): readonly TextRange[] {
  return [...text.matchAll(figure)].flatMap(({ index, 0: digits }) => {
    const start = codePointLength(text.slice(0, index))
    const range = textRange(start, start + digits.length)
    const touching = spans.filter((span) => overlaps(span.range, range))
    return touching.some((span) => setOtherwise.has(span.kind) || cuts(span.range, range))
      ? []
      : [range]
  })
}

/** Whether an end of the span lies within the figure. */
const cuts = (span: TextRange, { start, end }: TextRange): boolean =>
  span.start > start || span.end < end
