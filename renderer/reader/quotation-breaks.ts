import { codePointLength } from '../../core/text/code-points'
import { type TextRange, textRange } from '../../core/text/range'

/** A quotation mark beside which a line may be broken, though the engine does not know. */
export interface QuotationBreak {
  /** Code points from the block's start. */
  readonly range: TextRange
  readonly side: 'before' | 'after'
}

/**
 * A mark that opens a quotation of letters or figures behind Han characters, and one that closes it
 * before them. Such a mark is the same character in both writings, and beside a letter or a figure it
 * is taken for a Latin one, which a line is broken on neither side of (UAX #14, LB19a): so 網、“12345”市
 * would be one piece, and the line before it stretched.
 */
const mark =
  /(?<=[\p{Script=Han}、，。：；！？）》])[“‘](?=[\p{Script=Latin}\p{Nd}])|(?<=[\p{Script=Latin}\p{Nd}%])[”’](?=\p{Script=Han})/gu

/** Where a line of a block may be broken besides. */
export function quotationBreaks(text: string): readonly QuotationBreak[] {
  const breaks: QuotationBreak[] = []
  let counted = 0
  let at = 0
  for (const { index, 0: sign } of text.matchAll(mark)) {
    at += codePointLength(text.slice(counted, index))
    counted = index
    breaks.push({
      range: textRange(at, at + 1),
      side: sign === '“' || sign === '‘' ? 'before' : 'after',
    })
  }
  return breaks
}
