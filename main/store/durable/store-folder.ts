import { join } from 'node:path'
import type { Clock } from '../../disk/clock'
import type { FileSystem } from '../../disk/file-system'
import { Mutex } from '../../disk/mutex'
import { nameBeside, setAside } from '../../disk/set-aside'
import { type Checkpoint, checkpointCodec } from './checkpoint'
import { type Codec, DurableFile, namesIn } from './durable-file'
import { Generations } from './generations'
import { besideJournal, type JournalReading, readJournal } from './journal-format'
import type { Identified, Model } from './model'

/** How sync engines call a copy that lost to another's, from behind the name of the file. */
const copyMarks = [
  // Dropbox, Nextcloud, Google Drive: annotations (… conflicted copy 2026-01-31).json, annotations (1).json
  /^ \(.+\)$/u,
  // iCloud: annotations 2.json
  /^ \d+$/u,
  // Syncthing: annotations.sync-conflict-20260131-081500-ABCDEFG.json
  /^\.sync-conflict-.+$/u,
  // OneDrive: annotations-DESKTOP-A1B2C3.json
  /^-[A-Z][A-Z\d-]*$/u,
]

/** The folder of a store: what its files are called, and what lies in it, whoever wrote it. */
export class StoreFolder<R extends Identified, C extends object, M> {
  /** Keeps apart what must not be done to the files at once. */
  readonly mutex = new Mutex()
  readonly codec: Codec<Checkpoint<R>>
  readonly checkpoint: DurableFile<Checkpoint<R>>
  readonly generations: Generations<R>
  /** The journal of this writer: absolute path. */
  readonly journal: string
  /** What versions of the journal before the third kept: read once. */
  readonly former: { readonly journal: string; readonly tip: string; readonly memory: string }

  /**
   * @param path absolute path
   * @param writer a name of this writer, other than that of every other with a copy of the folder
   */
  constructor(
    readonly path: string,
    writer: string,
    readonly model: Model<R, C, M>,
    readonly files: FileSystem,
    readonly clock: Clock,
  ) {
    const { name } = model
    const inside = (file: string) => join(path, file)
    this.journal = inside(`${name}.${writer}.journal`)
    this.former = {
      journal: inside(`${name}.journal`),
      tip: inside(`${name}.tip`),
      memory: inside('history.json'),
    }
    this.codec = checkpointCodec(model)
    this.checkpoint = new DurableFile(files, inside(`${name}.json`), this.codec, this.mutex)
    this.generations = new Generations(files, inside('generations'), writer, this.codec)
  }

  /**
   * What lies in it: the journals, of whichever writer, that were not set aside, and the copies of a
   * checkpoint that a sync engine put beside ours. @throws StoreUnreadable
   */
  async look(): Promise<{
    readonly journals: readonly string[]
    readonly copies: readonly string[]
  }> {
    const { name } = this.model
    const all = (await namesIn(this.files, this.path)).filter((one) => one.startsWith(name))
    const journals = all
      .filter((one) => one.endsWith('.journal') && !one.includes('.damaged-'))
      .toSorted()
    const copies = all.filter((one) => {
      const mark = /^(.*)\.json$/.exec(one.slice(name.length))?.[1] ?? ''
      return copyMarks.some((known) => known.test(mark))
    })
    const inside = (one: string) => join(this.path, one)
    return { journals: journals.map(inside), copies: copies.map(inside) }
  }

  /** Reads a journal; nothing where there is none. @throws StoreUnreadable */
  async readJournal(path: string): Promise<JournalReading<C> | undefined> {
    const { files, former, model } = this
    const content = (file: string) => files.read(file).catch(() => undefined)
    const beside =
      path === former.journal
        ? besideJournal(await content(former.tip), await content(former.memory))
        : {}
    return readJournal(files, path, model.formats.journal, model.readChange, beside)
  }

  /** A free name beside a file, that tells what it is and when it was put there. */
  nameBeside(path: string, what: 'damaged' | 'conflicts' | 'merged'): Promise<string> {
    return nameBeside(this.files, path, what, this.clock.now())
  }

  /** Moves a file out of the way, unchanged; returns where it lies now. */
  setAside(path: string): Promise<string> {
    return setAside(this.files, path, this.clock.now())
  }

  /** Takes a file away, if it is there. */
  async remove(path: string): Promise<void> {
    if ((await this.files.facts(path)) !== undefined) await this.files.remove(path)
  }
}
