import { parse } from 'csv-parse/sync'
import { sectionsOf } from '../../../../core/document/sections'
import { compareTargets } from '../../../../core/figures/compare'
import { figuresCsv, figuresDataPackage } from '../../../../core/figures/figures-export'
import { rowsOf } from '../../../../core/figures/table'
import { figureList } from '../../support/figures'
import { report } from '../../support/report'

const rows = rowsOf(report, sectionsOf(report), figureList.figures)
const comparisons = compareTargets(figureList)
const now = '2026-01-02T12:00:00.000Z'

interface DataPackage {
  readonly resources: readonly {
    readonly name: string
    readonly data: readonly Readonly<Record<string, string | number | null>>[]
    readonly schema: {
      readonly primaryKey: readonly string[]
      readonly fields: readonly { readonly name: string; readonly type: string }[]
    }
  }[]
}

const written = JSON.parse(figuresDataPackage(report, rows, comparisons, now)) as DataPackage

describe('figures as CSV', () => {
  const table = parse(figuresCsv(report, rows), { bom: true, columns: true }) as Record<
    string,
    string
  >[]

  it('has each figure, and what it says', () => {
    expect(table).toHaveLength(rows.length)
    expect(table[0]).toMatchObject({
      id: '1.1.p1.f1',
      text: '118億元',
      value: '11800000000',
      unit: 'yuan',
      counted_zh_hans: '地区生产总值',
      section: '（一）以轉型升級為抓手，經濟發展穩中提質',
      start: '430',
    })
  })

  it('finds each passage by its offsets', () => {
    const characters = Array.from(report.text)
    for (const { start, end, text } of table) {
      expect(characters.slice(Number(start), Number(end)).join('')).toBe(text)
    }
  })

  it('says the same as the package', () => {
    const inPackage = written.resources[0]!.data.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, String(cell ?? '')])),
    )
    expect(table).toEqual(inPackage)
  })
})

describe('figures as a Data Package', () => {
  it('keeps in each resource to its own schema', () => {
    const fits: Readonly<Record<string, (value: unknown) => boolean>> = {
      string: (value) => typeof value === 'string',
      number: (value) => typeof value === 'number' && Number.isFinite(value),
      integer: Number.isInteger,
    }
    for (const { data, schema } of written.resources) {
      for (const row of data) {
        expect(Object.keys(row)).toEqual(schema.fields.map(({ name }) => name))
        for (const { name, type } of schema.fields) {
          expect([name, row[name], row[name] === null || fits[type]!(row[name])]).toEqual([
            name,
            row[name],
            true,
          ])
        }
      }
      const keys = data.map((row) => schema.primaryKey.map((name) => row[name]).join(' '))
      expect(new Set(keys).size).toBe(data.length)
    }
  })

  it('holds the comparisons, which name their figures', () => {
    const ids = new Set(written.resources[0]!.data.map(({ id }) => id))
    const { data } = written.resources[1]!
    expect(data).toHaveLength(comparisons.length)
    for (const { before_figures: before, target_figure: target, growth_figure: growth } of data) {
      for (const id of [...String(before).split(' '), target, growth]) {
        expect(ids).toContain(String(id).replace(/^-/u, ''))
      }
    }
  })
})
