import { randomUUID } from 'node:crypto'
import type { Job } from '../../core/app/job'

/** What work that can last is given: whether it is still wanted, and whom it tells how far it is. */
export interface JobContext {
  readonly signal: AbortSignal
  /** @param share how much is done, from 0 to 1 */
  readonly progress: (share: number) => void
}

/** For work that nobody waits for in a window: it is never cancelled, and tells nobody. */
export const unattended: JobContext = {
  signal: new AbortController().signal,
  progress: () => undefined,
}

/** Milliseconds after which work is told of, and between what is told of it. */
const pauses = { before: 500, between: 150 } as const

/**
 * Runs work that can last, so that the reader sees how far it is and can have it stopped. What is done
 * before one would ask is not told of at all.
 */
export class Jobs {
  readonly #tell: (job: Job | null) => void
  readonly #running = new Map<string, AbortController>()
  /** Those that last, the one begun last at the end: that one is told of. */
  readonly #lasting = new Map<string, Job>()

  /** @param tell told of the job that lasts and was begun last, now and then, and of nothing once none lasts */
  constructor(tell: (job: Job | null) => void) {
    this.#tell = tell
  }

  /** Does some work; says so where the reader had it stopped. @throws what the work threw */
  async run<T>(
    kind: Job['kind'],
    work: (context: JobContext) => Promise<T>,
  ): Promise<T | 'cancelled'> {
    const id = randomUUID()
    const controller = new AbortController()
    let share: number | null = null
    let toldAt: number | undefined
    const tell = () => {
      toldAt = performance.now()
      const job = { id, kind, share }
      this.#lasting.set(id, job)
      if (this.#last?.id === id) this.#tell(job)
    }
    const timer = setTimeout(tell, pauses.before)
    this.#running.set(id, controller)
    try {
      return await work({
        signal: controller.signal,
        progress: (done) => {
          share = done
          if (toldAt !== undefined && performance.now() - toldAt >= pauses.between) tell()
        },
      })
    } catch (error) {
      if (controller.signal.aborted) return 'cancelled'
      throw error
    } finally {
      clearTimeout(timer)
      this.#running.delete(id)
      if (this.#lasting.delete(id)) this.#tell(this.#last)
    }
  }

  get #last(): Job | null {
    return [...this.#lasting.values()].at(-1) ?? null
  }

  /** Has a job stopped; one that is over already is none. */
  cancel(id: string): void {
    this.#running.get(id)?.abort()
  }
}
