import { effect, type ReadonlySignal } from '@preact/signals'
import type { Rendition } from '../../core/script/rendition'
import type { TextRange } from '../../core/text/range'
import type { Layers } from '../state/layers'
import type { Selection } from '../state/selection'
import type { TextSurface } from './text-surface'

/**
 * Paints ranges of the page without touching its text. The seam behind which another technique could
 * stand; whoever paints knows layers and ranges only.
 */
export interface Painter {
  /** Replaces all that the layer shows. Layers painted later in `layers` lie on top. */
  paint(layer: string, ranges: readonly AbstractRange[]): void
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

  paint(layer: string, ranges: readonly AbstractRange[]): void {
    if (ranges.length === 0) {
      CSS.highlights.delete(layer)
      return
    }
    const highlight = new Highlight(...ranges)
    highlight.priority = this.#order.get(layer) ?? 0
    CSS.highlights.set(layer, highlight)
  }

  clear(): void {
    for (const layer of this.#order.keys()) CSS.highlights.delete(layer)
  }
}

/** All that the ranges of a layer are made from: where none of it changed, neither do they. */
interface Painted {
  readonly ranges: readonly TextRange[]
  readonly near: ReadonlySet<Element>
  readonly surfaces: readonly TextSurface[]
  readonly renditions: readonly Rendition[]
}

/**
 * Keeps what is painted in step with the layers, the renditions and the window: only blocks near the
 * window hold ranges, so the cost follows what can be seen, not how much was annotated.
 */
export function keepPainted(
  near: ReadonlySignal<ReadonlySet<Element>>,
  surfaces: ReadonlySignal<readonly TextSurface[]>,
  layers: ReadonlySignal<Layers>,
  painter: Painter,
): () => void {
  const painted = new Map<string, Painted>()
  const stop = effect(() => {
    const renditions = surfaces.value.map(({ rendition }) => rendition.value)
    for (const [layer, ranges] of layers.value) {
      const next = { ranges, near: near.value, surfaces: surfaces.value, renditions }
      if (isSame(painted.get(layer), next)) continue
      painted.set(layer, next)
      painter.paint(
        layer,
        surfaces.value.flatMap((surface) =>
          ranges.flatMap((range) => rangesNear(surface, range, near.value)),
        ),
      )
    }
  })
  return () => {
    stop()
    painter.clear()
  }
}

const isSame = (a: Painted | undefined, b: Painted): boolean =>
  a !== undefined &&
  (a.ranges === b.ranges || (a.ranges.length === 0 && b.ranges.length === 0)) &&
  a.near === b.near &&
  a.surfaces === b.surfaces &&
  a.renditions.every((rendition, i) => rendition === b.renditions[i])

function rangesNear(surface: TextSurface, range: TextRange, near: ReadonlySet<Element>) {
  return surface.document.blocksIn(range).flatMap((placed) => {
    const element = surface.elementOf(placed.block.id)
    if (element === undefined || !near.has(element)) return []
    return surface.rangeIn(placed, range) ?? []
  })
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
    painter.paint(
      mirrorLayer,
      selected === null ? [] : others.flatMap((other) => other.rangesOf(selected)),
    )
  })
  return () => {
    stop()
    painter.clear()
  }
}
