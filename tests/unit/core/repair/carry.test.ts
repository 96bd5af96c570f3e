import * as fc from 'fast-check'
import { openProposals } from '../../../../core/apparatus/reader-emendations'
import { CanonicalDocument } from '../../../../core/document/document'
import { applyRepairs } from '../../../../core/repair/apply'
import { proposeRepairs } from '../../../../core/repair/propose'
import {
  carryOver,
  changedEdition,
  changeFor,
  invertEdition,
  type ReaderEdition,
  untouched,
} from '../../../../core/repair/reader-edition'
import { charactersOf } from '../../../../core/text/code-points'
import { textRange } from '../../../../core/text/range'
import { documentOf } from '../../support/document'

const piece = fc.constantFrom('發', '展', '業', ',', ' ', '１', '(', 'ｂ', '𠮷', '。', '(wǎng)')
const texts = fc.array(fc.string({ unit: piece, minLength: 1, maxLength: 30 }), {
  minLength: 1,
  maxLength: 5,
})

/** A document with two choices among its proposals, each as a text and as an edition. */
const twoStates = fc.tuple(texts, fc.infiniteStream(fc.boolean())).map(([source, choice]) => {
  const document = documentOf(...source)
  const proposals = proposeRepairs(document)
  const state = () => {
    const repairs = proposals.filter(() => choice.next().value as boolean)
    const { blocks } = applyRepairs(document.data.blocks, repairs)
    return {
      edition: { ...untouched, repairs },
      text: new CanonicalDocument({ ...document.data, blocks }),
    }
  }
  return { source: document, proposals, before: state(), after: state() }
})

/** The characters of a text with repairs, each by where it is from: the source, or a repair. */
function originsOf(source: CanonicalDocument, { repairs }: ReaderEdition): readonly string[] {
  const origins = Array.from(charactersOf(source.text), (_, i) => `source ${i}`)
  for (const { id, range, reading } of repairs.toReversed()) {
    const read = charactersOf(reading).map((_, i) => `${id} ${i}`)
    origins.splice(range.start, range.end - range.start, ...read)
  }
  return origins
}

describe('a range that is carried to a text with other repairs', () => {
  it('holds every character that it held and that is still there, and besides only what was repaired', () => {
    fc.assert(
      fc.property(twoStates, fc.nat(), fc.nat(), ({ source, before, after }, a, b) => {
        const { length } = before.text
        const [start = 0, end = 0] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y)
        const carried = carryOver(before.edition, after.edition)(textRange(start, end))
        const [was, is] = [before, after].map(({ edition }) => originsOf(source, edition))
        const held = was?.slice(start, end) ?? []
        const holds = is?.slice(carried.start, carried.end) ?? []
        expect(holds).toEqual(expect.arrayContaining(held.filter((one) => is?.includes(one))))
        // What came in besides was not in the text before: it is a repair's, or came back from under one.
        expect(holds.filter((one) => !held.includes(one) && was?.includes(one))).toEqual([])
        // And it is not at an end that is still there, as a space that came back beside it would be.
        for (const end of [0, -1]) {
          const itsOwn = held.at(end) ?? ''
          expect(is?.includes(itsOwn) ? holds.at(end) : itsOwn).toBe(itsOwn)
        }
      }),
    )
  })

  it('comes back from a repair to where it was, or to the edges of what was repaired', () => {
    fc.assert(
      fc.property(twoStates, fc.nat(), fc.nat(), ({ before, after }, a, b) => {
        const { length } = before.text
        const [start = 0, end = 0] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y)
        if (start === end) return
        const range = textRange(start, end)
        const there = carryOver(before.edition, after.edition)(range)
        if (there.start === there.end) return
        const gone = before.edition.repairs.filter(
          ({ id }) => !after.edition.repairs.some((one) => one.id === id),
        )
        // What is taken away altogether leaves nothing for an end that lies in it to come back to.
        const leavesNothing = after.edition.repairs.some(({ reading }) => reading === '')
        if (gone.length > 0 || leavesNothing) return
        const back = carryOver(after.edition, before.edition)(there)
        expect(back.start).toBeLessThanOrEqual(range.start)
        expect(back.end).toBeGreaterThanOrEqual(range.end)
      }),
    )
  })
})

describe('an edition', () => {
  it('is changed by commands, and is as before once a change is taken back', () => {
    fc.assert(
      fc.property(twoStates, fc.boolean(), ({ proposals, before }, takes) => {
        const ids = proposals.filter((_, i) => i % 2 === 0).map(({ id }) => id)
        const command = { kind: takes ? ('take' as const) : ('give-back' as const), ids }
        const change = changeFor(command, {
          edition: before.edition,
          proposals,
          document: before.text,
        })
        if (change === undefined) return
        const changed = changedEdition(before.edition, change)
        for (const id of ids) {
          expect(changed.repairs.some((one) => one.id === id)).toBe(takes)
        }
        expect(changedEdition(changed, invertEdition(change))).toEqual(before.edition)
      }),
    )
  })

  it('has nothing to change where all is as wished', () => {
    const nothing = { edition: untouched, proposals: [], document: documentOf('甲') }
    expect(changeFor({ kind: 'take', ids: ['none'] }, nothing)).toBeUndefined()
    expect(changeFor({ kind: 'give-back', ids: ['none'] }, nothing)).toBeUndefined()
  })

  it('is never of characters that were repaired otherwise, as an earlier version proposed it', () => {
    const document = documentOf('中 文１２字')
    const proposal = (id: string, start: number, end: number, reading: string) => {
      const range = textRange(start, end)
      return { id, kind: 'width', range, found: document.slice(range), reading } as const
    }
    const edition = { ...untouched, repairs: [proposal('former', 4, 5, '2')] }
    const proposals = [proposal('overlapping', 3, 5, '12'), proposal('apart', 1, 2, '')]
    const take = { kind: 'take', ids: ['overlapping', 'apart'] } as const
    expect(changeFor(take, { edition, proposals, document })).toMatchObject({
      taken: [{ id: 'apart' }],
    })
    expect(openProposals(proposals, edition).map(({ id }) => id)).toEqual(['apart'])
  })
})
