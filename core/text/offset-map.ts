import { type CodePoints, codePoints } from './code-points'
import { countBelow } from './offset-index'
import { type TextRange, textRange } from './range'

/**
 * One stretch where a rendition departs from the canonical text in a way that moves offsets:
 * canonical [start, end) is shown as rendered [start, end). Only the canonical side may be empty:
 * a reader can point at what is shown, so every canonical character is shown by something.
 */
export interface ChangedStretch {
  readonly canonical: TextRange
  readonly rendered: TextRange
}

/**
 * Carries ranges between the canonical text and a rendition of it. Both sides count code points.
 *
 * Law: for every canonical range r, `toCanonical(toRendered(r))` is r, or r widened outward to the
 * edges of the changed stretches that its ends fall into, never anything narrower or elsewhere.
 */
export interface OffsetMap {
  toRendered(range: TextRange): TextRange
  toCanonical(range: TextRange): TextRange
}

/** The map of every rendition that only exchanges one character for one character. */
export const identityMap: OffsetMap = {
  toRendered: (range) => range,
  toCanonical: (range) => range,
}

/**
 * Where a range begins just behind characters that only the other text has, whether it has them there too. With it
 * in a rendition, of which the parts must show the whole; not where marks are carried, which stay on their own.
 */
type Insertions = 'with-next' | 'apart'

/**
 * The map of a rendition that departs from the canonical text in the given stretches.
 *
 * @throws RangeError if the stretches are not ascending and apart on both sides, or if one shows
 *   canonical text by nothing.
 */
export function stretchMap(
  stretches: readonly ChangedStretch[],
  insertions: Insertions = 'with-next',
): OffsetMap {
  if (stretches.length === 0) return identityMap
  assertWellFormed(stretches)
  const forward = stretches.map(({ canonical, rendered }) => ({ from: canonical, to: rendered }))
  const backward = stretches.map(({ canonical, rendered }) => ({ from: rendered, to: canonical }))
  return {
    toRendered: (range) => carry(forward, range, insertions),
    toCanonical: (range) => carry(backward, range, insertions),
  }
}

function assertWellFormed(stretches: readonly ChangedStretch[]): void {
  let previous: ChangedStretch | undefined
  for (const stretch of stretches) {
    const { canonical, rendered } = stretch
    if (rendered.end <= rendered.start || canonical.end < canonical.start) {
      throw new RangeError(`A changed stretch must show something: ${JSON.stringify(stretch)}`)
    }
    if (
      previous &&
      (canonical.start < previous.canonical.end || rendered.start < previous.rendered.end)
    ) {
      throw new RangeError(`Changed stretches must ascend: ${JSON.stringify(stretch)}`)
    }
    previous = stretch
  }
}

interface Crossing {
  readonly from: TextRange
  readonly to: TextRange
}

function carry(
  crossings: readonly Crossing[],
  range: TextRange,
  insertions: Insertions,
): TextRange {
  const start = carryStart(crossings, range.start, insertions)
  if (range.start === range.end) return textRange(start, start)
  return textRange(start, Math.max(start, carryEnd(crossings, range.end)))
}

/** A start inside a changed stretch goes to the stretch's start; one at its end stays behind it. */
function carryStart(
  crossings: readonly Crossing[],
  offset: CodePoints,
  insertions: Insertions,
): CodePoints {
  const next = countBelow(
    crossings,
    ({ from }) => from.start < offset || (insertions === 'apart' && from.end === offset),
  )
  const last = crossings[next - 1]
  if (last === undefined) return offset
  if (offset < last.from.end) return last.to.start
  return codePoints(offset - last.from.end + last.to.end)
}

/** An end inside a changed stretch goes to the stretch's end; one at its start stays before it. */
function carryEnd(crossings: readonly Crossing[], offset: CodePoints): CodePoints {
  const next = countBelow(crossings, ({ from }) => from.start < offset)
  const last = crossings[next - 1]
  if (last === undefined) return offset
  if (offset <= last.from.end) return last.to.end
  return codePoints(offset - last.from.end + last.to.end)
}
