import { unparse } from 'papaparse'
import { verdicts } from '../apparatus/growth'
import type { CanonicalDocument } from '../document/document'
import type { Comparison } from './compare'
import { aspects, type Figure, standings } from './figure'
import { bounds } from './quantity'
import type { FigureRow } from './table'
import { units } from './units'

/** The files that figures are written to. */
const figureFormats = ['csv', 'datapackage'] as const

export type FigureFormat = (typeof figureFormats)[number]

/** By this mark Excel knows that a file is UTF-8; without it Chinese comes out garbled. */
const byteOrderMark = '\u{feff}'

type Cell = string | number | null

interface Field<Item> {
  readonly name: string
  readonly type: 'string' | 'number' | 'integer'
  readonly description: string
  /** The values that there are, where they are few. */
  readonly categories?: readonly string[]
  readonly of: (item: Item, document: CanonicalDocument) => Cell | undefined
}

/** What a value is counted in: a percentage is a fraction, and 0.055 no percent. */
const unitOfValue = ({ unit }: Pick<Figure, 'unit'>) => (unit === 'percent' ? 'fraction' : unit)

const unitsOfValues = units.map((unit) => unitOfValue({ unit }))

/** The columns of the figures, in files of every language under one name. */
const figureFields: readonly Field<FigureRow>[] = [
  field(
    'id',
    'string',
    'Stable within the document: its block and its number there',
    (row) => row.figure.id,
  ),
  field('text', 'string', 'The passage, as the edited text has it', (row) => row.figure.text),
  field(
    'value',
    'number',
    'In the unit, without multiplier: a percentage is a fraction of one',
    (row) => row.figure.value,
  ),
  field(
    'value_upper',
    'number',
    'Where the passage writes a range: what it goes up to',
    (row) => row.figure.valueUpper,
  ),
  field(
    'bound',
    'string',
    'Whether the value is exact, about, nearly, over, at least or at most this',
    (row) => row.figure.bound,
    bounds,
  ),
  field('unit', 'string', 'The unit of the value', (row) => unitOfValue(row.figure), unitsOfValues),
  field(
    'number_written',
    'number',
    'The number as written, before its multiplier',
    (row) => row.figure.number,
  ),
  field(
    'unit_written',
    'string',
    'The unit as written, with its multiplier',
    (row) => row.figure.written,
  ),
  field('measure', 'string', 'What is counted, as a key', (row) => row.figure.measure),
  field('counted_zh_hant', 'string', 'What is counted', (row) => row.figure.counted['zh-Hant']),
  field('counted_zh_hans', 'string', 'What is counted', (row) => row.figure.counted['zh-Hans']),
  field('counted_en', 'string', 'What is counted', (row) => row.figure.counted.en),
  field('of_zh_hant', 'string', 'Of whom or what', (row) => row.figure.of['zh-Hant']),
  field('of_zh_hans', 'string', 'Of whom or what', (row) => row.figure.of['zh-Hans']),
  field('of_en', 'string', 'Of whom or what', (row) => row.figure.of.en),
  field(
    'period',
    'string',
    'Year, or first and last year of several (ISO 8601)',
    (row) => row.figure.period,
  ),
  field(
    'standing',
    'string',
    'Result, estimate, target, scale or criterion',
    (row) => row.figure.standing,
    standings,
  ),
  field('aspect', 'string', 'Amount, growth or share', (row) => row.figure.aspect, aspects),
  field(
    'section',
    'string',
    'The heading that it stands under',
    (row) => row.section?.heading.text,
  ),
  field(
    'topic',
    'string',
    'The run-in heading of its paragraph',
    (row, document) => row.topic && document.slice(row.topic),
  ),
  field(
    'start',
    'integer',
    'Where the passage begins: code points of the edited text',
    (row) => row.figure.range.start,
  ),
  field(
    'end',
    'integer',
    'Where the passage ends: code points of the edited text',
    (row) => row.figure.range.end,
  ),
]

const comparisonFields: readonly Field<Comparison>[] = [
  field('measure', 'string', 'What is counted, as a key', ({ target }) => target.measure),
  field('counted_en', 'string', 'What is counted', ({ target }) => target.counted.en),
  field('counted_zh_hant', 'string', 'What is counted', ({ target }) => target.counted['zh-Hant']),
  field('counted_zh_hans', 'string', 'What is counted', ({ target }) => target.counted['zh-Hans']),
  field(
    'unit',
    'string',
    'The unit of both amounts',
    ({ target }) => unitOfValue(target),
    unitsOfValues,
  ),
  field('before', 'number', 'Amount of the year before', ({ before }) => before),
  field(
    'before_figures',
    'string',
    'The figures that it is reckoned from; with - those taken off',
    ({ from, less }) => [...from.map(({ id }) => id), ...less.map(({ id }) => `-${id}`)].join(' '),
  ),
  field('target', 'number', 'Amount aimed at', ({ target }) => target.value),
  field('target_figure', 'string', 'The figure that states it', ({ target }) => target.id),
  field(
    'growth_stated',
    'number',
    'Growth as stated, as a fraction of one',
    ({ stated }) => stated,
  ),
  field('growth_figure', 'string', 'The figure that states it', ({ growth }) => growth.id),
  field(
    'growth_computed',
    'number',
    'Growth as it follows from both amounts',
    ({ computed }) => computed,
  ),
  field(
    'growth_low',
    'number',
    'Least growth that rounding leaves possible',
    ({ possible }) => possible.low,
  ),
  field(
    'growth_high',
    'number',
    'Greatest growth that rounding leaves possible',
    ({ possible }) => possible.high,
  ),
  field(
    'target_implied',
    'number',
    'Amount that the growth as stated would give',
    ({ implied }) => implied,
  ),
  field(
    'verdict',
    'string',
    'Agrees, agrees within rounding, or differs',
    ({ verdict }) => verdict,
    verdicts,
  ),
]

function field<Item>(
  name: string,
  type: Field<Item>['type'],
  description: string,
  of: Field<Item>['of'],
  categories?: readonly string[],
): Field<Item> {
  return { name, type, description, ...(categories && { categories }), of }
}

/** The figures as a table by RFC 4180, one a row. Numbers are plain, for programs to read. */
export function figuresCsv(document: CanonicalDocument, rows: readonly FigureRow[]): string {
  const header = figureFields.map(({ name }) => name)
  const cells = rows.map((row) => figureFields.map(({ of }) => of(row, document) ?? ''))
  return `${byteOrderMark}${unparse([header, ...cells], { newline: '\r\n' })}\r\n`
}

/**
 * The figures and comparisons as one Data Package (version 2 of the standard) with the data inside:
 * every column with its type and meaning. @see https://datapackage.org/standard/data-package/
 *
 * @param source what the figures were taken from, as it is cited
 * @param created instant of writing, ISO 8601
 */
export function figuresDataPackage(
  document: CanonicalDocument,
  rows: readonly FigureRow[],
  comparisons: readonly Comparison[],
  source: string,
  created: string,
): string {
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `${document.id}-figures`,
    title: document.title,
    created,
    sources: [{ title: source }],
    document: { id: document.id, digest: document.digest },
    resources: [
      resource(document, 'figures', ['id'], figureFields, rows),
      ...(comparisons.length > 0
        ? [resource(document, 'comparisons', ['measure'], comparisonFields, comparisons)]
        : []),
    ],
  }
  return `${JSON.stringify(descriptor, null, 2)}\n`
}

function resource<Item>(
  document: CanonicalDocument,
  name: string,
  primaryKey: readonly string[],
  fields: readonly Field<Item>[],
  items: readonly Item[],
) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
    name,
    type: 'table',
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: fields.map(({ name, type, description, categories }) => ({
        name,
        type,
        description,
        ...(categories && { categories }),
      })),
      primaryKey,
    },
    data: items.map((item) =>
      Object.fromEntries(fields.map(({ name, of }) => [name, of(item, document) ?? null])),
    ),
  }
}
