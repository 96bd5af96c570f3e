import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { TextSurface } from './text-surface'

/** How far above and below the window blocks count as near, so that scrolling finds them ready. */
const margin = '1200px 0px'

/** The blocks near the window, kept up to date until `stop` is called. */
export function nearBlocks(
  scroller: Element,
  surfaces: ReadonlySignal<readonly TextSurface[]>,
): { readonly near: ReadonlySignal<ReadonlySet<Element>>; readonly stop: () => void } {
  const near = signal<ReadonlySet<Element>>(new Set())
  const stop = effect(() => {
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
    for (const surface of surfaces.value) {
      for (const element of surface.elements) observer.observe(element)
    }
    return () => observer.disconnect()
  })
  return { near, stop }
}
