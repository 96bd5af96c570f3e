import type { TextRange } from '../text/range'
import { textRange } from '../text/range'

/**
 * A piece of a block's text: bare, or within a span. A span that another one cuts is several pieces, for
 * elements cannot overlap; `range` is the piece's own. Code points from the block's start.
 */
export type Inline<S extends { readonly range: TextRange }> =
  | { readonly kind: 'text'; readonly range: TextRange }
  | {
      readonly kind: 'span'
      readonly span: S
      readonly range: TextRange
      readonly content: readonly Inline<S>[]
    }

/** A span whose content is being filled. */
interface OpenPiece<S extends { readonly range: TextRange }> {
  readonly span: S
  readonly start: number
  readonly content: Inline<S>[]
}

/**
 * Spans one within another, however they overlap: that which begins first is around, and what is cut by
 * its end goes on behind it. The text is one bare piece at least, an empty one where it is empty.
 *
 * @param spans ascending by start, the longer first
 * @param length code points of the text
 */
export function nestedSpans<S extends { readonly range: TextRange }>(
  spans: readonly S[],
  length: number,
): readonly Inline<S>[] {
  const edges = spans.flatMap(({ range }) => [range.start, range.end])
  const starts = [...new Set<number>([0, ...edges])]
    .filter((at) => at < length)
    .sort((a, b) => a - b)
  const roots: Inline<S>[] = []
  const open: OpenPiece<S>[] = []
  const around = () => open.at(-1)?.content ?? roots
  const close = (count: number, end: number) => {
    while (open.length > count) {
      const { span, start, content } = open.pop() as OpenPiece<S>
      around().push({ kind: 'span', span, range: textRange(start, end), content })
    }
  }
  let next = 0
  for (const [i, start] of (length === 0 ? [0] : starts).entries()) {
    const holding = open.map(({ span }) => span).filter(({ range }) => range.end > start)
    for (let span = spans[next]; span !== undefined && span.range.start <= start; ) {
      if (span.range.end > start) holding.push(span)
      span = spans[++next]
    }
    const ended = open.findIndex(({ span }, at) => holding[at] !== span)
    if (ended !== -1) close(ended, start)
    for (const span of holding.slice(open.length)) open.push({ span, start, content: [] })
    around().push({ kind: 'text', range: textRange(start, starts[i + 1] ?? length) })
  }
  close(0, length)
  return roots
}
