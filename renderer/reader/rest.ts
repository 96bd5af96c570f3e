import { batch } from '@preact/signals'
import { whenIdle } from './when-idle'

/** After so long without a step of scrolling the reader is at rest. ms */
const pause = 100

/** What follows the reading is not let lag behind for longer, however long one scrolls. ms */
const longest = 5_000

/** Keys for which the engine scrolls, by and by. */
const scrollKeys: ReadonlySet<string> = new Set([
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'PageUp',
  'PageDown',
  'Home',
  'End',
  ' ',
])

/**
 * When the reader is at rest. While they scroll nothing in the page may change: each change has the browser
 * look through all ranges that are painted, and paint their text anew. So what follows the reading waits
 * for a frame in which nothing is scrolled, and then all of it changes in that one.
 */
export class Rest {
  readonly #waiting = new Set<() => void>()
  /** When the text was scrolled last, and since when without rest; of the page's clock, in ms. */
  #scrolledAt = Number.NEGATIVE_INFINITY
  #since: number | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #frame = 0

  /** Begins to heed a scroller; gives what stops it. */
  mount(scroller: HTMLElement): () => void {
    const scroll = () => {
      this.#scrolledAt = performance.now()
      if (this.#since !== undefined) return
      this.#since = this.#scrolledAt
      this.#look(pause)
    }
    // Its first steps are too small to be told of, and a change of the page in one of them makes an end of it.
    const press = ({ key }: KeyboardEvent) => {
      if (scrollKeys.has(key)) scroll()
    }
    scroller.addEventListener('scroll', scroll, { passive: true })
    scroller.addEventListener('keydown', press)
    return () => {
      scroller.removeEventListener('scroll', scroll)
      scroller.removeEventListener('keydown', press)
      clearTimeout(this.#timer)
      cancelAnimationFrame(this.#frame)
      this.#since = undefined
      this.#frame = 0
    }
  }

  /** Does something in the next frame in which the reader is at rest, once; gives what takes that back. */
  schedule(act: () => void): () => void {
    this.#waiting.add(act)
    if (this.#since === undefined) this.#askForFrame()
    return () => {
      this.#waiting.delete(act)
    }
  }

  /** The same, when there is nothing better to do either: for what may come a moment late. */
  scheduleIdle(act: () => void): () => void {
    let takeBack = this.schedule(() => {
      takeBack = whenIdle(act)
    })
    return () => takeBack()
  }

  #look(later: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#askForFrame(), later)
  }

  #askForFrame(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame((now) => this.#settle(now))
  }

  /** In a frame, for steps of scrolling are told of before: a slow frame is not taken for rest. */
  #settle(now: number): void {
    this.#frame = 0
    const left = this.#scrolledAt + pause - now
    const isLate = this.#since !== undefined && now - this.#since > longest
    if (left > 0) this.#look(left)
    if (left > 0 && !isLate) return
    this.#since = left > 0 ? now : undefined
    // What is done has others ask for something in turn, which is for the same frame.
    for (let round = 0; round < 2 && this.#waiting.size > 0; round++) this.#do()
  }

  #do(): void {
    const acts = [...this.#waiting]
    this.#waiting.clear()
    batch(() => {
      for (const act of acts) act()
    })
  }
}
