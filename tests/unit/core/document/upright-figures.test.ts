import type { Span } from '../../../../core/document/block'
import { uprightFigures } from '../../../../core/document/upright-figures'
import { sliceCodePoints } from '../../../../core/text/code-points'
import { textRange } from '../../../../core/text/range'

const figuresOf = (text: string, spans: readonly Span[] = []) =>
  uprightFigures(text, spans).map(({ start, end }) => sliceCodePoints(text, start, end))

describe('figures that stand upright', () => {
  it.each([
    ['引進域外資金12億元，落實項目8個', ['12', '8']],
    ['𠀀𠀀第16屆', ['16']],
    ['12', ['12']],
    ['共12，又34。', ['12', '34']],
  ])('are those of one or two digits: %s', (text, figures) => {
    expect(figuresOf(text)).toEqual(figures)
  })

  it.each([
    '2019年',
    '增長17.5%',
    '增長8%',
    '完成2.96億元',
    '3-4個',
    'PM10和G20',
    '10:30',
    '1,234',
    '1/2',
  ])('are none of a longer figure or a word: %s', (text) => {
    expect(figuresOf(text)).toEqual([])
  })

  it('are found in one walk, however many figures and spans there are', () => {
    const many = 2000
    const text = '共12個；'.repeat(many)
    let looks = 0
    const spans = Array.from({ length: many }, (_, i): Span => {
      const range = textRange(i * 5, i * 5 + 2)
      return {
        kind: 'strong',
        get range() {
          looks++
          return range
        },
      }
    })
    const slice = jest.spyOn(String.prototype, 'slice')
    const figures = uprightFigures(text, spans)
    const read = slice.mock.results.reduce((sum, { value }) => sum + String(value).length, 0)
    slice.mockRestore()
    expect(figures).toEqual([])
    expect(uprightFigures(text, [])).toHaveLength(many)
    expect(read).toBeLessThanOrEqual(text.length)
    expect(looks).toBeLessThan(12 * many)
  })

  it('are none that are set in a way of their own, nor such as a span parts', () => {
    const at = (kind: 'code' | 'strong', start: number, end: number): Span => ({
      kind,
      range: textRange(start, end),
    })
    expect(figuresOf('共12個', [at('code', 0, 4)])).toEqual([])
    expect(figuresOf('共12個', [at('strong', 0, 2)])).toEqual([])
    expect(figuresOf('共12個', [at('strong', 0, 4)])).toEqual(['12'])
    expect(figuresOf('共12個', [at('strong', 1, 3)])).toEqual(['12'])
    expect(figuresOf('共12個', [at('strong', 2, 3)])).toEqual([])
  })
})
