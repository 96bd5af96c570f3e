import type { Quote } from '../annotation/annotation'
import type { CanonicalDocument } from '../document/document'
import { codePointLength, utf16 } from '../text/code-points'
import { OffsetIndex } from '../text/offset-index'
import { type TextRange, textRange } from '../text/range'

/**
 * Quotes shorter than this say little by themselves (的, 國家): even a single hit counts only if
 * some of the context stands beside it.
 */
const tellingLength = 6

/** Code points of context that must stand beside a short quote. */
const leastAgreement = 4

/**
 * Where the quote's exact words stand. Of several places the one with the most context in common is
 * given alone; where two have as much, all of those are given, and the caller must not choose.
 */
export function findExactly(document: CanonicalDocument, quote: Quote): readonly TextRange[] {
  const hits = occurrences(document.text, quote.exact).map((at) => ({
    at,
    agreement: agreement(document.text, at, quote),
  }))
  const isShort = codePointLength(quote.exact) < tellingLength
  const hasContext = quote.prefix.length + quote.suffix.length > 0
  const needed = isShort && hasContext ? leastAgreement : 0
  const most = Math.max(needed, ...hits.map((hit) => hit.agreement))
  const index = new OffsetIndex(document.text)
  return hits
    .filter((hit) => hit.agreement === most)
    .map(({ at }) =>
      textRange(index.toCodePoints(utf16(at)), index.toCodePoints(utf16(at + quote.exact.length))),
    )
}

/** The UTF-16 indices at which `part` stands in `text`, overlapping ones included. */
function occurrences(text: string, part: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) found.push(at)
  return found
}

/** How many UTF-16 units of the quote's context stand on both sides of the hit, read outward. */
function agreement(text: string, at: number, quote: Quote): number {
  const end = at + quote.exact.length
  let before = 0
  while (
    before < quote.prefix.length &&
    text[at - 1 - before] === quote.prefix[quote.prefix.length - 1 - before]
  ) {
    before++
  }
  let after = 0
  while (after < quote.suffix.length && text[end + after] === quote.suffix[after]) after++
  return before + after
}
