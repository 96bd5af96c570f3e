import { effect, type ReadonlySignal } from '@preact/signals'
import { IntervalIndex } from '../../core/text/interval-index'
import { overlaps, sameRange, type TextRange, textRange } from '../../core/text/range'
import { uppermost } from '../../core/text/uppermost'
import type { Layers } from '../state/layers'
import type { Selection } from '../state/selection'
import type { BlockView } from './block-view'
import type { PaintedPassage } from './painted-passage'
import type { Surfaces } from './surfaces'
import type { TextSurface } from './text-surface'

/**
 * Paints ranges of the page without touching its text. The seam behind which another technique could
 * stand; whoever paints knows layers and ranges only.
 */
interface Painter {
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

/** What a block near the window bears, and how that was made. */
interface PaintedBlock {
  readonly reckoning: unknown
  readonly layers: Map<string, PaintedLayer>
}

interface PaintedLayer {
  /** All ranges of the layer, and what is seen of them on this block. */
  readonly from: readonly TextRange[]
  readonly seen: readonly TextRange[]
  readonly ranges: readonly StaticRange[]
}

/**
 * Keeps what is painted in step with the layers, the renditions and the window. Only chunks near the
 * window hold ranges, and a block is painted anew only where a layer changed on it, or where another form
 * puts its characters elsewhere: so scrolling costs what comes into view and what leaves it, and a change
 * of one mark that mark, however much was annotated.
 *
 * @param groups the layers, those together of which one is seen at a place: each look that lies on a character
 * is painted whenever the page changes, though another hides it
 */
export function keepPainted(
  near: ReadonlySignal<ReadonlySet<number>>,
  passage: Pick<PaintedPassage, 'holds'>,
  surfaces: Surfaces,
  layers: ReadonlySignal<Layers>,
  groups: readonly (readonly string[])[],
  painter: Painter,
): () => void {
  const painted = new Map<BlockView, PaintedBlock>()
  const stop = effect(() => {
    const shown = surfaces.shown.value
    for (const { rendition } of shown) void rendition.value
    const here = new Set<BlockView>()
    for (const number of near.value) {
      surfaces.update(number)
      for (const { chunks } of shown)
        for (const view of chunks[number]?.made?.views ?? [])
          if (passage.holds(view.placed.range)) here.add(view)
    }
    for (const [view, block] of painted) {
      if (here.has(view) && view.reckoning === block.reckoning) continue
      for (const [layer, { ranges }] of block.layers) painter.remove(layer, ranges)
      if (!here.has(view)) tellFigures(view, new Map())
      painted.delete(view)
    }
    for (const view of here) {
      const before = painted.get(view)
      const block = before ?? { reckoning: view.reckoning, layers: new Map() }
      painted.set(view, block)
      const isChanged = paintBlock(block, view, layers.value, groups, painter)
      if (isChanged || before === undefined) tellFigures(view, block.layers)
    }
  })
  return () => {
    stop()
    painter.clear()
  }
}

/** Brings each layer that changed since up to date on one block; says whether anything changed there. */
function paintBlock(
  { layers: borne }: PaintedBlock,
  view: BlockView,
  layers: Layers,
  groups: readonly (readonly string[])[],
  painter: Painter,
): boolean {
  let isChanged = false
  for (const group of groups) {
    if (group.every((layer) => (borne.get(layer)?.from ?? none) === rangesOf(layers, layer)))
      continue
    for (const [layer, seen] of seenOn(view, layers, group)) {
      const from = rangesOf(layers, layer)
      const before = borne.get(layer) ?? { seen: none, ranges: [] }
      if (sameRanges(before.seen, seen)) {
        borne.set(layer, { ...before, from })
        continue
      }
      painter.remove(layer, before.ranges)
      const ranges = seen.flatMap((range) => view.rangeOf(range) ?? [])
      painter.add(layer, ranges)
      borne.set(layer, { from, seen, ranges })
      isChanged = true
    }
  }
  return isChanged
}

const none: readonly TextRange[] = []

/** All ranges of a layer. Of one that is empty they are always the same list. */
function rangesOf(layers: Layers, layer: string): readonly TextRange[] {
  const ranges = layers.get(layer) ?? none
  return ranges.length === 0 ? none : ranges
}

/** What is seen on a block of each layer of a group. */
function seenOn(
  { placed }: BlockView,
  layers: Layers,
  group: readonly string[],
): ReadonlyMap<string, readonly TextRange[]> {
  const here = new Map(
    group.map((layer) => [layer, indexOf(rangesOf(layers, layer)).overlapping(placed.range)]),
  )
  return group.length === 1 ? here : uppermost(here, placed.range)
}

/**
 * Says on the figures of a block in which layers they lie. Across a figure that stands upright in a column
 * the engine lays the line of a highlight, and not along it; that of an element is where it should be, and
 * the elements of such figures are there, whatever is marked.
 */
function tellFigures({ figures, placed }: BlockView, layers: PaintedBlock['layers']): void {
  for (const { element, range } of figures) {
    const { start } = placed.range
    const canonical = textRange(start + range.start, start + range.end)
    const names = [...layers]
      .filter(([, { seen }]) => seen.some((each) => overlaps(each, canonical)))
      .map(([name]) => name)
      .join(' ')
    if (names !== (element.dataset['layers'] ?? '')) {
      if (names === '') delete element.dataset['layers']
      else element.dataset['layers'] = names
    }
  }
}

const sameRanges = (some: readonly TextRange[], others: readonly TextRange[]): boolean =>
  some.length === others.length && some.every((range, i) => sameRange(range, others[i] ?? range))

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
