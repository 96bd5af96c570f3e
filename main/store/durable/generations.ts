import { join } from 'node:path'
import type { FileSystem } from '../../disk/file-system'
import { dated } from '../../disk/set-aside'
import { ensureFolder, replaceFile } from '../../disk/write-file'
import { type Checkpoint, type CheckpointTip, isSealed } from './checkpoint'
import { type Codec, DurableFile, namesIn, type Reading, StoreUnreadable } from './durable-file'
import { shortPoint } from './journal-format'

/** An earlier state that is kept. */
export interface Generation {
  /** The name of its file, which is also its id. */
  readonly name: string
  /** ISO 8601, milliseconds, UTC. */
  readonly writtenAt: string
  /** How many records it holds. */
  readonly count: number
}

/** An earlier checkpoint that is kept, with what its file name tells. */
interface NamedGeneration extends Generation {
  /** The beginning of its place in the chain. */
  readonly headStart: string
  /** Nothing where the name is of a version that did not say it. */
  readonly writer: string | undefined
}

/** How many of the newest are kept, whatever their age, and for how many days one of each day. */
const kept = { newest: 5, days: 7 } as const

/** Checked copies of earlier checkpoints, in a folder of their own. */
export class Generations<R> {
  readonly path: string
  readonly #files: FileSystem
  readonly #writer: string
  readonly #codec: Codec<Checkpoint<R>>

  /** @param path absolute path of the folder */
  constructor(files: FileSystem, path: string, writer: string, codec: Codec<Checkpoint<R>>) {
    this.path = path
    this.#files = files
    this.#writer = writer
    this.#codec = codec
  }

  pathOf({ name }: Generation): string {
    return join(this.path, name)
  }

  /** Those there are, newest first, by their names alone. @throws StoreUnreadable */
  async list(): Promise<readonly NamedGeneration[]> {
    return (await namesIn(this.#files, this.path))
      .flatMap((name) => readName(name) ?? [])
      .toSorted((a, b) => (a.name < b.name ? 1 : -1))
  }

  /** Those that this writer wrote, newest first. @throws StoreUnreadable */
  async ours(): Promise<readonly NamedGeneration[]> {
    return (await this.list()).filter(({ writer }) => writer === this.#writer)
  }

  /** What a generation holds. @throws StoreUnreadable */
  reading(generation: Generation): Promise<Reading<Checkpoint<R>>> {
    return new DurableFile(this.#files, this.pathOf(generation), this.#codec).reading()
  }

  /**
   * Keeps a copy of the checkpoint that has just been written to `path`, after reading it back from the
   * disk and finding it whole; then lets go of what is no longer to be kept.
   *
   * @throws the system's error, or StoreUnreadable where the file is not as it was written.
   */
  async keep(path: string, { head, writtenAt }: CheckpointTip, count: number): Promise<void> {
    const bytes = await this.#files.read(path)
    if (!(await isSealed(bytes))) throw new StoreUnreadable(path, 'invalid')
    await ensureFolder(this.#files, this.path)
    const name = `${dated(new Date(writtenAt))}.${count}.${shortPoint(head)}.${this.#writer}.json`
    await replaceFile(this.#files, join(this.path, name), [bytes])
    await this.#thin(name)
  }

  async #thin(newest: string): Promise<void> {
    const all = await this.list()
    const lastOfDay = new Map(all.toReversed().map((one) => [one.writtenAt.slice(0, 10), one.name]))
    const keeping = new Set([
      newest,
      ...all.slice(0, kept.newest).map(({ name }) => name),
      ...[...lastOfDay.values()].slice(-kept.days),
    ])
    for (const one of all) {
      if (!keeping.has(one.name)) await this.#files.remove(this.pathOf(one))
    }
  }
}

const namePattern =
  /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.(\d{1,9})\.([0-9a-f]{8})(?:\.([A-Za-z\d]+))?\.json$/

function readName(name: string): NamedGeneration | undefined {
  const [, day, hour, minute, second, fraction, count, headStart, writer] =
    namePattern.exec(name) ?? []
  const writtenAt = `${day}T${hour}:${minute}:${second}.${fraction}Z`
  return headStart === undefined || Number.isNaN(Date.parse(writtenAt))
    ? undefined
    : { name, writtenAt, count: Number(count), headStart, writer }
}
