import { type CodePoints, codePoints, utf16 } from '../text/code-points'
import { OffsetIndex } from '../text/offset-index'
import type { TextRange } from '../text/range'
import type { CanonicalDocument, PlacedBlock } from './document'
import { trimmed } from './trim'

/**
 * The sentence that holds the character at `offset`, or the next one where `offset` is space behind a
 * sentence or a block's end; nothing at the text's end. Sentences are the platform's, by Unicode's rules
 * (UAX 29), but that a quotation mark which opens stands with what it opens.
 */
export function sentenceAt(document: CanonicalDocument, offset: CodePoints): TextRange | undefined {
  const first = document.blockAt(offset)
  if (first === undefined) return undefined
  for (const placed of document.placed.slice(document.placed.indexOf(first))) {
    for (const whole of sentencesOf(placed)) {
      const sentence = whole.end > offset ? trimmed(document, whole) : undefined
      if (sentence !== undefined && sentence.end > offset) return sentence
    }
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

const opensOrIsSpace = /[\p{Ps}\p{Pi}\s]/u

/** Where the opening marks behind what ends a sentence begin, in UTF-16 units; its length where none do. */
function openedAt(segment: string): number {
  let first = segment.length
  // Marks that open are of the basic plane: a unit each.
  while (first > 0 && opensOrIsSpace.test(segment.charAt(first - 1))) first--
  const spaces = /^\s*/u.exec(segment.slice(first))?.[0].length ?? 0
  return first + spaces
}

/**
 * The sentences of a block, the space behind each included. The platform leaves every quotation mark with
 * the sentence before (UAX 29 knows one class of them, `Close`); one that opens belongs to what follows.
 */
function* sentencesOf({ block: { text }, range }: PlacedBlock): Iterable<TextRange> {
  const index = new OffsetIndex(text)
  let start = range.start
  for (const { index: from, segment } of sentenceSegmenter.segment(text)) {
    const past = from + segment.length
    const opened = past === text.length ? segment.length : openedAt(segment)
    // Marks that open and nothing before them are no sentence's end.
    const to = opened === 0 ? past : from + opened
    const end = codePoints(range.start + index.toCodePoints(utf16(to)))
    yield { start, end }
    start = end
  }
}
