import type { Steps } from '../../core/search/steps'

/** Milliseconds for which a slice of work may keep everything else waiting: a third of a frame. */
const slice = 5

/**
 * Has work done in slices, the first at once and the others between all else that is to be done. What is
 * begun next takes the place of what is not done yet.
 */
export class InSlices<T> {
  #pending: { readonly steps: Steps<T>; readonly then: (result: T) => void } | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  /** @param then called with the result, before this returns where the work is done in one slice */
  begin(steps: Steps<T>, then: (result: T) => void): void {
    this.stop()
    this.#pending = { steps, then }
    this.#goOn(performance.now() + slice)
  }

  /** Does what is left at once. */
  finish(): void {
    this.#goOn(Number.POSITIVE_INFINITY)
  }

  /** Gives up what is not done yet. */
  stop(): void {
    clearTimeout(this.#timer)
    this.#pending = undefined
  }

  #goOn(until: number): void {
    clearTimeout(this.#timer)
    if (this.#pending === undefined) return
    const { steps, then } = this.#pending
    do {
      const step = steps.next()
      if (!step.done) continue
      this.#pending = undefined
      then(step.value)
      return
    } while (performance.now() < until)
    this.#timer = setTimeout(() => this.#goOn(performance.now() + slice))
  }
}
