import { effect, type ReadonlySignal, signal } from '@preact/signals'
import { type TextRange, textRange } from '../../core/text/range'
import type { TextSurface } from './text-surface'

/** How far beyond the window's edges blocks count as near, so that scrolling finds them ready. */
const margin = '1200px'

/** The blocks near the window. One observer serves all that asks, for as long as the text is shown. */
export class NearBlocks {
  readonly #near = signal<ReadonlySet<Element>>(new Set())
  readonly #seen = new Set<Element>()
  readonly #observer: IntersectionObserver
  readonly #stop: () => void

  constructor(scroller: Element, surfaces: ReadonlySignal<readonly TextSurface[]>) {
    this.#observer = new IntersectionObserver((entries) => this.#take(entries), {
      root: scroller,
      rootMargin: margin,
    })
    let watched: readonly TextSurface[] = []
    this.#stop = effect(() => {
      const shown = surfaces.value
      for (const surface of watched.filter((former) => !shown.includes(former))) {
        for (const element of surface.elements) this.#forget(element)
      }
      for (const surface of shown.filter((other) => !watched.includes(other))) {
        for (const element of surface.elements) this.#observer.observe(element)
      }
      watched = shown
    })
  }

  get near(): ReadonlySignal<ReadonlySet<Element>> {
    return this.#near
  }

  dispose(): void {
    this.#stop()
    this.#observer.disconnect()
  }

  #take(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#seen.add(target)
      else this.#seen.delete(target)
    }
    this.#near.value = new Set(this.#seen)
  }

  #forget(element: Element): void {
    this.#observer.unobserve(element)
    this.#seen.delete(element)
  }
}

/** The passage from the first to the last of some blocks of a surface. */
export function passageOf(blocks: ReadonlySet<Element>, surface: TextSurface): TextRange {
  let [start, end] = [Number.POSITIVE_INFINITY, 0]
  for (const element of blocks) {
    const range = surface.blockOf(element)?.range
    if (range === undefined) continue
    start = Math.min(start, range.start)
    end = Math.max(end, range.end)
  }
  return textRange(Math.min(start, end), end)
}
