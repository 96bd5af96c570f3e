import { findApproximately } from '../../anchor/find-approximately'
import { findExactly } from '../../anchor/find-exactly'
import type { Placement } from '../../anchor/locate'
import type { Quote } from '../../anchor/quote'
import { CanonicalDocument } from '../../document/document'
import { fold } from '../../script/folding'
import { charactersOf, codePoints } from '../../text/code-points'
import { type TextRange, textRange } from '../../text/range'

const blank = /\s/u

/**
 * Finds where words quoted elsewhere stand in a document, whatever script, region or width they are
 * in: both sides are folded, and white space, which every page has its own way with, is left out.
 */
export class QuotePlacer {
  /** The document's text, folded, without white space. */
  readonly #squeezed: CanonicalDocument
  /** For each code point of it, the code point of the document's text that it stands for. */
  readonly #places: readonly number[]
  #searchesLeft: number

  /** @param approximateSearches how many quotes may be looked for approximately: each takes long */
  constructor(document: CanonicalDocument, approximateSearches: number) {
    const characters = charactersOf(fold(document.text))
    const places: number[] = []
    for (const [i, character] of characters.entries()) if (!blank.test(character)) places.push(i)
    const text = places.map((i) => characters[i]).join('')
    this.#squeezed = new CanonicalDocument({
      ...document.data,
      blocks: [{ id: '0', kind: 'paragraph', role: 'body', runIn: codePoints(0), text }],
    })
    this.#places = places
    this.#searchesLeft = approximateSearches
  }

  place(quote: Quote): Placement | { readonly found: false; readonly reason: 'not-searched' } {
    const folded = {
      exact: squeeze(quote.exact),
      prefix: squeeze(quote.prefix),
      suffix: squeeze(quote.suffix),
    }
    if (folded.exact === '') return { found: false, reason: 'not-found' }
    const exact = findExactly(this.#squeezed, folded)
    if (exact.length > 0)
      return this.#placed(
        exact.map(({ place }) => place),
        'quote',
      )
    if (this.#searchesLeft === 0) return { found: false, reason: 'not-searched' }
    this.#searchesLeft--
    return this.#placed(findApproximately(this.#squeezed, folded), 'approximate')
  }

  #placed(ranges: readonly TextRange[], by: 'quote' | 'approximate'): Placement {
    const [range] = ranges
    if (range === undefined) return { found: false, reason: 'not-found' }
    if (ranges.length > 1) return { found: false, reason: 'ambiguous' }
    const start = this.#places[range.start]
    const last = this.#places[range.end - 1]
    if (start === undefined || last === undefined) return { found: false, reason: 'not-found' }
    return { found: true, place: textRange(start, last + 1), by }
  }
}

const squeeze = (text: string) => fold(text).replaceAll(/\s+/gu, '')
