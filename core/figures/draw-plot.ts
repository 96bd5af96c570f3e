import { scaleLinear, scaleLog } from 'd3-scale'
import type { Plot, PlotRow, PlotValue } from './plots'
import type { Scene, Shape } from './scene'

/** How a plot says its values, in the language of the reader. */
interface PlotWords {
  readonly value: (value: PlotValue) => string
  readonly tick: (value: number) => string
  /** What is said of a row whose values do not go together. */
  readonly differs: string
}

/** Lengths in px of the drawing. */
const width = 760
const margin = 16
const leastRoom = 60
const titleSize = 17
const textSize = 13.5
const smallSize = 12
const labelHeight = 22
const barHeight = 13
const barGap = 4
const dotLine = 26
const rowGap = 16
const diamond = 6.5
const circle = 5.5

type Place = (value: number) => number

/**
 * Draws a plot. Each row has its label over it, so that labels of any length and language have room;
 * series are told apart by shape and filling, never by colour alone, and every value is written out.
 */
export function drawPlot(plot: Plot, words: PlotWords): Scene {
  const { place, ticks } = scaleOf(plot, words)
  const shapes: Shape[] = [text(plot.title, margin, 30, { size: titleSize, bold: true })]
  let y = 44
  if (plot.series.length > 1) {
    shapes.push(...legend(plot, y + 14))
    y += 30
  }
  const top = y + 20
  y = top + 8
  const rows: Shape[] = []
  for (const row of plot.rows) {
    rows.push(...labelOf(row, words, y + 14))
    y += labelHeight
    const { drawn, height } =
      plot.mark === 'bars' ? bars(row, words, place, y) : dots(row, words, place, y)
    rows.push(...drawn)
    y += height + rowGap
  }
  const bottom = y - rowGap + 6
  for (const tick of ticks) {
    const x = place(tick)
    shapes.push(path(`M${x},${top}V${bottom}`, { stroke: 'rule' }))
    shapes.push(
      text(words.tick(tick), x, top - 6, {
        size: smallSize,
        ink: 'soft',
        // The first stands over the labels, which begin at its line.
        anchor: x < margin + 1 ? 'start' : 'middle',
      }),
    )
  }
  return { width, height: Math.ceil(bottom + margin), shapes: [...shapes, ...rows] }
}

function scaleOf(
  plot: Plot,
  words: PlotWords,
): { readonly place: Place; readonly ticks: readonly number[] } {
  const values = plot.rows.flatMap(({ values: own }) => own.flatMap((one) => one?.value ?? []))
  const extent = [margin, width - roomFor(plot, words)] as const
  if (plot.scale === 'log') {
    // From a whole power: the lines are powers.
    const scale = scaleLog()
      .domain([10 ** Math.floor(Math.log10(Math.min(...values))), Math.max(...values)])
      .range(extent)
    const ticks = scale.ticks().filter((tick) => Number.isInteger(Math.log10(tick)))
    return { place: rounded(scale), ticks }
  }
  const domain = [Math.min(0, ...values), Math.max(0, ...values)] as const
  const scale = scaleLinear().domain(domain).nice(5).range(extent)
  return { place: rounded(scale), ticks: scale.ticks(5) }
}

/** The room that values need behind what they are said of, the last of which ends the scale. */
function roomFor(plot: Plot, words: PlotWords): number {
  const lengths = plot.rows.flatMap(({ values }) => {
    const said = values.flatMap((value) => (value ? words.value(value) : []))
    const texts = plot.mark === 'dots' ? [said.join(' / ')] : said
    return texts.map((one) => lengthOf(one, smallSize))
  })
  return Math.max(leastRoom, ...lengths) + 2 * margin
}

/** To half a px, where a line of one px is sharp. */
const rounded =
  (scale: Place): Place =>
  (value) =>
    Math.round(scale(value)) + 0.5

function legend(plot: Plot, y: number): Shape[] {
  let x = margin
  return plot.series.flatMap((name, i) => {
    const sign = plot.mark === 'bars' ? bar(x, y - 10, 22, 11, i) : [dot(x + 10, y - 4, i)]
    const named = text(name, x + 30, y, { size: smallSize, ink: 'soft' })
    x += 30 + lengthOf(name, smallSize) + 28
    return [...sign, named]
  })
}

function labelOf(row: PlotRow, words: PlotWords, y: number): Shape[] {
  const { label } = row
  const shapes: Shape[] = [text(label, margin, y, { halo: true })]
  if (row.differs) {
    const x = margin + lengthOf(label, textSize) + 14
    shapes.push(
      text(`≠ ${words.differs}`, x, y, { size: smallSize, ink: 'accent', bold: true, halo: true }),
    )
  }
  return shapes
}

interface Drawn {
  readonly drawn: readonly Shape[]
  readonly height: number
}

function bars(row: PlotRow, words: PlotWords, place: Place, y: number): Drawn {
  const drawn: Shape[] = []
  let at = y
  for (const [i, value] of row.values.entries()) {
    if (value === undefined) continue
    const x = place(0)
    const length = place(value.value) - x
    drawn.push(...bar(x, at, Math.max(1, length), barHeight, i))
    drawn.push(text(words.value(value), x + length + 8, at + barHeight - 2, { size: smallSize }))
    at += barHeight + barGap
  }
  return { drawn, height: at - y - barGap }
}

/** The first series is solid, the second hatched. */
function bar(x: number, y: number, length: number, height: number, series: number): Shape[] {
  const outline = `M${x},${y}h${length}v${height}h${-length}Z`
  if (series === 0) return [path(outline, { fill: 'accent' })]
  return [
    path(outline, { fill: 'paper', stroke: 'ink', width: 1.2 }),
    path(hatching(x, y, length, height), { stroke: 'ink', width: 1.2 }),
  ]
}

const hatchStep = 6

/** Lines that rise from left to right at 45°, cut off at the edges of the box. */
function hatching(x: number, y: number, length: number, height: number): string {
  let d = ''
  for (let at = hatchStep - height; at < length; at += hatchStep) {
    const from = Math.max(0, at)
    const to = Math.min(length, at + height)
    if (to > from)
      d += `M${x + from},${y + height - (from - at)}L${x + to},${y + height - (to - at)}`
  }
  return d
}

function dots(row: PlotRow, words: PlotWords, place: Place, y: number): Drawn {
  const middle = y + dotLine / 2
  const known = row.values.flatMap((value, i) =>
    value === undefined ? [] : [{ value, series: i, x: place(value.value) }],
  )
  const left = Math.min(...known.map(({ x }) => x))
  const right = Math.max(...known.map(({ x }) => x))
  const line = path(`M${left},${middle}H${right}`, { stroke: 'ink', width: 1.5 })
  // Both values stand behind the dots, in the order of the series: near dots leave no room between.
  const said = known.map(({ value }) => words.value(value)).join(' / ')
  return {
    drawn: [
      line,
      ...known.map(({ x, series }) => dot(x, middle, series)),
      text(said, right + 14, middle + 4, { size: smallSize, halo: true }),
    ],
    height: dotLine,
  }
}

/** The first series is an open circle, the second a filled diamond. */
function dot(x: number, y: number, series: number): Shape {
  if (series === 0) {
    const r = circle
    return path(`M${x - r},${y}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0Z`, {
      fill: 'paper',
      stroke: 'ink',
      width: 1.8,
    })
  }
  const r = diamond
  return path(`M${x - r},${y}L${x},${y - r}L${x + r},${y}L${x},${y + r}Z`, { fill: 'accent' })
}

type PathShape = Extract<Shape, { kind: 'path' }>
type TextShape = Extract<Shape, { kind: 'text' }>

const path = (d: string, paint: Omit<PathShape, 'kind' | 'd'>): Shape => ({
  kind: 'path',
  d,
  ...paint,
})

const text = (
  words: string,
  x: number,
  y: number,
  how: Partial<Pick<TextShape, 'anchor' | 'ink' | 'size' | 'bold' | 'halo'>> = {},
): Shape => ({
  kind: 'text',
  text: words,
  x,
  y,
  anchor: 'start',
  ink: 'ink',
  size: textSize,
  ...how,
})

/** About how long words are, without a font to measure them by: Chinese a square, Latin half of it. */
function lengthOf(words: string, size: number): number {
  let squares = 0
  for (const character of words) squares += character > '\u2e7f' ? 1 : 0.56
  return squares * size
}
