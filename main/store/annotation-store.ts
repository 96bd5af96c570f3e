import { createHash } from 'node:crypto'
import { cpus, hostname } from 'node:os'
import { Low } from 'lowdb'
import type { Annotation } from '../../core/annotation/annotation'
import { type AnnotationMap, type ChangeSet, invert } from '../../core/annotation/change-set'
import { difference } from '../../core/annotation/difference'
import type { History } from '../../core/annotation/history'
import { changeSetSchema } from '../../core/annotation/schema'
import type { Generation } from '../../core/app/generation'
import type { StoreNotice } from '../../core/app/store-notice'
import type { StoreStatus } from '../../core/app/store-status'
import { explainIssues } from '../../core/text/schema'
import { type Clock, systemClock } from '../disk/clock'
import type { FileSystem } from '../disk/file-system'
import { nodeFileSystem } from '../disk/node-file-system'
import { ensureFolder } from '../disk/write-file'
import {
  type AnnotationsChange,
  type AnnotationsMemory,
  annotationsModel,
} from './annotations-model'
import { DurableAdapter } from './durable/durable-adapter'
import { unlessUnreadable } from './durable/durable-file'
import { Journaled } from './durable/model'
import { NewerStore } from './durable/recover'
import { SaveQueue } from './save-queue'

/** Where a change came from: a call of this app, or another program that wrote to the files. */
type ChangeOrigin = 'local' | 'external'

/**
 * Called once for every change, in the order in which they are applied and before anything else can be:
 * `revision` is one more each time.
 */
type OnChange = (set: ChangeSet, revision: number, origin: ChangeOrigin) => void

interface AnnotationStoreOptions {
  /** Absolute path of the folder that holds the annotations; its parent must be there. */
  readonly folder: string
  readonly files?: FileSystem
  readonly clock?: Clock
  /** A name of this machine, other than that of any that keeps a copy of the same folder. */
  readonly writer?: string
  /** How many bytes of journal are let grow before they are folded into the file of annotations. */
  readonly longJournal?: number
  /** Called whenever the status changes, and for every change that is not on disk. */
  readonly onStatus: (status: StoreStatus) => void
  /** Something about the files that the reader must be told, while the app runs. */
  readonly onNotice: (notice: StoreNotice) => void
  /** Every change while the store is open, from a caller or from outside. */
  readonly onChange?: OnChange
}

type Adapter = DurableAdapter<Annotation, AnnotationsChange, AnnotationsMemory>
type Annotations = Journaled<Annotation, AnnotationsChange, AnnotationsMemory>

interface Opened {
  readonly store: AnnotationStore
  /** What the reader must be told about how the files were found. */
  readonly notices: readonly StoreNotice[]
}

/**
 * The owner of the reader's annotations, which lowdb holds. Changes take effect in memory at once. When
 * the promise of a change resolves and the status is `saved`, the change is on disk and survives a crash
 * or power cut; otherwise the status says why not, and the store goes on trying.
 */
export class AnnotationStore {
  readonly #low: Low<Annotations>
  readonly #adapter: Adapter
  /** What keeps the files up to date; where they are a newer version's and left alone, the status alone. */
  readonly #queue: SaveQueue | { readonly status: StoreStatus }
  readonly #clock: Clock
  readonly #counted: { revision: number }

  /** @throws StoreUnreadable if there are files that the system will not let be read. */
  static async open(options: AnnotationStoreOptions): Promise<Opened> {
    const { folder, onStatus, onChange, onNotice, longJournal } = options
    const { files = nodeFileSystem, clock = systemClock } = options
    // That it cannot be made is said by the first write.
    await ensureFolder(files, folder).catch(() => undefined)
    const notices: StoreNotice[] = []
    let isOpen = false
    const counted = { revision: 0 }
    const adapter: Adapter = new DurableAdapter({
      model: annotationsModel,
      folder,
      writer: options.writer ?? (await machineName(files, folder)),
      files,
      clock,
      ...(longJournal === undefined ? {} : { longJournal }),
      onChange: ({ kind, set }) => {
        counted.revision++
        onChange?.(set, counted.revision, kind === 'merge' ? 'external' : 'local')
      },
      // What the adapter tells is what the reader is told, kind for kind: the compiler holds its notices to ours.
      onNotice: (notice) => (isOpen ? onNotice(notice) : void notices.push(notice)),
    })
    const low = new Low<Annotations>(adapter, new Journaled(annotationsModel))
    try {
      await low.read()
    } catch (error) {
      if (!(error instanceof NewerStore)) throw error
      const { file, version, hidden, records } = error
      const memory = annotationsModel.emptyMemory
      low.data = new Journaled(annotationsModel, undefined, {
        records,
        memory,
        head: '',
        sequence: 0,
      })
      const status: StoreStatus = { state: 'read-only', file, version, hidden }
      onStatus(status)
      return { store: new AnnotationStore(low, adapter, { status }, clock, counted), notices: [] }
    }
    const queue = new SaveQueue({
      write: () => low.write(),
      made: () => low.data.snapshot.sequence,
      saved: () => (low.data.pending[0]?.sequence ?? low.data.snapshot.sequence + 1) - 1,
      newerVersion: () => adapter.newerVersion,
      clock,
      file: adapter.path,
      onStatus,
    })
    // Finds out at once whether the folder can be written, and repairs what was found damaged.
    await queue.save()
    isOpen = true
    return { store: new AnnotationStore(low, adapter, queue, clock, counted), notices }
  }

  /**
   * The annotations as they are on disk, without touching anything: for the command line.
   *
   * @throws StoreUnreadable if a file of the store cannot be read, is damaged, or is newer.
   */
  static async readOnly(
    folder: string,
    files: FileSystem = nodeFileSystem,
    writer?: string,
  ): Promise<{ readonly annotations: AnnotationMap }> {
    const adapter = new DurableAdapter({
      model: annotationsModel,
      folder,
      writer: writer ?? (await machineName(files, folder)),
      files,
    })
    return { annotations: await adapter.look() }
  }

  private constructor(
    low: Low<Annotations>,
    adapter: Adapter,
    queue: SaveQueue | { readonly status: StoreStatus },
    clock: Clock,
    counted: { revision: number },
  ) {
    this.#low = low
    this.#adapter = adapter
    this.#queue = queue
    this.#clock = clock
    this.#counted = counted
  }

  get annotations(): AnnotationMap {
    return this.#low.data.snapshot.records
  }

  get history(): History {
    return this.#low.data.snapshot.memory.history
  }

  /** The number of the last change told by `onChange`; 0 before the first. */
  get revision(): number {
    return this.#counted.revision
  }

  get status(): StoreStatus {
    return this.#queue.status
  }

  /**
   * Makes a change; one that changes no annotation has its place among the gestures all the same. It is made in memory
   * before this returns, and resolves, with the change, when it is on disk or known not to be.
   *
   * @throws ChangeConflict, InvalidChange or StoreReadOnly, before anything has happened.
   */
  async commit(set: ChangeSet): Promise<ChangeSet> {
    const queue = this.#writable()
    const checked = changeSetSchema.safeParse(set)
    if (!checked.success) throw new InvalidChange(explainIssues(checked.error))
    return this.#make(queue, 'change', set)
  }

  /** Takes the last gesture back; resolves as `commit` does, with nothing if there is none. */
  async undo(): Promise<ChangeSet | undefined> {
    const queue = this.#writable()
    const last = this.history.done.at(-1)
    return last && this.#make(queue, 'undo', invert(last))
  }

  /** Does the last undone gesture again; resolves as `commit` does, with nothing if there is none. */
  async redo(): Promise<ChangeSet | undefined> {
    const queue = this.#writable()
    const last = this.history.undone.at(-1)
    return last && this.#make(queue, 'redo', last)
  }

  /** The earlier states that are kept, newest first. @throws the system's error. */
  generations(): Promise<readonly Generation[]> {
    return this.#adapter.generations()
  }

  /**
   * Goes back to an earlier state, as one gesture that can be undone.
   *
   * @returns what was changed; nothing if all is as it was then.
   * @throws StoreUnreadable if the generation is gone or damaged.
   */
  async restore({ name }: Pick<Generation, 'name'>): Promise<ChangeSet | undefined> {
    this.#writable()
    const earlier = await this.#adapter.generation(name)
    // What was changed while it was read is changed back too, and that can be undone as well.
    const changes = difference(this.annotations, earlier)
    const at = this.#clock.now().toISOString()
    return changes.length === 0 ? undefined : this.commit({ gesture: 'restore', at, changes })
  }

  /**
   * Tries at once to bring to disk what waits, and looks whether another program changed the files:
   * for when the window comes forward, and before the app ends.
   */
  async check(): Promise<StoreStatus> {
    return this.#queue instanceof SaveQueue ? this.#queue.save() : this.#queue.status
  }

  /** Saves what can be saved and lets go of the files; the store is not to be used after this. */
  async close(): Promise<StoreStatus> {
    if (!(this.#queue instanceof SaveQueue)) return this.#queue.status
    const status = await this.#queue.close()
    await this.#adapter.close(this.#low.data)
    return status
  }

  #writable(): SaveQueue {
    if (this.status.state === 'read-only' || !(this.#queue instanceof SaveQueue)) {
      throw new StoreReadOnly(this.#adapter.path)
    }
    return this.#queue
  }

  async #make(
    queue: SaveQueue,
    kind: AnnotationsChange['kind'],
    set: ChangeSet,
  ): Promise<ChangeSet> {
    this.#low.data.add({ kind, set })
    await queue.save()
    return set
  }
}

/**
 * A name of this machine and this folder: what a sync engine brings has the journal of another name, and
 * is never taken for ours. Where it changes one day, our journal is one of several in the folder, and found
 * all the same. The folder's inode alone would do but for the clones of one disk; macOS takes the name of
 * the machine from whichever network it is in.
 */
async function machineName(files: FileSystem, folder: string): Promise<string> {
  const facts = await unlessUnreadable(folder, () => files.facts(folder))
  const machine = process.platform === 'darwin' ? cpus()[0]?.model : hostname()
  const name = `${machine} ${facts?.inode ?? ''}`
  return createHash('sha256').update(name).digest('hex').slice(0, 8)
}

/** A change to annotations that a newer version of the app wrote: they can be read, not changed. */
export class StoreReadOnly extends Error {
  constructor(readonly file: string) {
    super(`${file} was written by a newer version and is left alone.`)
    this.name = 'StoreReadOnly'
  }
}

/** A change that would write what could not be read again: refused before anything happens. */
export class InvalidChange extends Error {
  constructor(explanation: string) {
    super(`The change cannot be kept: ${explanation}`)
    this.name = 'InvalidChange'
  }
}
