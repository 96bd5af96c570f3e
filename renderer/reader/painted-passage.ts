import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { overlaps, sameRange, type TextRange, textRange } from '../../core/text/range'
import type { MarkIndex } from '../state/mark-index'
import { type FlowBox, flowOf, frameOf } from './flow'
import { passageOf } from './near-chunks'
import type { Rest } from './rest'
import type { TextSurface } from './text-surface'

/** Of more marks than so many near the window, no more is painted than the reader can soon see. */
const many = 100

/**
 * How far beyond the window's edges is painted, in the window's own size: when the reader is at rest, or has
 * just gone elsewhere; once less than the least of it is left while they scroll on; and that least.
 */
const beyond = { atRest: 0.3, scrolling: 2, least: 0.15 } as const

/**
 * The passage whose marks are painted where there are very many. Whatever changes in the page has the browser
 * look through all ranges that are held, and paint their text anew: thus with thousands of marks each key,
 * selection and card would cost as much as painting the whole text. So at rest, when all that happens,
 * little more is held than what is in view; and while one scrolls so much at once that it is seldom done again.
 */
export class PaintedPassage {
  readonly #surface: TextSurface
  readonly #rest: Rest
  readonly #isDense: ReadonlySignal<boolean>
  readonly #held: Signal<TextRange | null> = signal(null)
  readonly #passage: ReadonlySignal<TextRange | null>
  /** Whether the reader moved, and is not at rest yet. */
  #isMoving = false
  #scroller: HTMLElement | undefined

  /** @param near the chunks near the window, by their numbers */
  constructor(
    surface: TextSurface,
    marks: ReadonlySignal<MarkIndex>,
    near: ReadonlySignal<ReadonlySet<number>>,
    rest: Rest,
  ) {
    this.#surface = surface
    this.#rest = rest
    this.#isDense = computed(
      () => marks.value.in(passageOf(near.value, surface.chunks)).length > many,
    )
    this.#passage = computed(() =>
      this.#isDense.value ? (this.#held.value ?? this.#around(beyond.atRest)) : null,
    )
  }

  /** Begins to follow the reader; gives what stops it. */
  mount(scroller: HTMLElement, article: HTMLElement): () => void {
    this.#scroller = scroller
    const follow = () => this.#follow(scroller)
    const observer = new ResizeObserver(follow)
    observer.observe(scroller)
    observer.observe(article)
    scroller.addEventListener('scroll', follow, { passive: true })
    const stop = effect(() => {
      if (!this.#isDense.value) this.#held.value = null
    })
    return () => {
      stop()
      observer.disconnect()
      scroller.removeEventListener('scroll', follow)
      this.#scroller = undefined
    }
  }

  /** Whether what is painted on a passage is held. It follows the reader. */
  holds(range: TextRange): boolean {
    const passage = this.#passage.value
    return passage === null || overlaps(passage, range)
  }

  /** Asked at every step of scrolling: two boxes of blocks, and mostly nothing more. */
  #follow(scroller: HTMLElement): void {
    const passage = this.#passage.peek()
    if (passage === null || this.#reaches(passage, scroller)) return
    this.#held.value = this.#around(this.#isMoving ? beyond.scrolling : beyond.atRest)
    this.#isMoving = true
    this.#rest.schedule(() => this.#settle())
  }

  #settle(): void {
    this.#isMoving = false
    const held = this.#held.peek()
    const next = this.#around(beyond.atRest)
    if (held !== null && !sameRange(held, next)) this.#held.value = next
  }

  /** Whether a passage reaches beyond both edges of the window, as far as the text does. */
  #reaches({ start, end }: TextRange, scroller: HTMLElement): boolean {
    const from = edgesWith(scroller, beyond.least)
    const first = this.#boxAt(start)
    const last = this.#boxAt(end - 1)
    return (
      (start === 0 || first === undefined || first.blockStart <= from.blockStart) &&
      (end >= this.#surface.document.length || last === undefined || last.blockEnd >= from.blockEnd)
    )
  }

  #boxAt(offset: number): FlowBox | undefined {
    const { start } = textRange(offset, offset)
    const element = this.#surface.elementAt(start)
    return element && flowOf(element).boxOf(element.getBoundingClientRect())
  }

  /** The blocks of which something lies in the window, or beyond its edges by a share of its size. */
  #around(share: number): TextRange {
    const { document } = this.#surface
    const scroller = this.#scroller
    if (scroller === undefined) return textRange(0, 0)
    const flow = flowOf(scroller)
    const { blockStart, blockEnd } = edgesWith(scroller, share)
    const boxOf = (block: Element) => flow.boxOf(block.getBoundingClientRect())
    const first = this.#surface.firstFrom((block) => boxOf(block).blockEnd <= blockStart)
    const next = this.#surface.firstFrom((block) => boxOf(block).blockStart < blockEnd)
    return textRange(
      first?.placed.range.start ?? document.length,
      next?.placed.range.start ?? document.length,
    )
  }
}

/** The edges of the window, farther apart by a share of its size at either end. */
function edgesWith(scroller: HTMLElement, share: number) {
  const { blockStart, blockEnd } = frameOf(scroller)
  const more = (blockEnd - blockStart) * share
  return { blockStart: blockStart - more, blockEnd: blockEnd + more }
}
