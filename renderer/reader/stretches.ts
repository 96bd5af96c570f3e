import { codePointLength } from '../../core/text/code-points'
import { IntervalIndex } from '../../core/text/interval-index'
import { type TextRange, textRange } from '../../core/text/range'

/**
 * A paragraph of more code points than this is laid out in stretches. An engine lays a paragraph out whole: one as
 * long as a book takes it seconds, and as many again with each font that arrives.
 */
const long = 20_000

/** How long a stretch is at least, and how long before it ends though no sentence does, in code points. */
const lengths = { least: 2_000, most: 6_000 } as const

/** What ends a sentence or a line. */
const ends = /[。！？；.!?;]["'”’」』）)]*|\n/gu

/**
 * The stretches that a paragraph is laid out in; none where it is laid out whole. Each begins a line, so it ends with
 * a sentence if it can, and never within what is set in a way of its own.
 *
 * @param set what of the paragraph is set in a way of its own
 * @returns code points from the paragraph's start, without gaps
 */
export function stretchesOf(text: string, set: readonly TextRange[]): readonly TextRange[] {
  const length = text.length > long ? codePointLength(text) : 0
  if (length <= long) return []
  const index = new IntervalIndex(set, (range) => range)
  const stretches: TextRange[] = []
  let start = 0
  /** Up to where it is known that none can end. */
  let tried = 0
  const endAt = (at: number) => {
    tried = at
    const around = index.overlapping(textRange(at - 1, at + 1))
    if (at >= length || around.some((range) => range.start < at && at < range.end)) return
    stretches.push(textRange(start, at))
    start = at
  }
  const next = () => Math.max(tried + 1, start + lengths.most)
  const endBefore = (limit: number) => {
    for (let at = next(); at < limit; at = next()) endAt(at)
  }
  let at = 0
  let counted = 0
  for (const { index: found, 0: sign } of text.matchAll(ends)) {
    const behind = found + sign.length
    at += codePointLength(text.slice(counted, behind))
    counted = behind
    endBefore(at)
    if (at - start >= lengths.least) endAt(at)
  }
  endBefore(length)
  return [...stretches, textRange(start, length)]
}
