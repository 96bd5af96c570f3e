import { byPlace, type TextRange, textRange } from '../../core/text/range'

/** What some ranges cover together: in text order, those that overlap or touch made one. */
export function unionOf(ranges: readonly TextRange[]): readonly TextRange[] {
  const union: TextRange[] = []
  for (const range of ranges.toSorted(byPlace)) {
    const last = union.at(-1)
    if (last === undefined || last.end < range.start) union.push(range)
    else union[union.length - 1] = textRange(last.start, Math.max(last.end, range.end))
  }
  return union
}
