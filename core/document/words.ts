import { type CodePoints, codePoints, utf16 } from '../text/code-points'
import { OffsetIndex } from '../text/offset-index'
import { type TextRange, textRange } from '../text/range'
import type { CanonicalDocument, PlacedBlock } from './document'

/** A direction in the text: onward or back. */
export type Step = 1 | -1

/**
 * The word that begins at or after an offset, in this block or a later one; nothing behind the last.
 * Words are the platform's, by dictionary (UAX 29); punctuation and space are none.
 */
export function wordFrom(document: CanonicalDocument, offset: CodePoints): TextRange | undefined {
  return firstIn(blocksFrom(document, offset, 1), (placed) =>
    segmentsOf(placed).find(({ range, isWord }) => isWord && range.start >= offset),
  )
}

/** The last word that ends at or before an offset, in this block or an earlier one. */
export function wordBefore(document: CanonicalDocument, offset: CodePoints): TextRange | undefined {
  return firstIn(blocksFrom(document, offset, -1), (placed) =>
    segmentsOf(placed).findLast(({ range, isWord }) => isWord && range.end <= offset),
  )
}

/** The word that holds the character at an offset; nothing on punctuation, space or a line break. */
export function wordAt(document: CanonicalDocument, offset: CodePoints): TextRange | undefined {
  const placed = document.blockAt(offset)
  return (
    placed &&
    segmentsOf(placed).find(
      ({ range, isWord }) => isWord && range.start <= offset && offset < range.end,
    )?.range
  )
}

/** Whether two characters are of the same word. */
export function isInOneWord(
  document: CanonicalDocument,
  one: CodePoints | undefined,
  other: CodePoints | undefined,
): boolean {
  if (one === undefined || other === undefined) return false
  const word = wordAt(document, one)
  return word !== undefined && word.start <= other && other < word.end
}

/** A passage widened to the ends of the words that it begins and ends in. */
export function wholeWords(
  document: CanonicalDocument,
  range: TextRange | null,
): TextRange | undefined {
  if (range === null) return undefined
  const { start, end } = range
  const last = wordAt(document, codePoints(Math.max(start, end - 1)))
  return textRange(wordAt(document, start)?.start ?? start, last?.end ?? end)
}

/**
 * The nearest edge of a word beyond an offset: going on, the end of a word; going back, its start.
 * At the text's end, or start, that.
 */
export function wordStep(document: CanonicalDocument, offset: CodePoints, step: Step): CodePoints {
  if (step < 0) {
    const within = wordAt(document, codePoints(Math.max(0, offset - 1)))
    return within?.start ?? wordBefore(document, offset)?.start ?? codePoints(0)
  }
  const within = wordAt(document, offset)
  return within?.end ?? wordFrom(document, offset)?.end ?? document.length
}

interface Segment {
  readonly range: TextRange
  readonly isWord: boolean
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

function segmentsOf({ block, range }: PlacedBlock): readonly Segment[] {
  const index = new OffsetIndex(block.text)
  return Array.from(segmenter.segment(block.text), ({ index: from, segment, isWordLike }) => ({
    range: textRange(
      range.start + index.toCodePoints(utf16(from)),
      range.start + index.toCodePoints(utf16(from + segment.length)),
    ),
    isWord: isWordLike === true,
  }))
}

function* blocksFrom(document: CanonicalDocument, offset: CodePoints, step: Step) {
  const first = document.blockAt(offset)
  const last = document.placed.length - 1
  const at = first === undefined ? (step > 0 ? 0 : last) : document.placed.indexOf(first)
  for (let i = at; i >= 0 && i <= last; i += step) yield document.placed[i] as PlacedBlock
}

function firstIn(
  blocks: Iterable<PlacedBlock>,
  find: (placed: PlacedBlock) => Segment | undefined,
): TextRange | undefined {
  for (const placed of blocks) {
    const found = find(placed)
    if (found !== undefined) return found.range
  }
  return undefined
}
