import type { DiskProblem, StoreStatus } from '../../core/app/store-status'
import type { Clock } from '../disk/clock'
import { codeOf, diskProblemOf } from '../disk/disk-problem'

/** Milliseconds for which a disk may say nothing before the reader is told that it is slow. */
export const slowAfter = 2_000

/** Milliseconds. */
const times = { firstRetry: 250, longestRetry: 30_000 } as const

interface SaveQueueOptions {
  /** Brings everything to disk that is in memory now. @throws the system's error. */
  readonly write: () => Promise<void>
  /** The number of the last change that was made, and of the last that is on disk. */
  readonly made: () => number
  readonly saved: () => number
  /** The version of the file, where a newer version of the app wrote it. */
  readonly newerVersion: () => number | undefined
  readonly clock: Clock
  /** The file to name when something cannot be written. */
  readonly file: string
  readonly onStatus: (status: StoreStatus) => void
}

interface Waiter {
  readonly change: number
  readonly resolve: (status: StoreStatus) => void
}

/** Brings changes to the disk in order, says how that goes, and goes on trying where it fails. */
export class SaveQueue {
  readonly #options: SaveQueueOptions
  #status: StoreStatus = { state: 'saved' }
  #waiters: readonly Waiter[] = []
  #running: Promise<void> | undefined
  #failures = 0
  #cancelRetry: () => void = () => undefined
  #closed = false

  constructor(options: SaveQueueOptions) {
    this.#options = options
  }

  get status(): StoreStatus {
    return this.#status
  }

  /** Resolves when every change made so far is on disk, or known not to be; the status says which. */
  save(): Promise<StoreStatus> {
    const change = this.#options.made()
    return new Promise((resolve) => {
      this.#waiters = [...this.#waiters, { change, resolve }]
      this.#running ??= this.#run()
    })
  }

  /** Saves, and tries no more. */
  async close(): Promise<StoreStatus> {
    this.#closed = true
    const status = await this.save()
    this.#cancelRetry()
    // A slow disk may still be at work after the waiting has ended.
    await this.#running
    return status
  }

  async #run(): Promise<void> {
    this.#cancelRetry()
    const { write, made, saved, newerVersion, file } = this.#options
    const stopWatch = this.#watch()
    try {
      // Once at least: a try may be due of which nothing is left but that it is said to have failed.
      do {
        await write()
        this.#failures = 0
        const version = newerVersion()
        this.#say(
          version === undefined
            ? { state: 'saved' }
            : { state: 'read-only', file, version, hidden: 0 },
        )
        this.#answer(saved())
      } while (this.#waiters.length > 0 || saved() < made())
    } catch (error) {
      this.#unsaved(diskProblemOf(error), codeOf(error))
      this.#retryLater()
    } finally {
      stopWatch()
      this.#running = undefined
    }
  }

  /** Says that the disk is slow while nothing has been heard of it; returns what ends that. */
  #watch(): () => void {
    const { clock, saved } = this.#options
    let stop: () => void
    let reached = saved()
    const look = () => {
      if (saved() === reached) this.#unsaved('slow', 'ETIMEDOUT')
      reached = saved()
      stop = clock.after(slowAfter, look)
    }
    stop = clock.after(slowAfter, look)
    return () => stop()
  }

  #unsaved(problem: DiskProblem, code: string): void {
    const status: StoreStatus = { state: 'unsaved', problem, file: this.#options.file, code }
    // Told again for every change that waits, and not for every try of our own.
    this.#say(status, this.#waiters.length > 0)
    this.#answer(Number.POSITIVE_INFINITY)
  }

  #retryLater(): void {
    if (this.#closed) return
    const delay = Math.min(times.firstRetry * 2 ** this.#failures, times.longestRetry)
    this.#failures++
    this.#cancelRetry = this.#options.clock.after(delay, () => {
      this.#running ??= this.#run()
    })
  }

  #answer(saved: number): void {
    const answered = this.#waiters.filter(({ change }) => change <= saved)
    this.#waiters = this.#waiters.filter(({ change }) => change > saved)
    for (const { resolve } of answered) resolve(this.#status)
  }

  #say(status: StoreStatus, again = false): void {
    const isNews = JSON.stringify(status) !== JSON.stringify(this.#status)
    this.#status = status
    if (isNews || again) this.#options.onStatus(status)
  }
}
