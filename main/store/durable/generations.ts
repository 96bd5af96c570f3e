import { join } from 'node:path'
import type { Generation } from '../../../core/app/generation'
import { codeOf } from '../../disk/disk-problem'
import type { FileSystem } from '../../disk/file-system'
import { dated } from '../../disk/set-aside'
import { replaceFile } from '../../disk/write-file'
import { type Checkpoint, type CheckpointPlace, isSealed } from './checkpoint'
import type { Codec } from './durable-file'
import { shortPoint } from './journal-lines'
import { type Reading, readFileAs } from './reading'

/** A generation with the beginning of its place in the chain, and who wrote it, as its file name tells. */
export interface NamedGeneration extends Generation {
  readonly headStart: string
  /** Nothing where the name is of a version that did not say it. */
  readonly writer: string | undefined
}

/** How many of the newest are kept, whatever their age, and for how many days one of each day. */
const kept = { newest: 5, days: 7 } as const

const namePattern =
  /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.(\d{1,9})\.([0-9a-f]{8})(?:\.([A-Za-z\d]+))?\.json$/

/** Checked copies of earlier checkpoints, in a folder of their own. */
export class Generations<R> {
  readonly #files: FileSystem
  readonly #folder: string
  readonly #writer: string
  readonly #codec: Codec<Checkpoint<R>>

  constructor(files: FileSystem, folder: string, writer: string, codec: Codec<Checkpoint<R>>) {
    this.#files = files
    this.#folder = folder
    this.#writer = writer
    this.#codec = codec
  }

  pathOf(generation: Generation): string {
    return join(this.#folder, generation.name)
  }

  /** Those there are, newest first, by their names alone. */
  async list(): Promise<readonly NamedGeneration[]> {
    return (await this.#names())
      .flatMap((name) => read(name) ?? [])
      .sort((a, b) => (a.name < b.name ? 1 : -1))
  }

  /** Those that this writer wrote, newest first. */
  async ours(): Promise<readonly NamedGeneration[]> {
    return (await this.list()).filter(({ writer }) => writer === this.#writer)
  }

  /** What a generation holds. */
  reading(generation: Generation): Promise<Reading<Checkpoint<R>>> {
    return readFileAs(this.#files, this.pathOf(generation), (bytes) => this.#codec.decode(bytes))
  }

  /**
   * Keeps a copy of the checkpoint that has just been written to `path`, after reading it back from the
   * disk and finding it whole; then lets go of what is no longer to be kept.
   *
   * @throws the system's error, or UnsoundCopy where the file is not as it was written.
   */
  async keep(path: string, place: CheckpointPlace, count: number): Promise<void> {
    const bytes = await this.#files.read(path)
    if (!isSealed(bytes)) throw new UnsoundCopy(path)
    await this.#files.makeFolder(this.#folder)
    const instant = dated(new Date(place.writtenAt))
    const name = `${instant}.${count}.${shortPoint(place.head)}.${this.#writer}.json`
    await replaceFile(this.#files, join(this.#folder, name), [bytes])
    await this.#thin(name)
  }

  async #thin(newest: string): Promise<void> {
    const all = await this.list()
    const keeping = new Set([newest, ...all.slice(0, kept.newest).map(({ name }) => name)])
    const days = new Map(all.toReversed().map(({ name, writtenAt }) => [dayOf(writtenAt), name]))
    for (const name of [...days.values()].slice(-kept.days)) keeping.add(name)
    for (const { name } of all) {
      if (!keeping.has(name)) await this.#files.remove(join(this.#folder, name))
    }
  }

  async #names(): Promise<readonly string[]> {
    try {
      return await this.#files.list(this.#folder)
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return []
      throw error
    }
  }
}

const dayOf = (instant: string) => instant.slice(0, 10)

function read(name: string): NamedGeneration | undefined {
  const [, day, hour, minute, second, fraction, count, headStart, writer] =
    namePattern.exec(name) ?? []
  const writtenAt = `${day}T${hour}:${minute}:${second}.${fraction}Z`
  return headStart === undefined || Number.isNaN(Date.parse(writtenAt))
    ? undefined
    : { name, writtenAt, count: Number(count), headStart, writer }
}

/** A file that reads back otherwise than it was written. */
class UnsoundCopy extends Error {
  constructor(file: string) {
    super(`${file} does not read back as it was written.`)
    this.name = 'UnsoundCopy'
  }
}
