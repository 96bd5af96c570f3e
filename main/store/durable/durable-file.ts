import { dirname } from 'node:path'
import type { Adapter } from 'lowdb'
import { ChangedOutside } from '../../disk/disk-problem'
import { type FileFacts, type FileSystem, sameFacts } from '../../disk/file-system'
import { clearAway, writeTemporary } from '../../disk/write-file'
import { type Decoded, type Reading, readFileAs, StoreUnreadable } from './reading'

/** How one kind of file is written and read. */
export interface Codec<T> {
  encode(data: T): Iterable<string>
  decode(bytes: Uint8Array): Decoded<T>
}

/**
 * lowdb's way to the disk for a state that is written whole. Its own adapter renames but never
 * flushes, so that a power cut can leave an empty file under the final name; this one flushes the file
 * and the folder, and refuses to write over what another program has put there meanwhile.
 */
export class DurableFile<T> implements Adapter<T> {
  readonly path: string
  /** The file as it was last read or written here; nothing where there was none. */
  seen: FileFacts | undefined
  readonly #files: FileSystem
  readonly #codec: Codec<T>
  readonly #mutex: Mutex

  /** `mutex` keeps the moment of replacing apart from other work on the same folder. */
  constructor(files: FileSystem, path: string, codec: Codec<T>, mutex: Mutex = new Mutex()) {
    this.#files = files
    this.path = path
    this.#codec = codec
    this.#mutex = mutex
  }

  /** What the file holds. Does not change what counts as seen. */
  reading(): Promise<Reading<T>> {
    return readFileAs(this.#files, this.path, (bytes) => this.#codec.decode(bytes))
  }

  /**
   * What the file holds; null where there is none.
   *
   * @throws StoreUnreadable where it is damaged or of a newer version, or the system's error.
   */
  async read(): Promise<T | null> {
    const reading = await this.reading()
    if (reading.kind === 'missing') return null
    if (reading.kind === 'damaged') throw new StoreUnreadable(this.path, reading.damage)
    if (reading.kind === 'newer') throw new StoreUnreadable(this.path, 'newer')
    this.seen = reading.facts
    return reading.value
  }

  /**
   * Returns when the data is on disk under the file's name.
   *
   * @throws ChangedOutside if the file is no longer the one that was seen, or the system's error.
   */
  async write(data: T): Promise<void> {
    const { temporary, facts } = await writeTemporary(
      this.#files,
      this.path,
      this.#codec.encode(data),
    )
    try {
      await this.#mutex.run(async () => {
        if (!(await this.isAsSeen())) throw new ChangedOutside(this.path)
        await this.#files.rename(temporary, this.path)
        this.seen = facts
        await this.#files.syncFolder(dirname(this.path))
      })
    } catch (error) {
      await clearAway(this.#files, temporary)
      throw error
    }
  }

  /** Whether no other program has touched the file since. */
  async isAsSeen(): Promise<boolean> {
    return sameFacts(await this.#files.facts(this.path), this.seen)
  }
}

/** Lets tasks run one after the other: each begins when the one before has ended, well or badly. */
export class Mutex {
  #last: Promise<unknown> = Promise.resolve()

  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#last.then(task)
    this.#last = result.catch(() => undefined)
    return result
  }
}
