import { type ReadonlySignal, signal } from '@preact/signals'
import { type TextRange, textRange } from '../../core/text/range'
import type { Chunk } from './chunk'
import { whenIdle } from './when-idle'

/**
 * How far beyond the window's edges chunks of the text count as near, in the window's own size: those
 * within `wide` are, from when one that was not comes within `close`; of what has to be done in one frame, only
 * those within `seen`. So what is near changes seldom, all at once, and before it is seen. It is not more than
 * that, for whatever changes in the page has the browser look through all ranges that are held.
 */
const margins = { wide: '250%', close: '100%', seen: '25%' } as const

/** The chunks near the window, by their numbers from 0; for as long as the text is shown. */
export class NearChunks {
  readonly #near = signal<ReadonlySet<number>>(new Set())
  readonly #within = {
    wide: new Set<number>(),
    close: new Set<number>(),
    seen: new Set<number>(),
  }
  readonly #isWhole: () => boolean
  readonly #chunks: readonly Element[]
  #takeBack = (): void => undefined

  /**
   * @param chunks what each chunk stands in
   * @param isWhole whether all of them count as near, for there is little to hold
   */
  constructor(chunks: readonly Element[], isWhole: () => boolean) {
    this.#chunks = chunks
    this.#isWhole = isWhole
  }

  /** Begins to heed what is near the window of a scroller; gives what stops it. */
  mount(scroller: Element): () => void {
    const chunks = this.#chunks
    const numbers = new Map(chunks.map((element, number) => [element, number]))
    const observers = (['wide', 'close', 'seen'] as const).map((margin) => {
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
    for (const observer of observers) for (const element of chunks) observer.observe(element)
    return () => {
      this.#takeBack()
      for (const observer of observers) observer.disconnect()
    }
  }

  get near(): ReadonlySignal<ReadonlySet<number>> {
    return this.#near
  }

  /**
   * What is near is for a moment only what can soon be seen: while all of it is to be done anew, that is
   * what the reader waits for. The rest counts as near again when there is nothing better to do.
   */
  narrow(): void {
    this.#takeBack()
    this.#takeBack = whenIdle(() => this.centre())
    this.#near.value = new Set(this.#within.seen)
  }

  /** What is near is what lies about the window now: for a moment in which the page may change. */
  centre(): void {
    const { wide, close } = this.#within
    const near = this.#near.peek()
    const next = new Set(this.#isWhole() ? this.#chunks.keys() : [...wide, ...close])
    if (next.size === near.size && areIn(near, next)) return
    this.#near.value = next
  }

  #renew(): void {
    const near = this.#near.peek()
    if (areIn(near, this.#within.close)) return
    if (near.size === 0) this.narrow()
    else this.centre()
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
