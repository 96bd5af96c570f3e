import type { CanonicalDocument } from '../document/document'
import { charactersOf } from '../text/code-points'
import { type TextRange, textRange } from '../text/range'
import { Alignment } from './alignment'
import type { Quote } from './quote'

/** Code points of the quote that are aligned at each of its edges. */
const wordsLength = 64

/**
 * Code points that touch an edge and must stand unchanged, in a row, for the edge to be proved; and by which
 * that row must be longer than any other.
 */
const proof = 4

/** The share of errors up to which the best alignment is the right one; beyond it, it may be that of chance. */
const fewErrors = 0.15

/**
 * The two edges of a quote about a place where it was found, if the text proves both.
 *
 * An edge is proved by characters of the quote that touch it, by those of the context where the quote's
 * own were changed, or by some of each. So what was put in just before the quote stays outside, and what was
 * put in the place of its first word belongs to it. Where two edges would do, as with 國家 of which the text
 * has now 國國家, neither is taken; nor is one about which words were changed on both sides.
 *
 * @param quote its context no longer than is to be aligned
 * @param about code points, where it was found
 * @param slack by how many code points the edges may be elsewhere
 */
export function provenEdges(
  document: CanonicalDocument,
  quote: Quote,
  about: TextRange,
  slack: number,
): TextRange | undefined {
  const prefix = charactersOf(quote.prefix)
  const suffix = charactersOf(quote.suffix)
  const whole = [...prefix, ...charactersOf(quote.exact), ...suffix]
  const around = (at: number, before: number, after: number) => {
    const from = Math.max(0, at - before - slack)
    const to = Math.min(document.length, at + after + slack)
    return { from, to, text: charactersOf(document.slice(textRange(from, to))) }
  }
  const head = around(about.start, prefix.length, wordsLength)
  const start = provenEdge(whole.slice(0, prefix.length + wordsLength), prefix.length, head.text)
  const tail = around(about.end, wordsLength, suffix.length)
  const end = provenEdge(
    whole.slice(-(wordsLength + suffix.length)).reverse(),
    suffix.length,
    tail.text.reverse(),
  )
  if (start === undefined || end === undefined) return undefined
  const place = textRange(head.from + start, tail.to - end)
  return place.start < place.end ? place : undefined
}

/**
 * Where the text has the edge between a pattern's context and the words behind it, if one place alone is
 * proved by any of the best alignments; and if they have many errors, if clearly more characters about the
 * edge stand unchanged in a row there than anywhere else.
 *
 * @param edge how many characters of the pattern are context
 */
function provenEdge(
  pattern: readonly string[],
  edge: number,
  text: readonly string[],
): number | undefined {
  const alignment = new Alignment(pattern, text)
  const columns = Array.from({ length: text.length + 1 }, (_, column) => column)
  const [proved, ...others] = columns.filter((column) => isProved(alignment, edge, column))
  if (proved === undefined || others.length > 0) return undefined
  if (alignment.errors <= pattern.length * fewErrors) return proved
  const unchanged = alignment.unchangedAbout(edge, proved)
  const isClear = columns.every(
    (column) => column === proved || alignment.unchangedAbout(edge, column) + proof <= unchanged,
  )
  return isClear ? proved : undefined
}

function isProved(alignment: Alignment, edge: number, column: number): boolean {
  if (alignment.keepsBefore(edge, column, proof)) return true
  for (let ofContext = 0; ofContext < proof; ofContext++) {
    if (alignment.keeps(edge - ofContext, column - ofContext, proof)) return true
  }
  return false
}
