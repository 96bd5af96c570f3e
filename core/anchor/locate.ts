import type { CanonicalDocument } from '../document/document'
import { sameRange, type TextRange } from '../text/range'
import { findApproximately, mayStandElsewhere } from './find-approximately'
import { findExactly } from './find-exactly'
import type { Quote } from './quote'

/** What is known of a passage: where it was, in which text, and its words. */
interface Selector {
  /** The digest of the text that `range` counts in. */
  readonly documentDigest: string
  /** Code points of that text. */
  readonly range: TextRange
  readonly quote: Quote
}

/** How a place was found. */
export type Placing = 'position' | 'quote' | 'approximate'

/** The one place that a passage was found at, or why there is none. */
export type Placement =
  | { readonly found: true; readonly place: TextRange; readonly by: Placing }
  | { readonly found: false; readonly reason: 'not-found' | 'ambiguous' }

/** Whether the passage's words stand where it says, in the text that it counts in. */
export const isInPlace = (document: CanonicalDocument, selector: Selector): boolean =>
  selector.documentDigest === document.digest &&
  document.slice(selector.range) === selector.quote.exact

/**
 * Places a passage in a document, from cheap to costly: its position, its exact words, words much like
 * them. A position is trusted only if the text is the one it counts in and the quoted words stand there.
 * A wrong place is worse than none: where two places would do, neither is taken; unless one of them is
 * the position, with words and whole context as they were, so that nothing about it has changed.
 */
export function locate(document: CanonicalDocument, selector: Selector): Placement {
  const { quote, range } = selector
  if (isInPlace(document, selector)) return { found: true, place: range, by: 'position' }
  const hits = findExactly(document, quote)
  const unmoved = hits.find((hit) => hit.context === 'whole' && sameRange(hit.place, range))
  if (unmoved !== undefined) return { found: true, place: range, by: 'position' }
  const [hit] = hits
  if (hits.length > 1) return { found: false, reason: 'ambiguous' }
  if (hit !== undefined) {
    if (!sameRange(hit.place, range) && mayStandElsewhere(document, quote, hit)) {
      return { found: false, reason: 'ambiguous' }
    }
    const by = sameRange(hit.place, range) ? 'position' : 'quote'
    return { found: true, place: hit.place, by }
  }
  const near = findApproximately(document, quote)
  return typeof near === 'string'
    ? { found: false, reason: near }
    : { found: true, place: near, by: 'approximate' }
}
