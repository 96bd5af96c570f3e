import { sectionsOf } from '../../../../core/document/sections'
import {
  type FigureColumn,
  type FigureFilter,
  type FigureWords,
  figureColumns,
  filterRows,
  noFilter,
  rowsOf,
  sortRows,
} from '../../../../core/figures/table'
import { figureList } from '../../support/figures'
import { report } from '../../support/report'

const rows = rowsOf(report, sectionsOf(report), figureList.figures)
const asked = (filter: Partial<FigureFilter>) =>
  filterRows(rows, { ...noFilter, ...filter }).map(({ figure }) => figure.text)

const words: FigureWords = {
  counted: ({ counted }) => counted.en,
  of: ({ of }) => of.en,
  unit: ({ unit }) => unit,
  kind: ({ standing, aspect }) => `${standing} ${aspect}`,
  compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
}

describe('the table of figures', () => {
  it('shows everything where nothing is asked', () => {
    expect(filterRows(rows, noFilter)).toEqual(rows)
    expect(rows).toHaveLength(figureList.figures.length)
  })

  it.each(['地區生產總值', '地区生产总值', 'gross regional', '118亿'])('finds by %s', (query) => {
    expect(asked({ query })).toContain('118億元')
    expect(asked({ query }).length).toBeLessThan(5)
  })

  it('finds by section and by topic in either script', () => {
    expect(asked({ query: '住房保障体系' })).toEqual(asked({ query: '住房保障體系' }))
    expect(asked({ query: '住房保障体系' })).toContain('835戶')
  })

  it('takes a section with all below it', () => {
    const all = asked({ section: '1' })
    expect(all).toHaveLength(rows.filter(({ figure }) => figure.id.startsWith('1.')).length)
    expect(asked({ section: '1.5' })).toEqual(['16件', '31件', '15.32萬平方米'])
  })

  it('takes figures of several years for each of them', () => {
    expect(asked({ year: '2016' })).toEqual(['835戶'])
    expect(asked({ year: '2019' })).toContain('122億元')
  })

  it('takes a kind by standing or by aspect, and a unit', () => {
    expect(asked({ kind: 'growth', year: '2019' })).toHaveLength(8)
    expect(asked({ kind: 'criterion' })).toEqual(['超億元', '千萬元以上', '億元以上'])
    expect(asked({ unit: 'us-dollar' })).toEqual(['316萬美元', '500萬美元'])
  })

  it.each(figureColumns)('sorted by %s is the same figures in order', (column: FigureColumn) => {
    const up = sortRows(rows, { column, descending: false }, words)
    const down = sortRows(rows, { column, descending: true }, words)
    expect(new Set(up)).toEqual(new Set(rows))
    expect(new Set(down)).toEqual(new Set(rows))
    expect(up.map((row) => key(row.figure, column))).toEqual(
      up.map((row) => key(row.figure, column)).sort(byValue),
    )
    expect(down.map((row) => key(row.figure, column))).toEqual(
      up.map((row) => key(row.figure, column)).reverse(),
    )
  })
})

type Figure = (typeof figureList.figures)[number]

function key(figure: Figure, column: FigureColumn): string | number {
  if (column === 'place') return figure.range.start
  if (column === 'value') return figure.value
  if (column === 'period') return figure.period.slice(0, 4)
  return words[column](figure)
}

const byValue = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0)
