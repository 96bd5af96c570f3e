/** Work that takes main longer than a reader waits without asking, as it is told of while it lasts. */
export interface Job {
  readonly id: string
  readonly kind: 'export' | 'import'
  /** How much of it is done, from 0 to 1; null where nobody knows. */
  readonly share: number | null
}
