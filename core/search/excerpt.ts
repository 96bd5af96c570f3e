import { sentenceAt } from '../document/sentences'
import type { Rendition } from '../script/rendition'
import { codePoints, sliceCodePoints } from '../text/code-points'
import { holds, type TextRange, textRange } from '../text/range'
import { clipEnd, clipStart } from './clip'

/** A match with what stands around it. */
export interface Excerpt {
  readonly before: string
  readonly match: string
  readonly after: string
}

/** A place of the document with its sentence, as a rendition shows them; long sentences are clipped. */
export function excerptOf(rendition: Rendition, hit: TextRange): Excerpt {
  const { document } = rendition
  const shown = asShown(rendition, hit)
  const sentence = sentenceAt(document, shown.start) ?? shown
  const { start } = sentence
  const last = codePoints(shown.end - 1)
  const { end } = holds(sentence, last) ? sentence : (sentenceAt(document, last) ?? shown)
  return {
    before: clipStart(rendition.slice(textRange(Math.min(start, shown.start), shown.start))),
    match: rendition.slice(shown),
    after: clipEnd(rendition.slice(textRange(shown.end, Math.max(end, shown.end)))),
  }
}

/** A place of any text with what stands around it. */
export const excerptOfText = (text: string, { start, end }: TextRange): Excerpt => ({
  before: clipStart(sliceCodePoints(text, codePoints(0), start)),
  match: sliceCodePoints(text, start, end),
  after: clipEnd(sliceCodePoints(text, end)),
})

/** The range, widened to what the rendition shows as one piece, so that nothing is shown twice. */
function asShown(rendition: Rendition, range: TextRange): TextRange {
  const parts = rendition.document.blocksIn(range).flatMap((placed) => {
    const part = rendition.inBlock(placed, range)
    return part ? [rendition.fromBlock(placed, part)] : []
  })
  return textRange(
    Math.min(range.start, ...parts.map(({ start }) => start)),
    Math.max(range.end, ...parts.map(({ end }) => end)),
  )
}
