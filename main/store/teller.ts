import type { StoreNotice } from '../../core/app/store-notice'
import { codeOf, diskProblemOf } from '../disk/disk-problem'

/** Tells the reader about files; of one that cannot be written only once. */
export class Teller {
  readonly tell: (notice: StoreNotice) => void
  readonly #told = new Set<string>()

  constructor(tell: (notice: StoreNotice) => void) {
    this.tell = tell
  }

  /** Does what the notes do not hang on; tells if it cannot be done. */
  async attend(file: string, task: () => Promise<void>): Promise<void> {
    try {
      await task()
    } catch (error) {
      this.notWritten(file, error)
    }
  }

  /** Every change is on disk, but this file could not be brought up to date. */
  notWritten(file: string, error: unknown): void {
    if (this.#told.has(file)) return
    this.#told.add(file)
    this.tell({ kind: 'not-written', file, problem: diskProblemOf(error), code: codeOf(error) })
  }
}
