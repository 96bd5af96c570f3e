import { Low } from 'lowdb'
import { type Beside, damages, type StoreNotice } from '../../core/app/store-notice'
import { type Clock, systemClock } from '../disk/clock'
import { codeOf, diskProblemOf } from '../disk/disk-problem'
import type { FileSystem } from '../disk/file-system'
import { nodeFileSystem } from '../disk/node-file-system'
import { setAside } from '../disk/set-aside'
import { DurableFile, decodeAs, type FileKind, StoreUnreadable } from './durable/durable-file'

/** What the small stores beside the notes are opened with. */
export interface SmallStoreOptions {
  /** Absolute path of the folder, which must be there. */
  readonly folder: string
  readonly files?: FileSystem
  readonly clock?: Clock
  /** The file was found damaged, or cannot be written. */
  readonly onNotice?: (notice: StoreNotice) => void
}

interface DebouncedFileOptions<T> extends SmallStoreOptions {
  readonly path: string
  /** What the reader knows its content as. */
  readonly of: Beside
  readonly kind: FileKind<T>
  /** The content as it stands in the file, without format and version. */
  readonly fields: (value: T) => Readonly<Record<string, unknown>>
  readonly initial: T
  /** Milliseconds from the first change that waits to its writing. */
  readonly delay: number
}

/** Milliseconds after which a write that failed is tried again. */
const retryDelay = 5_000

/** A small file that is written as a whole, durably, a moment after it changes. */
export class DebouncedFile<T> {
  readonly #files: FileSystem
  readonly #clock: Clock
  readonly #delay: number
  readonly #of: Beside
  readonly #onNotice: (notice: StoreNotice) => void
  readonly #adapter: DurableFile<T>
  readonly #low: Low<T>
  #cancelFlush: (() => void) | undefined
  #writing: Promise<void> = Promise.resolve()
  #isDirty = false
  #isTold = false
  /** A newer version wrote the file: it is left alone, and changes last as long as the app runs. */
  #isNewer = false

  /** Opens the file; one that is damaged is set aside, and `initial` taken. @throws the system's error. */
  static async open<T>(options: DebouncedFileOptions<T>): Promise<DebouncedFile<T>> {
    const file = new DebouncedFile(options)
    await file.#read()
    return file
  }

  private constructor(options: DebouncedFileOptions<T>) {
    const { files = nodeFileSystem, clock = systemClock, kind, fields } = options
    this.#files = files
    this.#clock = clock
    this.#delay = options.delay
    this.#of = options.of
    this.#onNotice = options.onNotice ?? (() => undefined)
    const { format, version } = kind
    this.#adapter = new DurableFile<T>(files, options.path, {
      encode: (value) => [`${JSON.stringify({ format, version, ...fields(value) }, null, 2)}\n`],
      decode: (bytes) => decodeAs(kind, bytes),
    })
    this.#low = new Low(this.#adapter, options.initial)
  }

  get value(): T {
    return this.#low.data
  }

  /** Takes a new value at once, and writes it a moment later; that it failed is told. */
  set(value: T): void {
    this.#low.data = value
    this.#isDirty = true
    this.#flushLater(this.#delay)
  }

  /** Writes what waits; resolves when that is done or has failed, which is told. */
  flush(): Promise<void> {
    this.#cancelFlush?.()
    this.#cancelFlush = undefined
    this.#writing = this.#writing.then(() => this.#write())
    return this.#writing
  }

  /** Writes what waits and tries no more. */
  async close(): Promise<void> {
    await this.flush()
    this.#cancelFlush?.()
  }

  #flushLater(delay: number): void {
    this.#cancelFlush ??= this.#clock.after(delay, () => void this.flush())
  }

  async #read(): Promise<void> {
    try {
      await this.#low.read()
    } catch (error) {
      if (!(error instanceof StoreUnreadable)) throw error
      if (error.reason === 'newer') {
        this.#isNewer = true
        this.#tell(error)
        return
      }
      const damage = damages.find((one) => one === error.reason)
      if (damage === undefined) throw error
      this.#onNotice({
        kind: 'beside-damaged',
        of: this.#of,
        file: this.#adapter.path,
        // If it stays, the next write meets it again and tells what stands against moving it.
        setAside: await this.#moveAway().catch(() => null),
        damage,
      })
    }
  }

  async #write(): Promise<void> {
    if (this.#isDirty && !this.#isNewer) await this.#tryWriting()
  }

  async #tryWriting(): Promise<void> {
    this.#isDirty = false
    try {
      if (!(await this.#adapter.isAsSeen())) await this.#makeRoom()
      await this.#low.write()
      this.#isTold = false
    } catch (error) {
      this.#isDirty = true
      this.#tell(error)
      this.#flushLater(retryDelay)
    }
  }

  /** Keeps what another program put in the file's place, and says so. */
  async #makeRoom(): Promise<void> {
    const aside = await this.#moveAway()
    if (aside === null) return
    const file = this.#adapter.path
    this.#onNotice({ kind: 'beside-changed', of: this.#of, file, setAside: aside })
  }

  /** Moves what lies in the file's place to a dated name, if anything does. */
  async #moveAway(): Promise<string | null> {
    const { path } = this.#adapter
    const isThere = (await this.#files.facts(path)) !== undefined
    const aside = isThere ? await setAside(this.#files, path, this.#clock.now()) : null
    this.#adapter.seen = undefined
    return aside
  }

  #tell(error: unknown): void {
    if (this.#isTold) return
    this.#isTold = true
    const problem = error instanceof StoreUnreadable ? 'read-only' : diskProblemOf(error)
    const code = error instanceof StoreUnreadable ? error.reason : codeOf(error)
    this.#onNotice({ kind: 'not-written', file: this.#adapter.path, problem, code })
  }
}
