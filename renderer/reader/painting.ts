import { effect, type ReadonlySignal } from '@preact/signals'
import type { TextRange } from '../../core/text/range'
import { nearBlocks } from './near-blocks'
import type { Painter } from './painter'
import type { TextSurface } from './text-surface'

/** For each layer the canonical ranges that it shows. */
export type Layers = ReadonlyMap<string, readonly TextRange[]>

/**
 * Keeps what is painted in step with the layers, the rendition and the window: only blocks near the
 * window hold ranges, so the cost follows what can be seen, not how much was annotated.
 */
export function keepPainted(
  scroller: Element,
  surfaces: ReadonlySignal<readonly TextSurface[]>,
  layers: ReadonlySignal<Layers>,
  painter: Painter,
): () => void {
  const { near, stop: stopWatching } = nearBlocks(scroller, surfaces)
  const stopPainting = effect(() => {
    for (const [layer, ranges] of layers.value) {
      painter.paint(
        layer,
        surfaces.value.flatMap((surface) =>
          ranges.flatMap((range) => rangesNear(surface, range, near.value)),
        ),
      )
    }
  })
  return () => {
    stopPainting()
    stopWatching()
    painter.clear()
  }
}

function rangesNear(surface: TextSurface, range: TextRange, near: ReadonlySet<Element>) {
  return surface.document.blocksIn(range).flatMap((placed) => {
    const element = surface.elementOf(placed.block.id)
    if (element === undefined || !near.has(element)) return []
    return surface.rangeIn(placed, range) ?? []
  })
}
