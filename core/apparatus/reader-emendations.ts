import type { CanonicalDocument } from '../document/document'
import type { Proposal, RepairKind } from '../repair/proposal'
import { carryFromSource, type ReaderEdition, stillOpen } from '../repair/reader-edition'
import { type TextRange, textRange } from '../text/range'
import type { Basis, Emendation, EmendationKind } from './emendation'
import type { LocalizedText } from './localized-text'

/** What is said of repairs, in each language. */
interface RepairWords {
  readonly why: Readonly<Record<RepairKind, LocalizedText>>
  /** What the bytes of a text that was read in the wrong encoding show. */
  readonly evidence: (proposal: Proposal) => LocalizedText | undefined
}

/** What kind of emendation a repair is, and what it rests on. */
const natures: Readonly<Record<RepairKind, readonly [EmendationKind, Basis]>> = {
  decoding: ['encoding', 'bytes'],
  punctuation: ['punctuation', 'house-style'],
  spacing: ['punctuation', 'house-style'],
  reading: ['orthography', 'judgement'],
  'line-break': ['punctuation', 'judgement'],
  width: ['punctuation', 'house-style'],
}

/** The repairs that the reader took, as emendations of the text that they made. */
export function emendationsOf(
  document: CanonicalDocument,
  edition: ReaderEdition,
  words: RepairWords,
): readonly Emendation[] {
  const carry = carryFromSource(edition)
  return edition.repairs.map((repair): Emendation => {
    const { id, kind, range, found, reading } = repair
    const canonical = carry(range)
    const evidence = words.evidence(repair)
    const word = wordAround(document, canonical, { found, reading })
    return {
      id,
      kind: natures[kind][0],
      basis: natures[kind][1],
      source: range,
      found,
      reading,
      canonical,
      why: words.why[kind],
      ...(evidence !== undefined && { evidence }),
      ...(word !== undefined && { word }),
    }
  })
}

/** The proposals that were not taken, where they stand in the text with those that were. */
export function openProposals(
  proposals: readonly Proposal[],
  edition: ReaderEdition,
): readonly Proposal[] {
  const carry = carryFromSource(edition)
  return stillOpen(proposals, edition).map((proposal) => ({
    ...proposal,
    range: carry(proposal.range),
  }))
}

/** How much is shown on either side of a place, in code points. */
const around = 4

/** A place in its line, as it was found and as it is read; nothing where the place could not be told. */
export function wordAround(
  document: CanonicalDocument,
  place: TextRange,
  { found, reading }: { readonly found: string; readonly reading: string },
): Emendation['word'] {
  const block = document.blockAt(place.start)?.range
  if (block === undefined) return undefined
  const before = document.slice(textRange(Math.max(block.start, place.start - around), place.start))
  // A broken line goes on in the next block.
  const last = document.blockAt(place.end)?.range.end ?? place.end
  const end = Math.min(last, place.end + around)
  const after = document.slice(textRange(place.end, end))
  const word = { found: before + found + after, reading: before + reading + after }
  return isOnce(found, word.found) && isOnce(reading, word.reading) ? word : undefined
}

const isOnce = (part: string, whole: string): boolean =>
  part === '' || whole.indexOf(part) === whole.lastIndexOf(part)
