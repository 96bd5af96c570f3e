import type { CanonicalDocument } from '../../../../core/document/document'
import { sectionsOf } from '../../../../core/document/sections'
import { bySection, mostInSection } from '../../../../core/search/by-section'
import { SearchText } from '../../../../core/search/search-text'
import { holds } from '../../../../core/text/range'
import { documentOf } from '../../support/document'
import { report } from '../../support/report'

const find = ({ text }: CanonicalDocument, query: string) => new SearchText(text).find(query)

const sections = sectionsOf(report)

describe('hits by section', () => {
  it('are all there, in order, each under the heading it stands under', () => {
    const hits = find(report, '发展')
    const groups = bySection(sections, hits)
    expect(groups.flatMap((group) => group.hits)).toEqual(hits)
    for (const { section, first, hits: own } of groups) {
      expect(hits[first]).toBe(own[0])
      for (const hit of own) expect(section && holds(section.range, hit.start)).toBe(true)
    }
    const headings = groups.map(({ section }) => section?.heading.id)
    expect(new Set(headings).size).toBe(headings.length)
  })

  it('of nothing are nothing', () => expect(bySection(sections, [])).toEqual([]))

  it('stand together in a text without headings', () => {
    const text = documentOf('人', '人')
    expect(bySection(sectionsOf(text), find(text, '人'))).toHaveLength(1)
  })

  it('are counted where they are most, in however many sections', () => {
    expect(mostInSection([])).toBe(0)
    const [first, ...rest] = bySection(sections, find(report, '发展'))
    if (first === undefined) throw new Error('The report holds the word')
    const counts = [first, ...rest].map(({ hits }) => hits.length)
    expect(mostInSection([first, ...rest])).toBe(Math.max(...counts))
    const many = Array.from({ length: 300_000 }, () => ({ ...first, hits: [] }))
    expect(mostInSection([...many, first])).toBe(first.hits.length)
  })
})
