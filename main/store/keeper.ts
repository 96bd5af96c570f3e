import type { DiskProblem, StoreStatus } from '../../core/app/store-status'
import type { Clock } from '../disk/clock'
import { codeOf, diskProblemOf } from '../disk/disk-problem'
import type { Ledger, LedgerPlace } from './ledger'
import type { StoreDisk } from './store-disk'
import type { Teller } from './teller'

/** Milliseconds. */
export const times = { slow: 2_000, firstRetry: 250, longestRetry: 30_000 } as const

/** Up to this many bytes the snapshot is brought up to date at every close. */
const quickToWrite = 16 * 1024 * 1024

export interface KeeperOptions {
  readonly ledger: Ledger
  readonly disk: StoreDisk
  readonly teller: Teller
  readonly clock: Clock
  /**
   * The journal is folded into the snapshot when it is longer than this many bytes, and than an
   * eighth of the snapshot: so a change costs the same however many notes there are.
   */
  readonly longJournal: number
  /** The file to name when something cannot be written. */
  readonly file: string
  readonly onStatus: (status: StoreStatus) => void
}

interface Waiter {
  readonly sequence: number
  readonly resolve: (status: StoreStatus) => void
}

/** Brings the changes of a ledger to the disk in order, and goes on trying where that fails. */
export class Keeper {
  readonly #options: KeeperOptions
  #status: StoreStatus = { state: 'saved' }
  #waiters: readonly Waiter[] = []
  #running: Promise<void> | undefined
  #folding: Promise<void> | undefined
  #failures = 0
  /** Bytes of journal at which folding is tried again after it failed. */
  #foldAt = 0
  #cancelRetry: () => void = () => undefined
  #closed = false

  constructor(options: KeeperOptions) {
    this.#options = options
  }

  get status(): StoreStatus {
    return this.#status
  }

  /**
   * Resolves when every change made so far is on disk, or is known not to be; the status says which.
   */
  save(): Promise<StoreStatus> {
    const { sequence } = this.#options.ledger.place
    return new Promise((resolve) => {
      this.#waiters = [...this.#waiters, { sequence, resolve }]
      this.#running ??= this.#run()
    })
  }

  /** Saves, brings the snapshot up to date if that is quick, and lets go of the files. */
  async close(): Promise<StoreStatus> {
    this.#closed = true
    const status = await this.save()
    this.#cancelRetry()
    // A slow disk may still be at work after the waiting has ended.
    await this.#running
    await this.#folding
    const { disk, ledger } = this.#options
    if (
      this.#status.state === 'saved' &&
      disk.journal.count > 0 &&
      disk.fileLength <= quickToWrite
    ) {
      await this.#fold(ledger.place)
    }
    await disk.close()
    return status
  }

  async #run(): Promise<void> {
    this.#cancelRetry()
    const { ledger } = this.#options
    const stopWatch = this.#watch()
    try {
      // Once at least: a try may be due of which nothing is left but that it is said to have failed.
      do {
        const reached = await this.#attempt()
        this.#failures = 0
        if (this.#status.state !== 'read-only') this.#say({ state: 'saved' })
        this.#answer(reached.sequence)
        this.#foldIfLong(reached)
      } while (this.#waiters.length > 0 || ledger.pending.length > 0)
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
    const { clock, ledger } = this.#options
    let stop: () => void
    let reached = ledger.pending[0]
    const look = () => {
      const [first] = ledger.pending
      if (first === reached) this.#unsaved('slow', 'ETIMEDOUT')
      reached = first
      stop = clock.after(times.slow, look)
    }
    stop = clock.after(times.slow, look)
    return () => stop()
  }

  /** Brings everything to disk that is in memory now; returns the state that is safe. */
  async #attempt(): Promise<LedgerPlace> {
    const { disk, ledger, file } = this.#options
    const outside = await disk.lookOutside(ledger.place.annotations)
    if (outside.kind === 'changed' && outside.set.changes.length > 0) {
      ledger.record('merge', outside.set)
    }
    const { place } = ledger
    if (disk.journal.isBroken) await disk.fold(place)
    else await disk.append(ledger.pending)
    ledger.settle(place.sequence)
    if (outside.kind === 'newer') {
      this.#say({ state: 'read-only', file, version: outside.version, hidden: 0 })
    } else if (disk.isFileDue) {
      await this.#folding
      await disk.fold(place)
    }
    return place
  }

  #foldIfLong(place: LedgerPlace): void {
    const { disk, longJournal } = this.#options
    const isLong = disk.journal.length > Math.max(longJournal, disk.fileLength / 8, this.#foldAt)
    if (!isLong || this.#closed || this.#status.state !== 'saved') return
    this.#folding ??= this.#fold(place).finally(() => {
      this.#folding = undefined
    })
  }

  /** Folds where every change is on disk already, so that a failure is told and costs nothing. */
  async #fold(place: LedgerPlace): Promise<void> {
    const { disk, file, teller } = this.#options
    try {
      await disk.fold(place)
      this.#foldAt = 0
    } catch (error) {
      teller.notWritten(file, error)
      // Not again with every change: only when the journal is twice as long.
      this.#foldAt = 2 * disk.journal.length
    }
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

  #answer(sequence: number): void {
    const answered = this.#waiters.filter((waiter) => waiter.sequence <= sequence)
    this.#waiters = this.#waiters.filter((waiter) => waiter.sequence > sequence)
    for (const { resolve } of answered) resolve(this.#status)
  }

  #say(status: StoreStatus, again = false): void {
    const isNews = JSON.stringify(status) !== JSON.stringify(this.#status)
    this.#status = status
    if (isNews || again) this.#options.onStatus(status)
  }
}
