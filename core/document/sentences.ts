import { type CodePoints, codePoints, utf16 } from '../text/code-points'
import { OffsetIndex } from '../text/offset-index'
import { type TextRange, textRange } from '../text/range'
import type { CanonicalDocument } from './document'
import { trimmed } from './trim'

/**
 * The sentence that holds the character at `offset`, or the next one where `offset` is a block's
 * end; nothing at the text's end. Sentences are the platform's, by Unicode's rules (UAX 29).
 */
export function sentenceAt(document: CanonicalDocument, offset: CodePoints): TextRange | undefined {
  const placed = document.blockAt(offset)
  if (placed === undefined) return undefined
  const { block, range } = placed
  if (offset >= range.end) {
    return offset + 1 <= document.length ? sentenceAt(document, codePoints(offset + 1)) : undefined
  }
  const index = new OffsetIndex(block.text)
  const at = index.toUtf16(codePoints(offset - range.start))
  for (const { index: start, segment } of sentenceSegmenter.segment(block.text)) {
    if (at >= start + segment.length) continue
    const from = range.start + index.toCodePoints(utf16(start))
    const to = range.start + index.toCodePoints(utf16(start + segment.length))
    return trimmed(document, textRange(from, to))
  }
  return undefined
}

/** The last sentence that begins before `offset`; nothing before the first. */
export function sentenceBefore(
  document: CanonicalDocument,
  offset: CodePoints,
): TextRange | undefined {
  for (let at = offset - 1; at >= 0; at--) {
    // A break between blocks, and space between sentences, belong to no sentence before them.
    if (document.blockAt(codePoints(at))?.range.end === at) continue
    const sentence = sentenceAt(document, codePoints(at))
    if (sentence !== undefined && sentence.start < offset) return sentence
  }
  return undefined
}

const sentenceSegmenter = new Intl.Segmenter('zh', { granularity: 'sentence' })
