import { type CitationData, citationFields } from '../document/citation-data'
import type { CanonicalDocument } from '../document/document'
import type { PlacedCorrection, ReadingCorrection } from '../script/correction'
import { type CodePoints, codePointLength, codePoints } from '../text/code-points'
import { IntervalIndex } from '../text/interval-index'
import { stretchMap } from '../text/offset-map'
import { type TextRange, textRange } from '../text/range'
import type { Proposal } from './proposal'

/** What the reader made of a document: repairs of its text, corrections of its forms, and what it is cited as. */
export interface ReaderEdition {
  /** In the order of the text. */
  readonly repairs: readonly Proposal[]
  /** By their ids: none depends on another. */
  readonly corrections: readonly KeptCorrection[]
  /** Null where it is cited as its file says. */
  readonly citation: CitationData | null
}

/** A correction by its place in the text as it was read, where repairs do not move it. */
export interface KeptCorrection extends ReadingCorrection {
  /** Null where it is meant wherever conversion wrote the character so. */
  readonly place: KeptPlace | null
}

/** A character of the text as it was read; or of what a repair reads, and then gone while that is not taken. */
type KeptPlace =
  | { readonly offset: CodePoints }
  | { readonly repairId: string; readonly offset: CodePoints }

export const untouched: ReaderEdition = { repairs: [], corrections: [], citation: null }

export type EditionCommand =
  | RepairCommand
  | CorrectionCommand
  | CorrectionsCommand
  | CitationCommand

/** Proposals are taken, or repairs that were taken given back, by their ids. */
export interface RepairCommand {
  readonly kind: 'take' | 'give-back'
  readonly ids: readonly string[]
}

/** A character is read otherwise, or corrections are given back by their ids. */
export type CorrectionCommand =
  | { readonly kind: 'uncorrect'; readonly ids: readonly string[] }
  | ({
      readonly kind: 'correct'
    } & CorrectionRequest)

/** How a character is to be read. */
export interface CorrectionRequest extends Omit<ReadingCorrection, 'id'> {
  /** The character's place; canonical. */
  readonly at: CodePoints
  /** Whether it is meant wherever conversion wrote the character as it did here. */
  readonly everywhere: boolean
}

/** Several characters are read otherwise as one gesture, as by an import. */
interface CorrectionsCommand {
  readonly kind: 'correct-all'
  readonly requests: readonly CorrectionRequest[]
}

/** A document is cited otherwise; as its file says, where nothing is given. */
interface CitationCommand {
  readonly kind: 'cite'
  readonly citation: CitationData | null
}

/** What one gesture changed in a reader's edition, with all that is needed to go back. */
export type EditionChange = RepairChange | CorrectionChange | CitationChange

/** Another text. */
export interface RepairChange {
  readonly taken: readonly Proposal[]
  readonly givenBack: readonly Proposal[]
}

/** Other forms of the same text. */
export interface CorrectionChange {
  readonly corrected: readonly KeptCorrection[]
  readonly uncorrected: readonly KeptCorrection[]
}

/** Other words about the same text. */
export interface CitationChange {
  readonly cited: CitationData | null
  readonly citedBefore: CitationData | null
}

export const isCitation = (change: EditionChange): change is CitationChange => 'cited' in change

export const isCorrection = (change: EditionChange): change is CorrectionChange =>
  'corrected' in change

export const invertEdition = <Change extends EditionChange>(change: Change): Change =>
  inverted(change) as Change

function inverted(change: EditionChange): EditionChange {
  if (isCorrection(change)) return { corrected: change.uncorrected, uncorrected: change.corrected }
  if (isCitation(change)) return { cited: change.citedBefore, citedBefore: change.cited }
  return { taken: change.givenBack, givenBack: change.taken }
}

/** What a change is made in. */
interface EditionContext {
  readonly edition: ReaderEdition
  /** What seems damaged in the text as it was read. */
  readonly proposals: readonly Proposal[]
  /** With the edition's repairs. */
  readonly document: CanonicalDocument
}

/** What a command comes to; nothing where all is as wished. */
export function changeFor(
  command: EditionCommand,
  context: EditionContext,
): EditionChange | undefined {
  const { edition, proposals } = context
  switch (command.kind) {
    case 'take': {
      const taken = withIds(stillOpen(proposals, edition), command.ids)
      return taken.length > 0 ? { taken, givenBack: [] } : undefined
    }
    case 'give-back': {
      const givenBack = withIds(edition.repairs, command.ids)
      return givenBack.length > 0 ? { taken: [], givenBack } : undefined
    }
    case 'uncorrect': {
      const uncorrected = withIds(edition.corrections, command.ids)
      return uncorrected.length > 0 ? { corrected: [], uncorrected } : undefined
    }
    case 'correct':
      return correctionFor(command, context)
    case 'correct-all':
      return correctionsFor(command, context)
    case 'cite': {
      const { citation: cited } = command
      const isSame = isSameCitation(cited, edition.citation)
      return isSame ? undefined : { cited, citedBefore: edition.citation }
    }
  }
}

/**
 * The proposals of which nothing was repaired: an earlier version may have proposed otherwise what the reader took,
 * and no two repairs are of the same characters.
 */
export function stillOpen(
  proposals: readonly Proposal[],
  { repairs }: Repairs,
): readonly Proposal[] {
  const taken = new IntervalIndex(repairs, ({ range }) => range)
  return proposals.filter(({ range }) => taken.overlapping(range).length === 0)
}

const isSameCitation = (one: CitationData | null, other: CitationData | null): boolean =>
  one === null || other === null
    ? one === other
    : one.type === other.type && citationFields.every((field) => one[field] === other[field])

const withIds = <T extends { readonly id: string }>(
  items: readonly T[],
  ids: readonly string[],
): readonly T[] => {
  const wanted = new Set(ids)
  return items.filter(({ id }) => wanted.has(id))
}

/**
 * A character read otherwise. What stood for the same place before, or for the same writing everywhere, goes;
 * what conversion wrote is no correction, unless it is to stand against one of all places.
 */
function correctionFor(
  command: CorrectionRequest,
  { edition, document }: EditionContext,
): CorrectionChange | undefined {
  const { at, everywhere, character, tag, found, readings } = command
  if (document.slice({ start: at, end: codePoints(at + 1) }) !== character) return undefined
  const place = keptPlaceOf(at, edition)
  const hereId = idAt(place)
  const everywhereId = `${character}>${found} ${tag}`
  const id = everywhere ? everywhereId : hereId
  const isAsMade = readings[tag] === found
  const standsAgainst =
    !everywhere && edition.corrections.some((correction) => correction.id === everywhereId)
  const correction = { id, character, tag, found, readings, place: everywhere ? null : place }
  const corrected = isAsMade && !standsAgainst ? [] : [correction]
  const uncorrected = edition.corrections.filter(
    (one) => one.id === hereId || (everywhere && one.id === everywhereId),
  )
  const isSame = JSON.stringify(corrected) === JSON.stringify(uncorrected)
  return isSame ? undefined : { corrected, uncorrected }
}

/**
 * One change of all that is wished for, each in what those before it have left; those meant everywhere
 * first, for one of a place stands against them.
 */
function correctionsFor(
  { requests }: CorrectionsCommand,
  context: EditionContext,
): CorrectionChange | undefined {
  const before = context.edition
  let edition = before
  for (const request of requests.toSorted((a, b) => Number(b.everywhere) - Number(a.everywhere))) {
    const change = correctionFor(request, { ...context, edition })
    if (change !== undefined) edition = changedEdition(edition, change)
  }
  const corrected = edition.corrections.filter((one) => !before.corrections.includes(one))
  const uncorrected = before.corrections.filter((one) => !edition.corrections.includes(one))
  return corrected.length + uncorrected.length === 0 ? undefined : { corrected, uncorrected }
}

const idAt = (place: KeptPlace): string =>
  'repairId' in place ? `${place.repairId}+${place.offset}` : `@${place.offset}`

/** The edition after a change; of what is there already, or was not, nothing comes. */
export function changedEdition(edition: ReaderEdition, change: EditionChange): ReaderEdition {
  if (isCorrection(change)) {
    const { corrected, uncorrected } = change
    const corrections = exchanged(edition.corrections, uncorrected, corrected)
    return { ...edition, corrections: corrections.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }
  }
  if (isCitation(change)) return { ...edition, citation: change.cited }
  const repairs = exchanged(edition.repairs, change.givenBack, change.taken)
  return { ...edition, repairs: repairs.toSorted((a, b) => a.range.start - b.range.start) }
}

function exchanged<T extends { readonly id: string }>(
  items: readonly T[],
  going: readonly T[],
  coming: readonly T[],
): readonly T[] {
  const gone = new Set(going.map(({ id }) => id))
  const kept = items.filter(({ id }) => !gone.has(id))
  const known = new Set(kept.map(({ id }) => id))
  return [...kept, ...coming.filter(({ id }) => !known.has(id))]
}

/** A reader's corrections where they stand in the text with the reader's repairs; those that do. */
export const placedCorrections = (edition: ReaderEdition): readonly PlacedCorrection[] =>
  edition.corrections.flatMap(({ place, ...correction }): PlacedCorrection[] => {
    if (place === null) return [{ ...correction, at: null }]
    const at = placeOf(place, edition)
    return at === undefined ? [] : [{ ...correction, at }]
  })

/** A place of the text with repairs as it is kept, and back; nothing where its character is not there now. */
function keptPlaceOf(at: CodePoints, { repairs }: Repairs): KeptPlace {
  let longer = 0
  for (const { id, range, reading } of repairs) {
    const start = range.start + longer
    const length = codePointLength(reading)
    if (at < start) break
    if (at < start + length) return { repairId: id, offset: codePoints(at - start) }
    longer += length - (range.end - range.start)
  }
  return { offset: codePoints(at - longer) }
}

function placeOf(place: KeptPlace, { repairs }: Repairs): CodePoints | undefined {
  let longer = 0
  for (const { id, range, reading } of repairs) {
    if ('repairId' in place) {
      if (place.repairId === id) return codePoints(range.start + longer + place.offset)
    } else {
      if (place.offset < range.start) break
      if (place.offset < range.end) return undefined
    }
    longer += codePointLength(reading) - (range.end - range.start)
  }
  return 'repairId' in place ? undefined : codePoints(place.offset + longer)
}

/** Carries a range of one state of a text to another. Code points of the canonical text of each. */
export type Carry = (range: TextRange) => TextRange

type Repairs = Pick<ReaderEdition, 'repairs'>

/**
 * Carries ranges from a text to the same text with other repairs. What lies in no repair that came or went
 * stays on its very characters; an end that falls inside one goes to its edge, outward. What comes back beside a
 * range, as a space that was taken away, stays outside.
 */
export function carryOver(before: Repairs, after: Repairs): Carry {
  const inBefore = new Set(before.repairs.map(({ id }) => id))
  const common = new Set(after.repairs.map(({ id }) => id).filter((id) => inBefore.has(id)))
  const back = mapOfRepairs(before.repairs, common)
  const on = mapOfRepairs(after.repairs, common)
  return (range) => on.toCanonical(back.toRendered(range))
}

/** Carries ranges of the text as it was read to the text with repairs. */
export const carryFromSource = (edition: Repairs): Carry => carryOver(untouched, edition)

/** The map between a text with all of these repairs, canonical, and with the common ones alone. */
function mapOfRepairs(repairs: readonly Proposal[], common: ReadonlySet<string>) {
  let withAll = 0
  let withCommon = 0
  return stretchMap(
    repairs.flatMap(({ id, range, reading }) => {
      const longer = Array.from(reading).length - (range.end - range.start)
      const canonical = textRange(range.start + withAll, range.end + withAll + longer)
      const rendered = textRange(range.start + withCommon, range.end + withCommon)
      withAll += longer
      if (!common.has(id)) return [{ canonical, rendered }]
      withCommon += longer
      return []
    }),
    'apart',
  )
}
