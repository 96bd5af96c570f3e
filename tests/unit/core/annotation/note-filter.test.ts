import type { Annotation } from '../../../../core/annotation/annotation'
import { countBySection, countColors, countTags } from '../../../../core/annotation/counts'
import {
  byLatest,
  isFiltering,
  type NoteFilter,
  noFilter,
  passes,
} from '../../../../core/annotation/note-filter'
import { resolve } from '../../../../core/annotation/resolve'
import { sectionsOf } from '../../../../core/document/sections'
import { type TextRange, textRange } from '../../../../core/text/range'
import { annotationOf } from '../../support/annotations'
import { report } from '../../support/report'

const sections = sectionsOf(report)
const rangeOf = (words: string): TextRange => {
  const at = Array.from(report.text.slice(0, report.text.indexOf(words))).length
  return textRange(at, at + Array.from(words).length)
}
const marks = [
  annotationOf(report, rangeOf('砥礪篤行'), {
    id: 'a',
    note: '開局之年',
    tags: ['經濟', '存疑'],
    modifiedAt: '2026-01-03T00:00:00.000Z',
  }),
  annotationOf(report, rangeOf('地區生產總值'), {
    id: 'b',
    style: { color: 'blue', kind: 'underline' },
    tags: ['經濟'],
  }),
  annotationOf(report, rangeOf('使命重在擔當'), {
    id: 'c',
    style: { color: 'blue', kind: 'squiggly' },
  }),
  {
    ...annotationOf(report, rangeOf('各位代表'), { id: 'lost' }),
    quote: { exact: '文中所無之語', prefix: '', suffix: '' },
  },
]
const resolved = marks.map((annotation: Annotation) => resolve(report, annotation))
const passing = (filter: Partial<NoteFilter>) =>
  resolved
    .filter(passes({ ...noFilter, ...filter }, sections))
    .map(({ annotation }) => annotation.id)

describe('a filter of notes', () => {
  it('that asks for nothing keeps everything, orphans too', () => {
    expect(passing({})).toEqual(['a', 'b', 'c', 'lost'])
    expect(isFiltering(noFilter)).toBe(false)
    expect(isFiltering({ ...noFilter, text: ' 　' })).toBe(false)
  })

  it('narrows by colour, tag and note, and by all of them at once', () => {
    expect(passing({ colors: ['blue'] })).toEqual(['b', 'c'])
    expect(passing({ colors: ['blue', 'yellow'], tags: ['經濟'] })).toEqual(['a', 'b'])
    expect(passing({ note: 'with' })).toEqual(['a'])
    expect(passing({ note: 'without', tags: ['經濟'] })).toEqual(['b'])
  })

  it('takes a section with all that stands under it, and no orphan', () => {
    const first = sections.find(({ heading }) => heading.text.startsWith('一、'))
    expect(passing({ section: first?.heading.id ?? '' })).toEqual(['a', 'b'])
    const title = sections[0]?.heading.id ?? ''
    expect(passing({ section: title })).toEqual(['a', 'b', 'c'])
  })

  it.each(['砥砺笃行', '開局', '开局', '经济', '文中所无'])(
    'finds %s whatever the script',
    (text) => {
      expect(passing({ text }).length).toBeGreaterThan(0)
    },
  )

  it('finds words in what it lists only', () => {
    expect(passing({ text: '砥砺' })).toEqual(['a'])
    expect(passing({ text: '没有的话' })).toEqual([])
  })
})

describe('the order by time', () => {
  it('has the one changed last first', () => {
    expect(resolved.toSorted(byLatest)[0]?.annotation.id).toBe('a')
  })
})

describe('counts', () => {
  it('are of tags, the most used first, of colours, and of marks by section', () => {
    expect([...countTags(marks)]).toEqual([
      ['經濟', 2],
      ['存疑', 1],
    ])
    expect(countColors(marks).get('blue')).toBe(2)
    const total = [...countBySection(sections, resolved).values()].reduce(
      (sum, { annotations }) => sum + annotations,
      0,
    )
    expect(total).toBe(3)
  })
})
