import type { CanonicalDocument } from '../document/document'
import { codePointLength, utf16 } from '../text/code-points'
import { type TextRange, textRange } from '../text/range'
import type { Quote } from './quote'

/**
 * Quotes shorter than this many code points say little by themselves (的, 國家): even a single hit
 * counts only if some of the context stands beside it.
 */
const tellingLength = 6

/** UTF-16 units of context that must stand beside a short quote. */
const leastAgreement = 4

/** UTF-16 units of context that may stand beside other words by chance. */
const chanceAgreement = 8

/** A place where a quote's exact words stand. */
export interface ExactHit {
  readonly place: TextRange
  /** How much of the quote's context stands around it, too. */
  readonly context: 'whole' | 'some' | 'hardly-any'
}

/**
 * Where the quote's exact words stand. Of several places the one with the most context in common is
 * given alone; where two have as much, all of those are given, and the caller must not choose by them.
 */
export function findExactly(document: CanonicalDocument, quote: Quote): readonly ExactHit[] {
  const isShort = codePointLength(quote.exact) < tellingLength
  const context = quote.prefix.length + quote.suffix.length
  let most = isShort && context > 0 ? leastAgreement : 0
  let best: number[] = []
  for (const at of occurrences(document.text, quote.exact)) {
    const common = agreement(document.text, at, quote)
    if (common < most) continue
    if (common > most) best = []
    most = common
    best.push(at)
  }
  const { offsets } = document
  return best.map((at) => ({
    place: textRange(
      offsets.toCodePoints(utf16(at)),
      offsets.toCodePoints(utf16(at + quote.exact.length)),
    ),
    context: most === context ? 'whole' : most > chanceAgreement ? 'some' : 'hardly-any',
  }))
}

/** The UTF-16 indices at which `part` stands in `text`, overlapping ones included. */
export function* occurrences(text: string, part: string): Generator<number> {
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) yield at
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
