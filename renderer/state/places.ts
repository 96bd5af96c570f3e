import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { jumpedFrom, type PlaceHistory, returned } from '../../core/app/place-history'
import type { CodePoints } from '../../core/text/code-points'

/**
 * How the reader is taken elsewhere. `jump`: to one place. `step`: from one to the next of several, as
 * from match to match; the way back leads to where the first step began.
 */
export type Travel = 'jump' | 'step'

/** A move through the text, by canonical offsets at the top of the window. */
interface Move {
  readonly from: CodePoints
  readonly to: CodePoints
}

/** The places where the reader was before jumps, and the way back to them. */
export class Places {
  readonly #history: Signal<PlaceHistory>
  readonly #save: (history: PlaceHistory) => void
  readonly #left = signal<CodePoints | null>(null)
  /** Where the last step ended, and the reader is still, unless they scrolled. */
  #stepped: CodePoints | undefined

  constructor(initial: PlaceHistory, save: (history: PlaceHistory) => void) {
    this.#history = signal(initial)
    this.#save = save
  }

  get history(): ReadonlySignal<PlaceHistory> {
    return this.#history
  }

  /** The place that a jump has just left, as long as the way back is offered. */
  get left(): ReadonlySignal<CodePoints | null> {
    return this.#left
  }

  /** Offers the way back no longer; it is still there. */
  forgetOffer(): void {
    this.#left.value = null
  }

  /** Keeps where the reader was, after they were taken elsewhere. A move that moved nothing is none. */
  travelled(kind: Travel, { from, to }: Move): void {
    if (from === to) return
    const isFurther = kind === 'step' && this.#stepped === from
    this.#stepped = kind === 'step' ? to : undefined
    if (isFurther) return
    this.#change(jumpedFrom(this.#history.peek(), from))
    this.#left.value = from
  }

  /** The place that going back or forward leads to from here; nothing where the way ends. */
  return(way: keyof PlaceHistory, here: CodePoints): CodePoints | undefined {
    const going = returned(this.#history.peek(), way, here)
    if (going === undefined) return undefined
    this.#stepped = undefined
    this.#left.value = null
    this.#change(going.history)
    return going.place
  }

  #change(history: PlaceHistory): void {
    this.#history.value = history
    this.#save(history)
  }
}
