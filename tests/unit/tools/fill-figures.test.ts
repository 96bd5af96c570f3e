import { reviewableJson } from '../../../tools/edition/reviewable-json'
import { fillFigures, reviewSchema } from '../../../tools/figures/fill-figures'
import { documentOf } from '../support/document'
import { figuresJson, figuresText } from '../support/figures'
import { report } from '../support/report'

const review = reviewSchema.parse(figuresJson)

const small = (passages: readonly string[], excluded: readonly string[] = []) => ({
  measures: { grain: { 'zh-Hant': '糧食產量', 'zh-Hans': '', en: 'Grain' } },
  subjects: { village: { 'zh-Hant': '鄉村', 'zh-Hans': '', en: 'Village' } },
  figures: passages.map((text, i) => ({
    id: `p0.f${i + 1}`,
    text,
    measure: 'grain',
    of: 'village',
    period: '2018',
    standing: 'result',
    aspect: 'amount',
  })),
  pairings: [],
  plots: [],
  excluded: { date: [...excluded] },
})

describe('filling in the figures', () => {
  it('leaves the file of the report as it is: else run npm run build:figures', () => {
    const { filled, unreviewed } = fillFigures(report, review)
    expect(unreviewed).toEqual([])
    expect(reviewableJson(filled)).toBe(figuresText)
  })

  it('finds passages in their order, as whole numbers, beside what is excluded', () => {
    const document = documentOf('2018年收12噸，又收2噸，再收2噸。')
    const { filled, unreviewed } = fillFigures(document, small(['12噸', '2噸', '2噸'], ['2018年']))
    expect(filled.figures.map(({ range }) => range)).toEqual([
      { start: 6, end: 9 },
      { start: 12, end: 14 },
      { start: 17, end: 19 },
    ])
    expect(filled.measures['grain']?.['zh-Hans']).toBe('粮食产量')
    expect(unreviewed).toEqual([])
  })

  it('tells of a number that no one has judged', () => {
    const { unreviewed } = fillFigures(documentOf('收12噸，賣七噸。'), small(['12噸']))
    expect(unreviewed).toEqual([{ block: 'p0', text: '七', around: '收12噸，賣七噸。' }])
  })

  it('refuses a passage that has gone, and one that is no quantity', () => {
    expect(() => fillFigures(documentOf('收13噸。'), small(['12噸']))).toThrow('12噸')
    expect(() => fillFigures(documentOf('收糧。'), small(['糧']))).toThrow('not a quantity')
  })
})
