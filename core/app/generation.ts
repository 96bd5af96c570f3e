/** An earlier state of the notes that is kept and can be gone back to. */
export interface Generation {
  /** The name of its file, which is also its id. */
  readonly name: string
  /** ISO 8601, milliseconds, UTC. */
  readonly writtenAt: string
  /** How many annotations it holds. */
  readonly count: number
}
