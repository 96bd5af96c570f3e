import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { TextRange } from '../../core/text/range'
import type { Painter } from './painter'
import type { TextSurface } from './text-surface'

/** For each layer the canonical ranges that it shows. */
export type Layers = ReadonlyMap<string, readonly TextRange[]>

/** How far above and below the window blocks are painted ahead of scrolling. */
const margin = '1200px 0px'

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
  const near = signal<ReadonlySet<Element>>(new Set())
  const stopWatching = effect(() => {
    const elements = surfaces.value.flatMap((surface) => surface.elements)
    const seen = new Set<Element>()
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) seen.add(target)
          else seen.delete(target)
        }
        near.value = new Set(seen)
      },
      { root: scroller, rootMargin: margin },
    )
    for (const element of elements) observer.observe(element)
    return () => observer.disconnect()
  })
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
