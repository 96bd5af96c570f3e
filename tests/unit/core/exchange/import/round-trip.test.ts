import {
  type Arbitrary,
  assert,
  asyncProperty,
  constantFrom,
  date,
  integer,
  oneof,
  record,
  string,
  tuple,
  uniqueArray,
} from 'fast-check'
import { describe as describeQuote } from '../../../../../core/anchor/quote'
import type { Annotation } from '../../../../../core/annotation/annotation'
import { colors, markKinds } from '../../../../../core/annotation/style'
import { tagName } from '../../../../../core/annotation/tag'
import { exportScripts } from '../../../../../core/app/export-request'
import { exportNotes } from '../../../../../core/exchange/export/export-notes'
import { textRange } from '../../../../../core/text/range'
import { scriptTags } from '../../../../../core/text/script-tag'
import { anyCharacter } from '../../../../support/any-character'
import { report } from '../../../support/report'
import { hostileNotes, lost, marked, modelOf } from '../export/support'
import { after, byId, decisionsOf, planFor } from './support'

/** Text with emoji, combining marks, characters beyond the BMP, controls, lone surrogates, Markdown. */
const anyText = oneof(
  string({ unit: 'grapheme', maxLength: 40 }),
  string({ unit: anyCharacter, maxLength: 20 }),
  constantFrom(
    ...hostileNotes.filter((note) => note.length < 1000),
    '𠀀𠮷野家',
    'é',
    '👩‍👩‍👧‍👦',
    '繁體，简体',
  ),
)

const tag = anyText.map((text) => tagName(text.slice(0, 60))).filter((name) => name !== undefined)

const instant = date({
  min: new Date('1990-01-01T00:00:00.000Z'),
  max: new Date('2100-01-01T00:00:00.000Z'),
  noInvalidDate: true,
}).map((at) => at.toISOString())

/** Ranges anywhere in the report, so that many overlap. */
const range = tuple(
  integer({ min: 0, max: report.length - 300 }),
  integer({ min: 1, max: 250 }),
).map(([start, length]) => textRange(start, start + length))

const annotation: Arbitrary<Annotation> = record({
  id: oneof(string({ unit: anyCharacter, minLength: 1, maxLength: 30 }), string({ minLength: 1 })),
  range,
  seenIn: constantFrom(...scriptTags),
  style: record({ color: constantFrom(...colors), kind: constantFrom(...markKinds) }),
  note: anyText,
  tags: uniqueArray(tag, { maxLength: 5 }),
  createdAt: instant,
  modifiedAt: instant,
  isLost: integer({ min: 0, max: 9 }).map((n) => n === 0),
}).map(({ isLost, ...more }) =>
  isLost
    ? lost(`失${more.note}`.slice(0, 30), more)
    : {
        ...more,
        documentId: report.id,
        documentDigest: report.digest,
        quote: describeQuote(report, more.range),
      },
)

const exported = async (
  annotations: readonly Annotation[],
  script: (typeof exportScripts)[number],
) => JSON.parse((await exportNotes('json', modelOf(annotations, { script }))) as string) as unknown

describe('notes that are exported and imported again', () => {
  it('are the same in every field, ids included', async () => {
    await assert(
      asyncProperty(
        uniqueArray(annotation, { minLength: 1, maxLength: 12, selector: ({ id }) => id }),
        constantFrom(...exportScripts),
        async (annotations, script) => {
          const plan = await planFor(await exported(annotations, script))
          expect(after(plan)).toEqual(byId(annotations))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('are the same by the thousands', async () => {
    const annotations = Array.from({ length: 5_000 }, (_, i) => {
      const start = (i * 37) % (report.length - 60)
      const place = textRange(start, start + 1 + (i % 50))
      return marked('經濟運行', {
        id: `n${i}`,
        range: place,
        quote: describeQuote(report, place),
        note: i % 3 === 0 ? `𠀀 ${i} 👍🏽` : '',
        tags: i % 5 === 0 ? ['甲', `${i}`] : [],
      })
    })
    const plan = await planFor(await exported(annotations, 'both'))
    expect(plan.counts).toMatchObject({ new: 5_000, refused: 0 })
    expect(plan.items).toHaveLength(1_000)
    expect(after(plan)).toEqual(byId(annotations))
  })

  it('change nothing where they are already', async () => {
    const annotations = [marked('經濟運行', { note: '好' }), lost('無')]
    const plan = await planFor(await exported(annotations, 'hant'), byId(annotations))
    expect(decisionsOf(plan)).toEqual(['same', 'same'])
    expect(plan.changes).toEqual([])
  })

  it('replace an earlier version, and yield to a later one', async () => {
    const mine = marked('經濟運行', {
      id: 'a',
      note: 'mine',
      modifiedAt: '2026-01-05T00:00:00.000Z',
    })
    const later = { ...mine, note: 'later', modifiedAt: '2026-01-06T00:00:00.000Z' }
    const earlier = { ...mine, note: 'earlier', modifiedAt: '2026-01-04T00:00:00.000Z' }
    const taken = await planFor(await exported([later], 'hant'), byId([mine]))
    expect(decisionsOf(taken)).toEqual(['changed'])
    expect(after(taken, byId([mine])).get('a')).toEqual(later)
    const left = await planFor(await exported([earlier], 'hant'), byId([mine]))
    expect(decisionsOf(left)).toEqual(['older'])
    expect(left.changes).toEqual([])
  })

  it('say where their words stand in a text that has changed', async () => {
    const old = marked('經濟運行保持在合理區間', {
      documentDigest: 'sha256:old',
      range: textRange(10, 21),
    })
    const plan = await planFor(await exported([old, lost('無此語也')], 'hant'))
    expect(decisionsOf(plan)).toEqual(['moved: quote', 'orphan: not-found'])
    expect(after(plan).get(old.id)).toEqual(old)
  })
})
