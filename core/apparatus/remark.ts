import type { CanonicalDocument } from '../document/document'
import { type CodePoints, codePoints } from '../text/code-points'
import {
  byPlace,
  holds,
  isEmptyRange,
  overlaps,
  rangeLength,
  type TextRange,
  textRange,
} from '../text/range'
import type { Apparatus, Emendation, Sic } from './emendation'

/** A place of the text on which the edition has something to say. */
export type Remark = {
  readonly id: string
  /**
   * Canonical, and never empty: where the edited text has nothing for what was published, the
   * characters on either side stand for the place.
   */
  readonly range: TextRange
} & (
  | { readonly kind: 'emendation'; readonly emendation: Emendation }
  | { readonly kind: 'sic'; readonly sic: Sic }
)

/** The remarks on a document's text in its order. What surrounds the text has no place in it. */
export function remarksOf(document: CanonicalDocument, apparatus: Apparatus): readonly Remark[] {
  const emendations = apparatus.emendations
    .filter(({ kind }) => kind !== 'chrome')
    .map((emendation): Remark => {
      const { id, canonical } = emendation
      return { id, kind: 'emendation', emendation, range: visible(document, canonical) }
    })
  const slips = apparatus.sic.map((sic): Remark => {
    return { id: sic.id, kind: 'sic', sic, range: sic.canonical }
  })
  return [...emendations, ...slips].sort((a, b) => byPlace(a.range, b.range))
}

function visible(document: CanonicalDocument, range: TextRange): TextRange {
  const block = document.blockAt(range.start)?.range
  if (!isEmptyRange(range) || block === undefined) return range
  return textRange(Math.max(block.start, range.start - 1), Math.min(block.end, range.end + 1))
}

/** Whether the remark concerns words: marks made full-width again are many, and say one thing. */
export const isOnWords = (remark: Remark): boolean =>
  remark.kind === 'sic' || remark.emendation.kind !== 'punctuation'

/** The remarks on the character at an offset, the shortest place first. */
export const remarksAt = (remarks: readonly Remark[], offset: CodePoints): readonly Remark[] =>
  remarks
    .filter(({ range }) => holds(range, offset))
    .toSorted((a, b) => rangeLength(a.range) - rangeLength(b.range))

/** The remarks on any character of a passage, in text order. */
export const remarksIn = (remarks: readonly Remark[], passage: TextRange): readonly Remark[] =>
  remarks.filter(({ range }) => overlaps(range, passage))

/**
 * The remark that follows the one of the given id, or goes before it; without an id, or with one that
 * is not in the list, the nearest from an offset on.
 */
export function neighbour(
  remarks: readonly Remark[],
  step: 1 | -1,
  id: string | undefined,
  offset: number,
): Remark | undefined {
  const at = remarks.findIndex((remark) => remark.id === id)
  if (at !== -1) return remarks[at + step]
  const from = codePoints(offset)
  return step > 0
    ? remarks.find(({ range }) => range.start >= from)
    : remarks.findLast(({ range }) => range.start < from)
}
