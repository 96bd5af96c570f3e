/**
 * Work that can be left off between any two of its steps, to be gone on with later or given up: whoever
 * has it done decides how long it may keep others waiting.
 */
export type Steps<T> = Generator<undefined, T>

/** Does all that is left of it at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
