import { stretchMap } from '../text/offset-map'
import { type TextRange, textRange } from '../text/range'
import type { Proposal } from './proposal'

/** What the reader made of a document: the repairs that were taken, in the order of the text. */
export interface ReaderEdition {
  readonly repairs: readonly Proposal[]
}

export const untouched: ReaderEdition = { repairs: [] }

/** What the reader can ask for: proposals are taken, or repairs that were taken given back, by their ids. */
export type EditionCommand = {
  readonly kind: 'take' | 'give-back'
  readonly ids: readonly string[]
}

/** What one gesture changed in a reader's edition, with all that is needed to go back. */
export interface EditionChange {
  readonly taken: readonly Proposal[]
  readonly givenBack: readonly Proposal[]
}

export const invertEdition = ({ taken, givenBack }: EditionChange): EditionChange => ({
  taken: givenBack,
  givenBack: taken,
})

/** What a command comes to; nothing where all is as wished. */
export function changeFor(
  { kind, ids }: EditionCommand,
  edition: ReaderEdition,
  proposals: readonly Proposal[],
): EditionChange | undefined {
  const wanted = new Set(ids)
  const taken = new Set(edition.repairs.map(({ id }) => id))
  const change =
    kind === 'take'
      ? { taken: proposals.filter(({ id }) => wanted.has(id) && !taken.has(id)), givenBack: [] }
      : { taken: [], givenBack: edition.repairs.filter(({ id }) => wanted.has(id)) }
  return change.taken.length + change.givenBack.length > 0 ? change : undefined
}

/** The edition after a change; of what is taken already, or was not, nothing comes. */
export function changedEdition(edition: ReaderEdition, change: EditionChange): ReaderEdition {
  const givenBack = new Set(change.givenBack.map(({ id }) => id))
  const kept = edition.repairs.filter(({ id }) => !givenBack.has(id))
  const known = new Set(kept.map(({ id }) => id))
  const repairs = [...kept, ...change.taken.filter(({ id }) => !known.has(id))]
  return { repairs: repairs.toSorted((a, b) => a.range.start - b.range.start) }
}

/** Carries a range of one state of a text to another. Code points of the canonical text of each. */
export type Carry = (range: TextRange) => TextRange

/**
 * Carries ranges from a text to the same text with other repairs. What lies in no repair that came or went
 * stays on its very characters; an end that falls inside one goes to its edge, outward.
 */
export function carryOver(before: ReaderEdition, after: ReaderEdition): Carry {
  const inBefore = new Set(before.repairs.map(({ id }) => id))
  const common = new Set(after.repairs.map(({ id }) => id).filter((id) => inBefore.has(id)))
  const back = mapOfRepairs(before.repairs, common)
  const on = mapOfRepairs(after.repairs, common)
  return (range) => on.toCanonical(back.toRendered(range))
}

/** Carries ranges of the text as it was read to the text with repairs. */
export const carryFromSource = (edition: ReaderEdition): Carry => carryOver(untouched, edition)

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
  )
}
