import type { Clock } from '../../../../../main/disk/clock'

/** Time that passes only when told to. */
export class ManualClock implements Clock {
  #now = Date.UTC(2026, 2, 1)
  #timers: { readonly at: number; readonly callback: () => void }[] = []

  now = () => new Date(this.#now)

  after = (milliseconds: number, callback: () => void) => {
    const timer = { at: this.#now + milliseconds, callback }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer)
    }
  }

  /** Lets time pass, and all that is due happen and come to rest. */
  async pass(milliseconds: number): Promise<void> {
    this.#now += milliseconds
    const due = this.#timers.filter(({ at }) => at <= this.#now)
    this.#timers = this.#timers.filter(({ at }) => at > this.#now)
    for (const { callback } of due) callback()
    await settled()
  }
}

/** Everything that can go on without waiting for time has gone on. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 50; i++) await new Promise((resolve) => setImmediate(resolve))
}
