import type { CanonicalDocument } from '../document/document'
import type { Proposal } from '../repair/proposal'
import type { CorrectedPlace, PlacedCorrection } from '../script/correction'
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
import type { Apparatus, Emendation, Kept, Sic } from './emendation'
import type { Explanation } from './explanation'

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
  | { readonly kind: 'kept'; readonly kept: Kept }
  | { readonly kind: 'explanation'; readonly explanation: Explanation }
  /** A place that seems damaged: what it should probably be is proposed, and nothing was changed. */
  | { readonly kind: 'proposal'; readonly proposal: Proposal }
  /** A character that the reader reads otherwise in a form. */
  | { readonly kind: 'correction'; readonly correction: PlacedCorrection }
)

/** The remarks on a document's text in its order. What surrounds the text has no place in it. */
export function remarksOf(
  document: CanonicalDocument,
  apparatus: Apparatus,
  corrected: readonly CorrectedPlace[] = [],
): readonly Remark[] {
  const emendations = apparatus.emendations
    .filter(({ kind }) => kind !== 'chrome')
    .map((emendation): Remark => {
      const { id, canonical } = emendation
      return { id, kind: 'emendation', emendation, range: visible(document, canonical) }
    })
  const slips = apparatus.sic.map((sic): Remark => {
    return { id: sic.id, kind: 'sic', sic, range: sic.canonical }
  })
  const kept = apparatus.kept.map((each): Remark => {
    return { id: each.id, kind: 'kept', kept: each, range: each.canonical }
  })
  const explanations = apparatus.explanations.flatMap((explanation) =>
    explanation.places.map((range, i): Remark => {
      // One explanation is given wherever its words stand; the first place has its own id.
      const id = i === 0 ? explanation.id : `${explanation.id}.${i + 1}`
      return { id, kind: 'explanation', explanation, range }
    }),
  )
  const proposals = (apparatus.proposals ?? []).map((proposal): Remark => {
    const { id, range } = proposal
    return { id, kind: 'proposal', proposal, range: printed(document, range) }
  })
  const corrections = corrected.map(({ range, correction }): Remark => {
    // One of all places is remarked at each of them.
    const id = correction.at === null ? `${correction.id}.${range.start}` : correction.id
    return { id, kind: 'correction', correction, range }
  })
  const all = [...emendations, ...slips, ...kept, ...explanations, ...proposals, ...corrections]
  return all.sort((a, b) => byPlace(a.range, b.range))
}

function visible(document: CanonicalDocument, range: TextRange): TextRange {
  const block = document.blockAt(range.start)?.range
  if (!isEmptyRange(range) || block === undefined) return range
  return textRange(Math.max(block.start, range.start - 1), Math.min(block.end, range.end + 1))
}

/** A range with something in it to be seen: of a line break, the characters on either side. */
function printed(document: CanonicalDocument, range: TextRange): TextRange {
  if (document.slice(range).trim() !== '') return range
  return textRange(Math.max(0, range.start - 1), Math.min(document.length, range.end + 1))
}

/**
 * What remarks are gone through together:
 * - `words`: on the text's words, emended, kept or slipped in; marks made full-width again are many,
 *   and say one thing
 * - `text`: on the text, punctuation too
 * - `explanations`
 */
export type RemarkSet = 'words' | 'text' | 'explanations'

/** Whether a remark is among those of a set. */
export function isIn(set: RemarkSet, remark: Remark): boolean {
  if (remark.kind === 'explanation') return set === 'explanations'
  if (set === 'words' && remark.kind === 'emendation') {
    return remark.emendation.kind !== 'punctuation'
  }
  return set !== 'explanations'
}

/** The narrowest set that a remark is in. */
export const setOf = (remark: Remark): RemarkSet =>
  remark.kind === 'explanation' ? 'explanations' : isIn('words', remark) ? 'words' : 'text'

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
