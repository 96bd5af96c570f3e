import { compareTargets } from '../../../../core/figures/compare'
import { drawPlot } from '../../../../core/figures/draw-plot'
import { growthPlot, type Plot, plotOf } from '../../../../core/figures/plots'
import { filePalette, type Shape, svgFile } from '../../../../core/figures/scene'
import { messagesIn } from '../../../../core/messages/language'
import { numbersIn } from '../../../../renderer/figures/numbers'
import { figureList } from '../../support/figures'

const languages = ['zh-Hant', 'zh-Hans', 'en'] as const

const plotsIn = (language: (typeof languages)[number]): readonly Plot[] => {
  const growth = growthPlot(
    compareTargets(figureList),
    messagesIn[language].figures.growth,
    language,
  )
  return [growth!, ...figureList.plots.map((plot) => plotOf(figureList, plot, language))]
}

const words: Parameters<typeof drawPlot>[1] = {
  value: ({ value }) => `<${value}>`,
  tick: String,
  differs: 'differs',
}

const cases = languages.flatMap((language) =>
  plotsIn(language).map((plot) => [language, plot.id, plot] as const),
)

const textsOf = (shapes: readonly Shape[]) =>
  shapes.flatMap((shape) => (shape.kind === 'text' ? [shape] : []))

/** The edges of a shape; of words by a generous guess of their length. */
function edgesOf(shape: Shape) {
  if (shape.kind === 'path') {
    const points = Array.from(shape.d.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/gu), ([, x, y]) => ({
      x: Number(x),
      y: Number(y),
    }))
    const across = points.map(({ x }) => x)
    return {
      left: Math.min(...across),
      right: Math.max(...across),
      bottom: Math.max(...points.map(({ y }) => y)),
    }
  }
  const length = Array.from(shape.text).reduce(
    (sum, character) => sum + shape.size * (character > '\u2e7f' ? 1 : 0.58),
    0,
  )
  const left = shape.x - length * { start: 0, middle: 0.5, end: 1 }[shape.anchor]
  return { left, right: left + length, bottom: shape.y }
}

describe('the plots of the report', () => {
  it('compare growth, and show what the edition lists', () => {
    expect(plotsIn('en').map(({ id }) => id)).toEqual([
      'growth',
      'levels',
      'projects',
      'investment',
      'insurance',
      'shares',
    ])
  })

  it('show values of one unit, those of their figures', () => {
    for (const plot of plotsIn('en').slice(1)) {
      for (const value of plot.rows.flatMap(({ values }) => values)) {
        if (value === undefined) continue
        expect(value.figures.map((figure) => figure.value)).toEqual([value.value])
        expect(value.figures[0]?.unit).toBe(plot.like.unit)
      }
    }
  })

  it('mark the rows whose growth differs', () => {
    const differing = plotsIn('en')[0]!.rows.filter(({ differs }) => differs)
    expect(differing.map(({ label }) => label)).toEqual([
      'Gross regional product',
      'Fixed-asset investment, district level',
      'Retail sales of consumer goods',
      'Disposable income per person',
    ])
  })

  it.each(cases)('in %s, %s writes out its title, series, rows and values', (_, __, plot) => {
    const said = textsOf(drawPlot(plot, words).shapes).map(({ text }) => text)
    expect(said[0]).toBe(plot.title)
    expect(said).toEqual(
      expect.arrayContaining([...plot.series, ...plot.rows.map((row) => row.label)]),
    )
    const joined = said.join('\n')
    const values = plot.rows.flatMap((row) => row.values.flatMap((value) => value ?? []))
    expect(values.filter((value) => !joined.includes(words.value(value)))).toEqual([])
  })

  it.each(cases)('in %s, %s keeps within its edges', (language, _, plot) => {
    const numbers = numbersIn(language, messagesIn[language].figures)
    const scene = drawPlot(plot, {
      value: ({ value }) => numbers.short(value, plot.like),
      tick: (value) => numbers.tick(value, plot.like),
      differs: messagesIn[language].figures.comparison.differs,
    })
    for (const { left, right, bottom } of scene.shapes.map(edgesOf)) {
      expect(left).toBeGreaterThanOrEqual(0)
      expect(right).toBeLessThanOrEqual(scene.width)
      expect(bottom).toBeLessThanOrEqual(scene.height)
    }
  })

  it('tell series apart by shape: without colour nothing is lost', () => {
    for (const plot of plotsIn('en').filter(({ series }) => series.length > 1)) {
      const { shapes } = drawPlot(plot, words)
      // One series is filled; the other is an outline, hatched where it is a bar.
      expect(shapes.some((shape) => shape.kind === 'path' && shape.fill === 'accent')).toBe(true)
      expect(
        shapes.some(
          (shape) => shape.kind === 'path' && shape.fill === 'paper' && shape.stroke === 'ink',
        ),
      ).toBe(true)
    }
  })
})

describe('bars', () => {
  it('are as long as their values', () => {
    const plot = plotsIn('en').find(({ id }) => id === 'insurance')!
    const lengths = drawPlot(plot, words).shapes.flatMap((shape) => {
      const bar =
        shape.kind === 'path' &&
        shape.fill === 'accent' &&
        /^M[\d.]+,[\d.]+h([\d.]+)v/u.exec(shape.d)
      return bar ? [Number(bar[1])] : []
    })
    const values = plot.rows.map(({ values: [value] }) => value!.value)
    expect(lengths).toHaveLength(values.length)
    for (const [i, length] of lengths.entries()) {
      // Ends lie on whole px.
      expect(Math.abs(length / lengths[0]! - values[i]! / values[0]!)).toBeLessThan(0.004)
    }
  })
})

describe('a plot as an SVG file', () => {
  const plot = plotsIn('zh-Hans')[0]!
  const file = svgFile(drawPlot(plot, words), 'A & B <"c">', 'zh-Hans', 'sans-serif')

  it('needs no style sheet, and no theme', () => {
    expect(file).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /u)
    expect(file).not.toMatch(/var\(|style|class|href/u)
    const colours = new Set(file.match(/#[0-9a-f]{6}/gu))
    expect([...colours].every((colour) => Object.values(filePalette).includes(colour))).toBe(true)
  })

  it('writes what it says without breaking what it is', () => {
    expect(file).toContain('<title>A &amp; B &lt;&quot;c&quot;&gt;</title>')
    expect(file).toContain('&lt;0.065&gt;')
    const opened = file.match(/<(?:path|text|title|svg)\b/gu)?.length
    expect(file.match(/<\/(?:path|text|title|svg)>/gu)).toHaveLength(opened!)
  })
})
