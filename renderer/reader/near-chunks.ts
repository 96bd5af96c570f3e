import { type ReadonlySignal, signal } from '@preact/signals'
import { countBelow } from '../../core/text/offset-index'
import { type TextRange, textRange } from '../../core/text/range'
import type { Chunk } from './chunk'
import { flowOf, frameOf } from './flow'
import { whenIdle } from './when-idle'

/**
 * How far beyond the window's edges chunks of the text count as near, in the window's own size: those
 * within `wide` are, from when one that was not comes within `close`; of what has to be done in one frame, only
 * those within `seen`. So what is near changes seldom, all at once, and before it is seen. It is not more than
 * that, for whatever changes in the page has the browser look through all ranges that are held.
 */
const margins = { wide: 2.5, close: 1, seen: 0.25 } as const

/** Some chunks that follow one another, by their numbers; `to` is outside. */
interface Span {
  readonly from: number
  readonly to: number
}

/**
 * The chunks near the window, by their numbers from 0; for as long as the text is shown. They are found by their
 * boxes, by halves, and at a step of scrolling only the boxes of the first and the last are asked for. An
 * `IntersectionObserver` would tell the same, and looks at every chunk of the text in every frame.
 */
export class NearChunks {
  readonly #near = signal<ReadonlySet<number>>(new Set())
  readonly #isWhole: () => boolean
  readonly #chunks: readonly Element[]
  #scroller: Element | undefined
  #span: Span = { from: 0, to: 0 }
  /** Whether for a moment only what can soon be seen is near. */
  #isNarrow = false
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
  mount(scroller: Element, article: Element): () => void {
    this.#scroller = scroller
    const renew = () => this.#renew()
    const observer = new ResizeObserver(renew)
    for (const element of [scroller, article]) observer.observe(element)
    scroller.addEventListener('scroll', renew, { passive: true })
    return () => {
      this.#takeBack()
      observer.disconnect()
      scroller.removeEventListener('scroll', renew)
      this.#scroller = undefined
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
    this.#isNarrow = true
    this.#set(this.#within(margins.seen))
  }

  /** What is near is what lies about the window now: for a moment in which the page may change. */
  centre(): void {
    this.#isNarrow = false
    this.#set(this.#isWhole() ? { from: 0, to: this.#chunks.length } : this.#within(margins.wide))
  }

  #renew(): void {
    if (this.#near.peek().size === 0) this.narrow()
    else if (this.#isNarrow) {
      if (!this.#reaches(margins.seen)) this.#set(this.#within(margins.seen))
    } else if (!this.#reaches(margins.close)) this.centre()
  }

  #set(span: Span | undefined): void {
    const { from, to } = span ?? this.#span
    if (from === this.#span.from && to === this.#span.to) return
    this.#span = { from, to }
    this.#near.value = new Set(Array.from({ length: to - from }, (_, i) => from + i))
  }

  /** Whether what is near reaches so far beyond both edges of the window, or as far as there is text. */
  #reaches(margin: number): boolean {
    const { from, to } = this.#span
    const isFirst = from === 0
    const isLast = to === this.#chunks.length
    const window = isFirst && isLast ? undefined : this.#window(margin)
    if (window === undefined) return true
    return (
      (isFirst || window.startOf(from) <= window.start) &&
      (isLast || window.endOf(to - 1) >= window.end)
    )
  }

  /** The chunks of which something lies in the window, or so far beyond its edges. */
  #within(margin: number): Span | undefined {
    const window = this.#window(margin)
    if (window === undefined) return undefined
    const { start, end, startOf, endOf } = window
    const from = countBelow(this.#chunks, (_, number) => endOf(number) < start)
    const to = countBelow(this.#chunks, (_, number) => startOf(number) <= end)
    return { from, to: Math.max(from, to) }
  }

  /** The window's edges, moved apart by so much, and those of chunks; nothing where nothing can be seen. */
  #window(margin: number) {
    const scroller = this.#scroller
    if (scroller === undefined) return undefined
    const flow = flowOf(scroller)
    const { blockStart, blockEnd } = frameOf(scroller)
    const size = blockEnd - blockStart
    if (size === 0) return undefined
    const boxOf = (number: number) =>
      flow.boxOf(this.#chunks[number]?.getBoundingClientRect() ?? new DOMRect())
    return {
      start: blockStart - size * margin,
      end: blockEnd + size * margin,
      startOf: (number: number) => boxOf(number).blockStart,
      endOf: (number: number) => boxOf(number).blockEnd,
    }
  }
}

/** The passage from the first to the last of some chunks. */
export function passageOf(near: ReadonlySet<number>, chunks: readonly Chunk[]): TextRange {
  const first = chunks[Math.min(...near)]?.placed[0]
  const last = chunks[Math.max(...near)]?.placed.at(-1)
  return first && last ? textRange(first.range.start, last.range.end) : textRange(0, 0)
}
