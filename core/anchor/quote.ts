import type { CanonicalDocument } from '../document/document'
import { type CodePoints, charactersOf, codePoints } from '../text/code-points'
import { isEmptyRange, type TextRange, textRange } from '../text/range'

/** The words that were marked, with what stands around them: all in canonical script. */
export interface Quote {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** The least context kept on each side, in code points, where the text has so much. */
const leastContext = 32

/** The most: a sentence can be very long, and context need only tell places apart. */
const mostContext = 160

/** What ends a sentence in the canonical text; a line break ends a block. */
const sentenceEnds = new Set(['。', '！', '？', '；', '!', '?', '\n'])

/**
 * The quote of a range, with context up to the sentence's edge and at least 32 code points.
 *
 * @throws OutsideText if the range is empty or reaches outside the text.
 */
export function describe(document: CanonicalDocument, range: TextRange): Quote {
  if (isEmptyRange(range) || range.start < 0 || range.end > document.length) {
    throw new OutsideText(document.id, range)
  }
  return {
    exact: document.slice(range),
    prefix: document.slice(textRange(contextStart(document, range.start), range.start)),
    suffix: document.slice(textRange(range.end, contextEnd(document, range.end))),
  }
}
function contextStart(document: CanonicalDocument, start: CodePoints): CodePoints {
  const farthest = Math.max(0, start - mostContext)
  const before = charactersOf(document.slice(textRange(farthest, start)))
  let length = Math.min(leastContext, before.length)
  while (length < before.length && !sentenceEnds.has(before[before.length - length - 1] ?? '')) {
    length++
  }
  return codePoints(start - length)
}

function contextEnd(document: CanonicalDocument, end: CodePoints): CodePoints {
  const farthest = Math.min(document.length, end + mostContext)
  const after = charactersOf(document.slice(textRange(end, farthest)))
  let length = Math.min(leastContext, after.length)
  while (length < after.length && !sentenceEnds.has(after[length - 1] ?? '')) length++
  return codePoints(end + length)
}

/** A range that holds nothing of the text that it is to count in. */
export class OutsideText extends Error {
  constructor(documentId: string, range: TextRange) {
    super(`No text at ${range.start}–${range.end} in ${documentId}`)
    this.name = 'OutsideText'
  }
}
