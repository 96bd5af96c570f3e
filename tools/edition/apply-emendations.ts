import { type TextRange, textRange } from '../../core/text/range'

/** What the law needs to know of an emendation. Code points in the source. */
export interface SourceChange {
  readonly source: { readonly start: number; readonly end: number }
  readonly found: string
  readonly reading: string
}

/** A stretch of the source and what the edited text has in its place. */
export interface Segment<T extends SourceChange> {
  /** The emendation; absent where the source is copied unchanged. */
  readonly change: T | undefined
  readonly source: TextRange
  readonly canonical: TextRange
  readonly found: string
  readonly reading: string
}

/**
 * The law of the edition: walks the source and the emendations in order. What lies outside the
 * emendations is copied unchanged; each emendation must find its `found` in its place.
 *
 * The readings of the segments, joined, are the canonical text; their `found`s, joined, the source.
 *
 * @throws Error if an emendation overlaps the one before it or does not find its text.
 */
export function applyEmendations<T extends SourceChange>(
  source: string,
  changes: readonly T[],
): readonly Segment<T>[] {
  const points = [...source]
  const segments: Segment<T>[] = []
  let at = 0
  let canonical = 0

  const push = (change: T | undefined, end: number, found: string, reading: string) => {
    const next = canonical + [...reading].length
    segments.push({
      change,
      source: textRange(at, end),
      canonical: textRange(canonical, next),
      found,
      reading,
    })
    at = end
    canonical = next
  }

  for (const change of changes) {
    const { start, end } = change.source
    if (start < at) throw new Error(`Emendation at ${start} begins before ${at}`)
    const found = points.slice(start, end).join('')
    if (found !== change.found) {
      throw new Error(`Emendation at ${start} expects “${change.found}”, the source has “${found}”`)
    }
    if (start > at) {
      const copied = points.slice(at, start).join('')
      push(undefined, start, copied, copied)
    }
    push(change, end, found, change.reading)
  }
  if (at < points.length) {
    const rest = points.slice(at).join('')
    push(undefined, points.length, rest, rest)
  }
  return segments
}

/** The edited text that the segments make. */
export const readingOf = (segments: readonly Segment<SourceChange>[]): string =>
  segments.map(({ reading }) => reading).join('')
