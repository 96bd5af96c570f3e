import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { type TextRange, textRange } from '../../core/text/range'
import type { Chunk } from './chunk'

/**
 * How far beyond the window's edges chunks of the text count as near, in the window's own size: those
 * within `wide` are, from when one that was not comes within `close`. So what is near changes seldom,
 * all at once, and before it is seen. It is not more than that, for whatever changes in the page has the
 * browser look through all ranges that are held.
 */
const margins = { wide: '250%', close: '100%' } as const

/** The chunks near the window, by their numbers from 0; for as long as the text is shown. */
export class NearChunks {
  readonly #near: Signal<ReadonlySet<number>>
  readonly #within = { wide: new Set<number>(), close: new Set<number>() }
  readonly #observers: readonly IntersectionObserver[]

  /**
   * @param chunks what each chunk stands in
   * @param isShort whether all of them count as near, for the text is short
   */
  constructor(scroller: Element, chunks: readonly Element[], isShort: boolean) {
    this.#near = signal(new Set(isShort ? chunks.keys() : []))
    const numbers = new Map(chunks.map((element, number) => [element, number]))
    this.#observers = (['wide', 'close'] as const).map((margin) => {
      const take = (entries: readonly IntersectionObserverEntry[]) => {
        for (const { target, isIntersecting } of entries) {
          const number = numbers.get(target)
          if (number === undefined) continue
          if (isIntersecting) this.#within[margin].add(number)
          else this.#within[margin].delete(number)
        }
        this.#renew()
      }
      return new IntersectionObserver(take, { root: scroller, rootMargin: margins[margin] })
    })
    if (isShort) return
    for (const observer of this.#observers) for (const element of chunks) observer.observe(element)
  }

  get near(): ReadonlySignal<ReadonlySet<number>> {
    return this.#near
  }

  /** What is near is what lies about the window now: for a moment in which the page may change. */
  centre(): void {
    const { wide } = this.#within
    const near = this.#near.peek()
    if (wide.size === 0 || (near.size === wide.size && areIn(near, wide))) return
    this.#near.value = new Set(wide)
  }

  dispose(): void {
    for (const observer of this.#observers) observer.disconnect()
  }

  #renew(): void {
    const { wide, close } = this.#within
    const near = this.#near.peek()
    if (areIn(near, close)) return
    this.#near.value = new Set([...wide, ...close])
  }
}

const areIn = (all: ReadonlySet<number>, some: ReadonlySet<number>): boolean =>
  [...some].every((number) => all.has(number))

/** The passage from the first to the last of some chunks. */
export function passageOf(near: ReadonlySet<number>, chunks: readonly Chunk[]): TextRange {
  const first = chunks[Math.min(...near)]?.placed[0]
  const last = chunks[Math.max(...near)]?.placed.at(-1)
  return first && last ? textRange(first.range.start, last.range.end) : textRange(0, 0)
}
