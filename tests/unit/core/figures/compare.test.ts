import { compareTargets } from '../../../../core/figures/compare'
import { parseQuantity } from '../../../../core/figures/quantity'
import { figureList } from '../../support/figures'
import { report } from '../../support/report'

const comparisons = compareTargets(figureList)

/** The value that the text itself has at a figure's place, not the one recorded. */
function inText(id: string): number {
  const { range } = figureList.figures.find((figure) => figure.id === id)!
  return parseQuantity(report.slice(range))!.value
}

const percent = (fraction: number) => `${(fraction * 100).toFixed(1)}%`

describe('2018 beside 2019', () => {
  it('is reckoned from the passages', () => {
    expect(comparisons).toHaveLength(8)
    for (const { target, growth, from, less, ...said } of comparisons) {
      const before =
        from.reduce((sum, { id }) => sum + inText(id), 0) -
        less.reduce((sum, { id }) => sum + inText(id), 0)
      expect(said.before).toBe(before)
      expect(said.stated).toBe(inText(growth.id))
      expect(said.computed).toBeCloseTo((inText(target.id) - before) / before, 12)
    }
  })

  it('shows where the growth stated does not follow', () => {
    const table = comparisons.map(({ target, stated, computed, verdict }) => [
      target.measure,
      percent(stated),
      percent(computed),
      verdict,
    ])
    expect(table).toEqual([
      ['grp', '6.5%', '3.4%', 'differs'],
      ['district-fixed-investment', '8.0%', '50.0%', 'differs'],
      ['budget-revenue', '6.5%', '4.7%', 'within-rounding'],
      ['foreign-capital', '58.0%', '58.2%', 'agrees'],
      ['exports', '17.5%', '17.5%', 'agrees'],
      ['industrial-added-value', '10.0%', '9.8%', 'agrees'],
      ['retail-sales', '8.5%', '9.0%', 'differs'],
      ['disposable-income', '7.0%', '5.7%', 'differs'],
    ])
  })

  it('compares one measure in one unit, a result before its target', () => {
    for (const { target, growth, from, less } of comparisons) {
      expect(growth).toMatchObject({ measure: target.measure, period: '2019', aspect: 'growth' })
      expect(target).toMatchObject({ period: '2019', standing: 'target', aspect: 'amount' })
      for (const figure of [...from, ...less]) {
        expect(figure).toMatchObject({ unit: target.unit, period: '2018', aspect: 'amount' })
      }
    }
  })

  it('knows what rounding leaves possible', () => {
    for (const { possible, computed, implied, before, stated } of comparisons) {
      expect(possible.low).toBeLessThan(computed)
      expect(possible.high).toBeGreaterThan(computed)
      expect(implied / before - 1).toBeCloseTo(stated, 12)
    }
  })
})

describe('figures that follow from one another', () => {
  const measured = (measure: string, period: string) =>
    inText(
      figureList.figures.find(
        (figure) =>
          figure.measure === measure && figure.period === period && figure.aspect !== 'growth',
      )!.id,
    )

  it.each([
    ['2018', ['industry', 'infrastructure', 'social', 'real-estate']],
    ['2019', ['industry', 'services', 'real-estate', 'social']],
  ] as const)('projects of %s are the sum of their kinds', (period, kinds) => {
    const parts = kinds.map((kind) => measured(`projects-works-${kind}`, period))
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(measured('projects-works', period))
  })

  it('institutions are fewer by the share stated', () => {
    const share =
      1 - measured('institutions-after', '2018') / measured('institutions-before', '2018')
    expect(percentOf(share, 2)).toBe(percentOf(measured('institutions-reduction', '2018'), 2))
  })

  it('the share of hazards rectified is that of a whole number of hazards', () => {
    const found = measured('hazards-found', '2018')
    const rectified = Math.round(found * measured('hazards-rectified', '2018'))
    expect(percentOf(rectified / found, 2)).toBe(
      percentOf(measured('hazards-rectified', '2018'), 2),
    )
  })

  it('as many large projects of 2018 are named as are counted', () => {
    const named = figureList.figures.filter(
      ({ id, measure, value }) =>
        id.startsWith('1.2.p3.') && measure === 'project-investment' && value >= 1e8,
    )
    expect(named).toHaveLength(measured('projects-works-large', '2018'))
  })

  it('green space is the same in both years', () => {
    expect(measured('green-space-maintained', '2018')).toBe(
      measured('green-space-maintained', '2019'),
    )
  })

  it('there are as many tasks as sections that set them', () => {
    const sections = report.data.blocks.filter(
      (block) => block.kind === 'heading' && /^2\.\d+$/u.test(block.id),
    )
    expect(sections).toHaveLength(measured('tasks', '2019'))
  })
})

const percentOf = (fraction: number, places: number) => `${(fraction * 100).toFixed(places)}%`
