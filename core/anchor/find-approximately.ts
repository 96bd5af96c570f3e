import search, { type Match } from 'approx-string-match'
import type { CanonicalDocument } from '../document/document'
import { utf16 } from '../text/code-points'
import { type TextRange, textRange } from '../text/range'
import type { Quote } from './quote'

/** UTF-16 units of context searched for together with the quote. */
const contextLength = 32

/** The share of a pattern that may differ. Looser would find wrong places in formulaic prose. */
const tolerance = 0.2

/** Longer patterns cost more than they tell; of a longer quote the two ends are looked for. */
const longestPattern = 400

/**
 * Where words much like the quote stand, context included. More than one place is given where the
 * best are equally good: the caller must not choose.
 *
 * The quote is looked for together with its context, so that a single changed word (which has
 * nothing in common with what replaced it) is still found by its surroundings; then its two edges
 * are found by the context on each side.
 *
 * Source of the search: Myers' bit-parallel algorithm (1999), as approx-string-match implements it.
 */
export function findApproximately(document: CanonicalDocument, quote: Quote): readonly TextRange[] {
  const head = quote.prefix.slice(-contextLength) + quote.exact.slice(0, longestPattern)
  const tail = quote.exact.slice(-longestPattern) + quote.suffix.slice(0, contextLength)
  const starts = bestMatches(document.text, head)
  const ends = bestMatches(document.text, tail)
  const { offsets } = document
  const longest = quote.exact.length * (1 + tolerance) + 2
  const places: TextRange[] = []
  for (const first of starts) {
    for (const last of ends) {
      const start = innerEdge(document.text, first, quote.prefix.slice(-contextLength), 'after')
      const end = innerEdge(document.text, last, quote.suffix.slice(0, contextLength), 'before')
      if (start >= end || end - start > longest) continue
      places.push(textRange(offsets.toCodePoints(utf16(start)), offsets.toCodePoints(utf16(end))))
    }
  }
  return places
}

/** The matches with the fewest errors, one for each place. */
function bestMatches(text: string, pattern: string): readonly Match[] {
  const matches = search(text, pattern, Math.floor(pattern.length * tolerance))
  const fewest = matches.reduce((least, { errors }) => Math.min(least, errors), Infinity)
  const best = matches.filter((match) => match.errors === fewest)
  // Matches that end beside one another are one place seen with a character more or less.
  return best.filter((match, i) => i === 0 || match.start >= (best[i - 1]?.end ?? 0))
}

/** The edge of the quoted words within a match: just after the prefix, or just before the suffix. */
function innerEdge(text: string, match: Match, context: string, side: 'after' | 'before'): number {
  const outer = side === 'after' ? match.start : match.end
  if (context === '') return outer
  const from = side === 'after' ? match.start : Math.max(0, match.end - context.length * 2)
  const to = side === 'after' ? Math.min(match.end, match.start + context.length * 2) : match.end
  const found = search(text.slice(from, to), context, Math.ceil(context.length * tolerance))
  const best = found.toSorted((a, b) => a.errors - b.errors)[0]
  if (best === undefined) return outer
  return from + (side === 'after' ? best.end : best.start)
}
