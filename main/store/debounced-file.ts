import { join } from 'node:path'
import { Low } from 'lowdb'
import * as z from 'zod'
import { type Beside, damages, type StoreNotice } from '../../core/app/store-notice'
import type { DiskTrouble } from '../../core/app/store-status'
import type { JsonRecord } from '../../core/text/json-record'
import { closed } from '../../core/text/schema'
import { type Clock, systemClock } from '../disk/clock'
import { codeOf, diskProblemOf } from '../disk/disk-problem'
import type { FileSystem } from '../disk/file-system'
import { Mutex } from '../disk/mutex'
import { nodeFileSystem } from '../disk/node-file-system'
import { DurableFile, decodeAs, StoreUnreadable } from './durable/durable-file'

/** What the small stores beside the annotations are opened with. */
export interface SmallStoreOptions {
  /** Absolute path of the folder, which must be there. */
  readonly folder: string
  readonly files?: FileSystem
  readonly clock?: Clock
  /** The file was found damaged, or cannot be written. */
  readonly onNotice?: (notice: StoreNotice) => void
}

/** A small file: `NAME.json`, which holds a value under its name, with format and version. */
export interface SmallFile<T> {
  readonly name: Beside
  readonly schema: z.ZodType<T>
  readonly initial: T
  /** Milliseconds from the first change that waits to its writing. */
  readonly delay: number
}

const version = 1

/** A small file in a folder. */
export function smallFile<T>(
  { name, schema }: SmallFile<T>,
  files: FileSystem,
  folder: string,
): DurableFile<T> {
  const format = `piyue-${name}`
  const content = closed({ format: z.string(), version: z.number(), [name]: schema })
  const kind = {
    format,
    version,
    migrations: {},
    schema: content.transform((all: JsonRecord) => all[name] as T),
  }
  return new DurableFile(files, join(folder, `${name}.json`), {
    encode: (value) => [`${JSON.stringify({ format, version, [name]: value }, null, 2)}\n`],
    decode: (bytes) => decodeAs(kind, bytes),
  })
}

/** Milliseconds after which a write that failed is tried again. */
const retryDelay = 5_000

/** A small file that is written as a whole, durably, a moment after it changes. */
export class DebouncedFile<T> {
  readonly #clock: Clock
  readonly #file: SmallFile<T>
  readonly #onNotice: (notice: StoreNotice) => void
  readonly #adapter: DurableFile<T>
  readonly #low: Low<T>
  #cancelFlush: (() => void) | undefined
  readonly #writing = new Mutex()
  #isDirty = false
  /** What stands against writing the file, as was told. */
  #trouble: DiskTrouble | undefined
  /** A newer version wrote the file: it is left alone, and changes last as long as the app runs. */
  #isNewer = false

  /** Opens the file; one that is damaged is set aside, and `initial` taken. @throws StoreUnreadable */
  static async open<T>(file: SmallFile<T>, options: SmallStoreOptions): Promise<DebouncedFile<T>> {
    const opened = new DebouncedFile(file, options)
    await opened.#read()
    return opened
  }

  private constructor(file: SmallFile<T>, options: SmallStoreOptions) {
    const { folder, files = nodeFileSystem, clock = systemClock } = options
    this.#clock = clock
    this.#file = file
    this.#onNotice = options.onNotice ?? (() => undefined)
    this.#adapter = smallFile(file, files, folder)
    this.#low = new Low(this.#adapter, file.initial)
  }

  get value(): T {
    return this.#low.data
  }

  /** What keeps the value from the disk; nothing where it is there, or waits and was not tried yet. */
  get unsaved(): DiskTrouble | undefined {
    return this.#isNewer && !this.#isDirty ? undefined : this.#trouble
  }

  /** Takes a new value at once, and writes it a moment later; that it failed is told. */
  set(value: T): void {
    this.#low.data = value
    this.#isDirty = true
    this.#flushLater(this.#file.delay)
  }

  /** Writes what waits; resolves when that is done or has failed, which is told. */
  flush(): Promise<void> {
    this.#cancelFlush?.()
    this.#cancelFlush = undefined
    return this.#writing.run(() => this.#write())
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
        of: this.#file.name,
        file: this.#adapter.path,
        // If it stays, the next write meets it again and tells what stands against moving it.
        setAside: await this.#adapter.setAside(this.#clock.now()).catch(() => null),
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
      this.#trouble = undefined
    } catch (error) {
      this.#isDirty = true
      this.#tell(error)
      this.#flushLater(retryDelay)
    }
  }

  /** Keeps what another program put in the file's place, and says so. */
  async #makeRoom(): Promise<void> {
    const aside = await this.#adapter.setAside(this.#clock.now())
    if (aside === null) return
    const file = this.#adapter.path
    this.#onNotice({ kind: 'beside-changed', of: this.#file.name, file, setAside: aside })
  }

  #tell(error: unknown): void {
    if (this.#trouble !== undefined) return
    const problem = error instanceof StoreUnreadable ? 'read-only' : diskProblemOf(error)
    const code = error instanceof StoreUnreadable ? error.reason : codeOf(error)
    this.#trouble = { problem, code }
    const file = this.#adapter.path
    this.#onNotice({ kind: 'beside-not-written', of: this.#file.name, file, problem, code })
  }
}
