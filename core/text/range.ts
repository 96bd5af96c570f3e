import { type CodePoints, codePoints } from './code-points'

/** A half-open stretch of a document's canonical text: code points, `start` ≤ `end`. */
export interface TextRange {
  readonly start: CodePoints
  readonly end: CodePoints
}

/** Declares a range of code points. */
export const textRange = (start: number, end: number): TextRange => ({
  start: codePoints(start),
  end: codePoints(end),
})

export const rangeLength = (range: TextRange): CodePoints => codePoints(range.end - range.start)

export const isEmptyRange = (range: TextRange): boolean => range.end <= range.start

export const sameRange = (a: TextRange, b: TextRange): boolean =>
  a.start === b.start && a.end === b.end

/** Whether `offset` lies in the range; the end is outside. */
export const holds = (range: TextRange, offset: number): boolean =>
  offset >= range.start && offset < range.end

/** Whether the two share at least one code point. */
export const overlaps = (a: TextRange, b: TextRange): boolean => a.start < b.end && b.start < a.end

/** The part common to both, or nothing where they only touch or lie apart. */
export function intersection(a: TextRange, b: TextRange): TextRange | undefined {
  const start = Math.max(a.start, b.start)
  const end = Math.min(a.end, b.end)
  return start < end ? textRange(start, end) : undefined
}

/** Order in the text: by start, and of two with one start the longer first. */
export const byPlace = (a: TextRange, b: TextRange): number => a.start - b.start || b.end - a.end
