/**
 * The states in which a store may be found after a crash: the last that was acknowledged, and every
 * one that was tried after it. Any other means that something acknowledged was lost.
 */
export class PossibleStates {
  #first = 0
  #digests: readonly string[]
  #acknowledged = 0

  constructor(start: string) {
    this.#digests = [start]
  }

  get acknowledgedCount(): number {
    return this.#acknowledged
  }

  isPossible(digest: string): boolean {
    return this.#digests.includes(digest)
  }

  /** A new state was asked for; returns the number of the step. */
  tried(digest: string): number {
    this.#digests = [...this.#digests, digest]
    return this.#first + this.#digests.length - 1
  }

  /** The store said that this step is on disk, and so all before it. */
  acknowledged(step: number): void {
    this.#acknowledged++
    if (step <= this.#first) return
    this.#digests = this.#digests.slice(step - this.#first)
    this.#first = step
  }

  /** This is where the store goes on from. */
  found(digest: string): void {
    this.#first += this.#digests.length
    this.#digests = [digest]
  }
}
