import { findApproximately } from '../../anchor/find-approximately'
import { findExactly } from '../../anchor/find-exactly'
import type { Placement } from '../../anchor/locate'
import type { Quote } from '../../anchor/quote'
import { CanonicalDocument } from '../../document/document'
import { type Compact, compact, originalRange } from '../../search/compact'
import { codePoints } from '../../text/code-points'
import { type TextRange, textRange } from '../../text/range'

/**
 * UTF-16 units of text that all approximate searches of an import may go through together: each goes
 * through the whole text, and many of them would take minutes.
 */
const approximateAllowance = 25_000_000

/** Where a foreign quote stands, or why it has no place. */
type ForeignPlacement =
  | Placement
  | { readonly found: false; readonly reason: 'not-searched' | 'quotes-nothing' }

/**
 * Finds where words quoted elsewhere stand in a document, whatever script, region or width they are
 * in: both sides are folded, and white space, which every page has its own way with, is left out. The
 * same words asked for again are not searched for again.
 */
export class QuotePlacer {
  readonly #compact: Compact
  /** The compact text, for what finds quotes to search in. */
  readonly #squeezed: CanonicalDocument
  readonly #known = new Map<string, ForeignPlacement>()
  #allowance = approximateAllowance

  constructor(document: CanonicalDocument) {
    this.#compact = compact(document.text)
    const { text } = this.#compact
    this.#squeezed = new CanonicalDocument({
      ...document.data,
      blocks: [{ id: '0', kind: 'paragraph', role: 'body', runIn: codePoints(0), text }],
    })
  }

  place(quote: Quote): ForeignPlacement {
    const folded = {
      exact: compact(quote.exact).text,
      prefix: compact(quote.prefix).text,
      suffix: compact(quote.suffix).text,
    }
    const key = JSON.stringify(folded)
    const placement = this.#known.get(key) ?? this.#search(folded)
    this.#known.set(key, placement)
    return placement
  }

  #search(folded: Quote): ForeignPlacement {
    if (folded.exact === '') return { found: false, reason: 'quotes-nothing' }
    const exact = findExactly(this.#squeezed, folded).map(({ place }) => place)
    if (exact.length > 0) return this.#placed(exact, 'quote')
    this.#allowance -= this.#compact.text.length
    if (this.#allowance < 0) return { found: false, reason: 'not-searched' }
    const near = findApproximately(this.#squeezed, folded)
    return typeof near === 'string'
      ? { found: false, reason: near }
      : this.#placed([near], 'approximate')
  }

  #placed(places: readonly TextRange[], by: 'quote' | 'approximate'): Placement {
    const { offsets } = this.#squeezed
    const ranges = places.flatMap((place) => {
      const at = offsets.toUtf16(place.start)
      const range = originalRange(this.#compact, at, offsets.toUtf16(place.end) - at)
      return range ? [textRange(range.start, range.end)] : []
    })
    const [range] = ranges
    if (range === undefined) return { found: false, reason: 'not-found' }
    return ranges.length > 1
      ? { found: false, reason: 'ambiguous' }
      : { found: true, place: range, by }
  }
}
