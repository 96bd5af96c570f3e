import { effect, type ReadonlySignal } from '@preact/signals'
import type { PlacedBlock } from '../../core/document/document'
import type { Rendition } from '../../core/script/rendition'
import { IntervalIndex } from '../../core/text/interval-index'
import type { TextRange } from '../../core/text/range'
import type { Layers } from '../state/layers'
import type { Selection } from '../state/selection'
import type { TextSurface } from './text-surface'

/**
 * Paints ranges of the page without touching its text. The seam behind which another technique could
 * stand; whoever paints knows layers and ranges only.
 */
export interface Painter {
  add(layer: string, ranges: readonly AbstractRange[]): void
  remove(layer: string, ranges: readonly AbstractRange[]): void
  /** Takes away all that was painted. */
  clear(): void
}

/**
 * Paints with the CSS Custom Highlight API: one registered highlight a layer, never one an
 * annotation, so that the cost is that of the ranges and not of style rules.
 */
export class HighlightPainter implements Painter {
  readonly #order: ReadonlyMap<string, number>

  /** @param layers the names of all layers, the lowest first; `::highlight(name)` styles each. */
  constructor(layers: readonly string[]) {
    this.#order = new Map(layers.map((layer, i) => [layer, i]))
  }

  add(layer: string, ranges: readonly AbstractRange[]): void {
    if (ranges.length === 0) return
    const there = CSS.highlights.get(layer)
    if (there !== undefined) {
      for (const range of ranges) there.add(range)
      return
    }
    const highlight = new Highlight(...ranges)
    highlight.priority = this.#order.get(layer) ?? 0
    CSS.highlights.set(layer, highlight)
  }

  remove(layer: string, ranges: readonly AbstractRange[]): void {
    const highlight = CSS.highlights.get(layer)
    if (highlight === undefined) return
    for (const range of ranges) highlight.delete(range)
    if (highlight.size === 0) CSS.highlights.delete(layer)
  }

  clear(): void {
    for (const layer of this.#order.keys()) CSS.highlights.delete(layer)
  }
}

/** What a block near the window bears, and what that was made from. */
interface PaintedBlock {
  readonly surface: TextSurface
  readonly rendition: Rendition
  readonly layers: Map<
    string,
    { readonly from: readonly TextRange[]; readonly ranges: readonly StaticRange[] }
  >
}

/**
 * Keeps what is painted in step with the layers, the renditions and the window. Only blocks near the
 * window hold ranges, and a block is painted anew only where a layer changed on it, or its text did: so
 * scrolling costs what comes into view and what leaves it, however much was annotated.
 */
export function keepPainted(
  near: ReadonlySignal<ReadonlySet<Element>>,
  surfaces: ReadonlySignal<readonly TextSurface[]>,
  layers: ReadonlySignal<Layers>,
  painter: Painter,
): () => void {
  const painted = new Map<Element, PaintedBlock>()
  const unpaint = (element: Element, { layers: borne }: PaintedBlock) => {
    for (const [layer, { ranges }] of borne) painter.remove(layer, ranges)
    painted.delete(element)
  }
  const stop = effect(() => {
    const shown = surfaces.value
    const renditions = new Map(shown.map((surface) => [surface, surface.rendition.value]))
    for (const [element, block] of painted) {
      const isRight = near.value.has(element) && renditions.get(block.surface) === block.rendition
      if (!isRight) unpaint(element, block)
    }
    for (const element of near.value) {
      const surface = shown.find((one) => one.blockOf(element) !== undefined)
      const placed = surface?.blockOf(element)
      if (surface === undefined || placed === undefined) continue
      const rendition = renditions.get(surface) as Rendition
      const block = painted.get(element) ?? { surface, rendition, layers: new Map() }
      painted.set(element, block)
      paintBlock(block, placed, layers.value, painter)
    }
  })
  return () => {
    stop()
    painter.clear()
  }
}

/** Brings each layer that changed since up to date on one block. */
function paintBlock(
  { surface, layers: borne }: PaintedBlock,
  placed: PlacedBlock,
  layers: Layers,
  painter: Painter,
): void {
  for (const [layer, from] of layers) {
    const before = borne.get(layer)
    if (before?.from === from || (before === undefined && from.length === 0)) continue
    if (before !== undefined) painter.remove(layer, before.ranges)
    const ranges = indexOf(from)
      .overlapping(placed.range)
      .flatMap((range) => surface.rangeIn(placed, range) ?? [])
    painter.add(layer, ranges)
    borne.set(layer, { from, ranges })
  }
}

const indexes = new WeakMap<readonly TextRange[], IntervalIndex<TextRange>>()

/** The ranges of a layer, made ready once for all blocks. */
function indexOf(ranges: readonly TextRange[]): IntervalIndex<TextRange> {
  const index = indexes.get(ranges) ?? new IntervalIndex(ranges, (range) => range)
  indexes.set(ranges, index)
  return index
}

const mirrorLayer = 'mirrored-selection'

/** Shows the selected passage in the form in which it was not selected, where two are shown. */
export function mirrorSelection(
  { range, column }: Selection,
  surfaces: ReadonlySignal<readonly TextSurface[]>,
): () => void {
  const painter = new HighlightPainter([mirrorLayer])
  const stop = effect(() => {
    const selected = range.value
    const others = surfaces.value.filter((surface) => surface.column !== column.value)
    for (const { rendition } of others) void rendition.value
    painter.clear()
    if (selected === null) return
    painter.add(
      mirrorLayer,
      others.flatMap((other) => other.rangesOf(selected)),
    )
  })
  return () => {
    stop()
    painter.clear()
  }
}
