import type { CanonicalDocument } from '../document/document'
import { type Section, sectionAt } from '../document/sections'
import { isNothing, SearchText } from '../search/search-text'
import { type TextRange, textRange } from '../text/range'
import type { Aspect, Figure, Standing } from './figure'
import type { Unit } from './units'

/** A figure with its place in the document. */
export interface FigureRow {
  readonly figure: Figure
  /** The section that it stands in. */
  readonly section: Section | undefined
  /** The run-in heading of its paragraph, its full stop left out. */
  readonly topic: TextRange | undefined
  /** All that a query may find it by. */
  readonly words: SearchText
}

/** The figures in the order of the text, each with its place. */
export function rowsOf(
  document: CanonicalDocument,
  sections: readonly Section[],
  figures: readonly Figure[],
): readonly FigureRow[] {
  return figures.map((figure) => {
    const section = sectionAt(sections, figure.range.start)
    const topic = topicOf(document, figure)
    const headings = section ? [...section.above.slice(1), section.heading] : []
    const words = [
      figure.text,
      ...Object.values(figure.counted),
      ...Object.values(figure.of),
      ...headings.map(({ text }) => text),
      ...(topic ? [document.slice(topic)] : []),
      figure.id,
    ]
    return { figure, section, topic, words: new SearchText(words.join('\n')) }
  })
}

function topicOf(document: CanonicalDocument, { range }: Figure): TextRange | undefined {
  const placed = document.blockAt(range.start)
  if (placed?.block.kind !== 'paragraph' || placed.block.runIn === 0) return undefined
  return textRange(placed.range.start, placed.range.start + placed.block.runIn - 1)
}

/** What is asked of the table; null asks for nothing. */
export interface FigureFilter {
  readonly query: string
  /** The id of a heading: its section with all below it. */
  readonly section: string | null
  readonly kind: Standing | Aspect | null
  /** A year; figures of several years belong to each. */
  readonly year: string | null
  readonly unit: Unit | null
}

export const noFilter: FigureFilter = {
  query: '',
  section: null,
  kind: null,
  year: null,
  unit: null,
}

/** Whether the filter asks for anything. */
export const asksForSomething = ({ query, ...asked }: FigureFilter): boolean =>
  !isNothing(query) || Object.values(asked).some((wanted) => wanted !== null)

/** The rows that the filter asks for, in their order. */
export const filterRows = (rows: readonly FigureRow[], filter: FigureFilter) =>
  rows.filter((row) => isWanted(row, filter))

function isWanted(
  { figure, section, words }: FigureRow,
  { query, section: heading, kind, year, unit }: FigureFilter,
): boolean {
  if (heading !== null && !headingIds(section).includes(heading)) return false
  if (kind !== null && figure.standing !== kind && figure.aspect !== kind) return false
  if (year !== null && !coversYear(figure.period, year)) return false
  if (unit !== null && figure.unit !== unit) return false
  return isNothing(query) || words.find(query).length > 0
}

const headingIds = (section: Section | undefined): readonly string[] =>
  section ? [...section.above, section.heading].map(({ id }) => id) : []

/** First and last year of a period. */
export function yearsOf(period: string): readonly [first: number, last: number] {
  const [first = '', last = first] = period.split('/')
  return [Number(first), Number(last)]
}

function coversYear(period: string, year: string): boolean {
  const [first, last] = yearsOf(period)
  return Number(year) >= first && Number(year) <= last
}

/** The columns that the table can be sorted by; `place` is the order of the text. */
export const figureColumns = ['place', 'counted', 'of', 'value', 'unit', 'period', 'kind'] as const

export type FigureColumn = (typeof figureColumns)[number]

export interface FigureOrder {
  readonly column: FigureColumn
  readonly descending: boolean
}

export const textOrder: FigureOrder = { column: 'place', descending: false }

/** What the table needs to know of words to put them in order. */
export interface FigureWords {
  readonly counted: (figure: Figure) => string
  readonly of: (figure: Figure) => string
  readonly unit: (figure: Figure) => string
  readonly kind: (figure: Figure) => string
  readonly compare: (a: string, b: string) => number
}

/** The rows in an order; of equals the one that stands first in the text comes first. */
export function sortRows(
  rows: readonly FigureRow[],
  { column, descending }: FigureOrder,
  words: FigureWords,
): readonly FigureRow[] {
  const compare = comparisonOf(column, words)
  const sign = descending ? -1 : 1
  return [...rows].sort(
    (a, b) => sign * compare(a.figure, b.figure) || a.figure.range.start - b.figure.range.start,
  )
}

function comparisonOf(column: FigureColumn, words: FigureWords): (a: Figure, b: Figure) => number {
  switch (column) {
    case 'place':
      return (a, b) => a.range.start - b.range.start
    case 'value':
      return (a, b) => a.value - b.value
    case 'period':
      return (a, b) => yearsOf(a.period)[0] - yearsOf(b.period)[0]
    case 'counted':
    case 'of':
    case 'unit':
    case 'kind': {
      const word = words[column]
      return (a, b) => words.compare(word(a), word(b))
    }
  }
}
