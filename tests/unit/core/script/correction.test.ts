import * as fc from 'fast-check'
import { CanonicalDocument } from '../../../../core/document/document'
import { OpenDocument } from '../../../../core/publication/open-document'
import type { Publication } from '../../../../core/publication/publication'
import { applyRepairs } from '../../../../core/repair/apply'
import { proposeRepairs } from '../../../../core/repair/propose'
import {
  type CorrectionCommand,
  changedEdition,
  changeFor,
  invertEdition,
  placedCorrections,
  type ReaderEdition,
  untouched,
} from '../../../../core/repair/reader-edition'
import { convertBlocks } from '../../../../core/script/conversion'
import { formsBeside } from '../../../../core/script/conversion-forms'
import { type CodePoints, charactersOf, codePoints } from '../../../../core/text/code-points'
import { type TextRange, textRange } from '../../../../core/text/range'
import { documentOf } from '../../support/document'
import { publication } from '../../support/report'

const forms = formsBeside['zh-Hans']

/** A Simplified document as it is open with an edition of the reader's. */
function opened(source: CanonicalDocument, edition: ReaderEdition = untouched): OpenDocument {
  const { blocks } = applyRepairs(source.data.blocks, edition.repairs)
  const document = { ...source.data, canonicalScript: 'zh-Hans' as const, blocks }
  const parts: Publication = {
    document,
    renditions: forms.map((tag) => ({ tag, blocks: convertBlocks(blocks, 'zh-Hans', tag) })),
    apparatus: { emendations: [], sic: [], kept: [], explanations: [] },
    provenance: publication.provenance,
    build: publication.build,
    corrections: placedCorrections(edition),
  }
  return new OpenDocument(parts)
}

const shown = (open: OpenDocument) =>
  Object.fromEntries(
    [...open.renditions].map(([tag, rendition]) => [
      tag,
      open.document.placed.map(({ block }) => rendition.block(block.id).text),
    ]),
  )

/** What reads the character at a place otherwise. */
function read(
  open: OpenDocument,
  at: number,
  reading: string,
  everywhere = false,
): CorrectionCommand {
  const range = textRange(at, at + 1)
  const made = open.publication.renditions.find(({ tag }) => tag === 'zh-Hant')
  const placed = open.document.blockAt(codePoints(at))
  const written = charactersOf(made?.blocks[placed?.block.id ?? '']?.text ?? '')
  return {
    kind: 'correct',
    at: codePoints(at),
    everywhere,
    character: open.document.slice(range),
    tag: 'zh-Hant',
    found: written[at - (placed?.range.start ?? 0)] ?? '',
    readings: { 'zh-Hant': reading, 'zh-Hant-TW': reading, 'zh-Hant-HK': reading },
  }
}

function after(source: CanonicalDocument, edition: ReaderEdition, command: CorrectionCommand) {
  const { document } = opened(source, edition)
  const change = changeFor(command, { edition, proposals: [], document })
  return change === undefined ? edition : changedEdition(edition, change)
}

describe('a correction', () => {
  const source = documentOf('范先生示范', '模范范文')

  it('holds at its place, in every form that follows it', () => {
    const edition = after(source, untouched, read(opened(source), 0, '范'))
    expect(shown(opened(source, edition))).toEqual({
      'zh-Hans': ['范先生示范', '模范范文'],
      'zh-Hant': ['范先生示範', '模範範文'],
      'zh-Hant-TW': ['范先生示範', '模範範文'],
      'zh-Hant-HK': ['范先生示範', '模範範文'],
    })
  })

  it('holds wherever conversion wrote the character so, but for a place that is read in its own way', () => {
    const single = after(source, untouched, read(opened(source), 4, '範圍'))
    const all = after(source, single, read(opened(source), 0, '范', true))
    expect(shown(opened(source, all))['zh-Hant']).toEqual(['范先生示範圍', '模范范文'])
    const back = after(source, all, { kind: 'uncorrect', ids: [all.corrections[0]?.id ?? ''] })
    expect(back.corrections).toHaveLength(1)
  })

  it('of all places can be taken back at one, where it then reads what conversion wrote', () => {
    const all = after(source, untouched, read(opened(source), 0, '范', true))
    const one = after(source, all, read(opened(source), 4, '範'))
    expect(shown(opened(source, one))['zh-Hant']).toEqual(['范先生示範', '模范范文'])
    const none = after(source, one, read(opened(source), 0, '範', true))
    expect(shown(opened(source, none))['zh-Hant']).toEqual(['範先生示範', '模範範文'])
  })

  it('is none where the character is read as it was, or is not the one that stands there', () => {
    expect(after(source, untouched, read(opened(source), 0, '範'))).toBe(untouched)
    const elsewhere = { ...read(opened(source), 0, '范'), at: codePoints(1) } as CorrectionCommand
    expect(after(source, untouched, elsewhere)).toBe(untouched)
  })

  it('is remarked at each of its places', () => {
    const all = after(source, untouched, read(opened(source), 0, '范', true))
    const { remarks } = opened(source, all)
    expect(remarks.map(({ kind, range }) => [kind, range.start as number])).toEqual([
      ['correction', 0],
      ['correction', 4],
      ['correction', 7],
      ['correction', 8],
    ])
    expect(new Set(remarks.map(({ id }) => id)).size).toBe(4)
  })
})

const character = fc.constantFrom('后', '发', '里', '范', '人', '，', ' ', ',', '𠮷', '１')
const texts = fc.array(fc.string({ unit: character, minLength: 1, maxLength: 12 }), {
  minLength: 1,
  maxLength: 4,
})
const readings = fc.constantFrom('後', '髮', '裡', '范', '𠮷', '兩字', '三個字')

/** A document with some repairs, and corrections made one after the other, each as an edition. */
const corrected = fc
  .tuple(
    texts,
    fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
    fc.array(fc.tuple(fc.nat(), readings, fc.boolean()), { maxLength: 5 }),
  )
  .map(([paragraphs, choices, wishes]) => {
    const source = documentOf(...paragraphs)
    const proposals = proposeRepairs(source)
    const repairs = proposals.filter((_, i) => choices[i % choices.length])
    const editions: ReaderEdition[] = [{ ...untouched, repairs }]
    for (const [pick, reading, everywhere] of wishes) {
      const edition = editions.at(-1) as ReaderEdition
      const open = opened(source, edition)
      if (open.document.length === 0) continue
      const command = read(open, pick % open.document.length, reading, everywhere)
      if (command.kind === 'correct' && command.found !== '') {
        editions.push(after(source, edition, command))
      }
    }
    return { source, proposals, editions }
  })

describe('the laws of corrections', () => {
  it('the canonical text never changes by one', () => {
    fc.assert(
      fc.property(corrected, ({ source, editions }) => {
        const [first, ...others] = editions.map((edition) => opened(source, edition))
        for (const open of others) expect(open.document.text).toBe(first?.document.text)
      }),
      { numRuns: 60 },
    )
  })

  it('a range of any form comes back to itself, or to the edges of what is read otherwise', () => {
    fc.assert(
      fc.property(corrected, fc.nat(), fc.nat(), ({ source, editions }, a, b) => {
        const open = opened(source, editions.at(-1))
        for (const rendition of open.renditions.values()) {
          for (const placed of open.document.placed) {
            const { start, end } = placed.range
            const length = end - start
            if (length === 0) continue
            const from = start + (a % length)
            const range: TextRange = textRange(from, from + 1 + (b % (end - from)))
            const part = rendition.inBlock(placed, range)
            if (part === undefined) throw new Error('Nothing is shown of it')
            expect(rendition.fromBlock(placed, part)).toEqual(range)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('what is read elsewhere stays as it was: a form differs from the one before at the corrected place alone', () => {
    fc.assert(
      fc.property(corrected, ({ source, editions }) => {
        for (const [i, edition] of editions.slice(1).entries()) {
          const [was, is] = [editions[i], edition].map((one) => opened(source, one))
          if (was === undefined || is === undefined) continue
          const touched = new Set(
            [was, is].flatMap((open) => open.remarks.map(({ range }) => range.start)),
          )
          for (const [tag, rendition] of is.renditions) {
            for (let at = 0; at < is.document.length; at++) {
              if (touched.has(at as CodePoints)) continue
              const range = textRange(at, at + 1)
              expect(rendition.slice(range)).toBe(was.renditionOf(tag).slice(range))
            }
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('taking one back gives exactly the former forms', () => {
    fc.assert(
      fc.property(corrected, ({ source, editions }) => {
        for (const [i, edition] of editions.slice(1).entries()) {
          const before = editions[i] as ReaderEdition
          const corrections = { corrected: edition.corrections, uncorrected: before.corrections }
          const back = changedEdition(edition, invertEdition(corrections))
          expect(back).toEqual(before)
          const open = opened(source, edition)
          open.correct(placedCorrections(back))
          expect(shown(open)).toEqual(shown(opened(source, before)))
        }
      }),
      { numRuns: 40 },
    )
  })

  it('one stays on its character whatever is repaired, and is there again when a repair is', () => {
    fc.assert(
      fc.property(
        corrected,
        fc.infiniteStream(fc.boolean()),
        ({ source, proposals, editions }, stream) => {
          const edition = editions.at(-1) as ReaderEdition
          const repairs = proposals.filter(() => stream.next().value as boolean)
          const other = { ...edition, repairs }
          const open = opened(source, other)
          const there = placedCorrections(other).filter(({ at }) => at !== null)
          for (const { at, character: one } of there) {
            const from = at as CodePoints
            expect(open.document.slice(textRange(from, from + 1))).toBe(one)
          }
          expect(shown(opened(source, { ...other, repairs: edition.repairs }))).toEqual(
            shown(opened(source, edition)),
          )
        },
      ),
      { numRuns: 60 },
    )
  })
})
