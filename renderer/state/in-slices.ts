import type { Steps } from '../../core/search/steps'

/** Milliseconds for which a slice of work may keep everything else waiting: a third of a frame. */
const slice = 5

/**
 * Has work done in slices, the first at once and the others between all else that is to be done. What is
 * begun next takes the place of what is not done yet.
 */
export class InSlices<T> {
  #steps: Steps<T> | undefined
  #onDone: ((result: T) => void) | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  /** @param onDone called with the result, before this returns where the work is done in one slice */
  begin(steps: Steps<T>, onDone: (result: T) => void): void {
    this.stop()
    this.#steps = steps
    this.#onDone = onDone
    this.#goOn(performance.now() + slice)
  }

  /** Does what is left at once. */
  finish(): void {
    this.#goOn(Number.POSITIVE_INFINITY)
  }

  /** Gives up what is not done yet. */
  stop(): void {
    clearTimeout(this.#timer)
    this.#steps = undefined
  }

  #goOn(until: number): void {
    clearTimeout(this.#timer)
    const steps = this.#steps
    let step = steps?.next()
    while (step?.done === false && performance.now() < until) step = steps?.next()
    if (step === undefined) return
    if (step.done) {
      this.#steps = undefined
      this.#onDone?.(step.value)
    } else {
      this.#timer = setTimeout(() => this.#goOn(performance.now() + slice))
    }
  }
}
