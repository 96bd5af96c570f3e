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
  readonly $schema: string
  readonly name: string
  readonly created: string
  readonly sources: readonly Readonly<Record<string, string>>[]
  readonly resources: readonly {
    readonly $schema: string
    readonly name: string
    readonly type: string
    readonly data: readonly Readonly<Record<string, string | number | null>>[]
    readonly schema: {
      readonly $schema: string
      readonly primaryKey: readonly string[]
      readonly fields: readonly {
        readonly name: string
        readonly type: string
        readonly description: string
        readonly categories?: readonly string[]
      }[]
    }
  }[]
}

const source = 'A: T. Date of posting unknown.'
const written = JSON.parse(
  figuresDataPackage(report, rows, comparisons, source, now),
) as DataPackage

describe('figures as CSV', () => {
  const table = parse<Record<string, string>>(figuresCsv(report, rows), {
    bom: true,
    columns: true,
  })

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

  it('gives a percentage as the fraction that it is, in a unit that says so', () => {
    const percentages = table.filter(({ unit_written: unit }) => unit === '%')
    expect(percentages[0]).toMatchObject({ text: '5.5%', value: '0.055', unit: 'fraction' })
    expect(new Set(percentages.map(({ unit }) => unit))).toEqual(new Set(['fraction']))
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

const profile = (name: string) => `https://datapackage.org/profiles/2.0/${name}.json`

/** Keys that the standard gives to each descriptor, of which we use no others. */
const allowed = {
  package: ['$schema', 'name', 'title', 'created', 'sources', 'document', 'resources'],
  resource: ['$schema', 'name', 'type', 'schema', 'data'],
  schema: ['$schema', 'fields', 'primaryKey'],
  field: ['name', 'type', 'description', 'categories'],
}

const keysBeyond = (descriptor: object, keys: readonly string[]) =>
  Object.keys(descriptor).filter((key) => !keys.includes(key))

/**
 * What version 2 of the standard demands of the descriptors that we write: Data Package, Data
 * Resource and Table Schema. `document` is a property of our own, which it allows.
 */
describe('the Data Package standard', () => {
  it('is kept by the package', () => {
    expect(keysBeyond(written, allowed.package)).toEqual([])
    expect(written.$schema).toBe(profile('datapackage'))
    expect(written.name).toMatch(/^[a-z0-9._-]+$/u)
    // A datetime by RFC 3339, with its zone.
    expect(written.created).toMatch(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u,
    )
    expect(written.sources).toEqual([{ title: source }])
    expect(written.resources.length).toBeGreaterThan(0)
    const names = written.resources.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  it('is kept by each resource, whose data lie within it', () => {
    for (const resource of written.resources) {
      expect(keysBeyond(resource, allowed.resource)).toEqual([])
      expect(resource).toMatchObject({ $schema: profile('dataresource'), type: 'table' })
      expect(resource.name).toMatch(/^[a-z0-9._-]+$/u)
      expect(Array.isArray(resource.data)).toBe(true)
    }
  })

  it('is kept by each schema: named fields of its types, and keys that are among them', () => {
    for (const { schema, data } of written.resources) {
      expect(keysBeyond(schema, allowed.schema)).toEqual([])
      expect(schema.$schema).toBe(profile('tableschema'))
      const names = schema.fields.map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
      expect(schema.primaryKey.filter((key) => !names.includes(key))).toEqual([])
      for (const field of schema.fields) {
        expect(keysBeyond(field, allowed.field)).toEqual([])
        expect(['string', 'number', 'integer']).toContain(field.type)
        const { name, type, categories } = field
        if (categories === undefined) continue
        expect([name, type]).toEqual([name, 'string'])
        expect(new Set(categories).size).toBe(categories.length)
        for (const row of data) expect(categories).toContain(row[name])
      }
    }
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
