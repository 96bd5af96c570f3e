import type { Annotation } from '../annotation/annotation'
import type { CanonicalDocument } from '../document/document'
import { sameRange, type TextRange } from '../text/range'
import type { OrphanReason, Placing, Resolved } from './anchored'
import { findApproximately } from './find-approximately'
import { findExactly } from './find-exactly'

/** The one place that a quote was found at, or why there is none. */
export type Placement =
  | { readonly found: true; readonly place: TextRange; readonly by: Placing }
  | { readonly found: false; readonly reason: OrphanReason }

/**
 * Places an annotation in a document, from cheap to costly: its position, its exact words, words
 * much like them. A position is trusted only if the text is the one it counts in and the quoted
 * words stand there. A wrong place is worse than none: where two places would do, neither is taken.
 */
export function resolve(document: CanonicalDocument, annotation: Annotation): Resolved {
  const placement = locate(document, annotation)
  return placement.found
    ? { state: 'anchored', annotation, place: placement.place, by: placement.by }
    : { state: 'orphan', annotation, reason: placement.reason }
}

function locate(document: CanonicalDocument, annotation: Annotation): Placement {
  const { quote, range } = annotation
  if (annotation.documentDigest === document.digest && document.slice(range) === quote.exact) {
    return { found: true, place: range, by: 'position' }
  }
  const exact = findExactly(document, quote)
  if (exact.length === 1) return placed(exact, range)
  if (exact.length > 1) return { found: false, reason: 'ambiguous' }
  const near = findApproximately(document, quote)
  if (near.length === 1 && near[0]) return { found: true, place: near[0], by: 'approximate' }
  return { found: false, reason: near.length > 1 ? 'ambiguous' : 'not-found' }
}

function placed(places: readonly TextRange[], range: TextRange): Placement {
  const place = places[0] as TextRange
  return { found: true, place, by: sameRange(place, range) ? 'position' : 'quote' }
}
