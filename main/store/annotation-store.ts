import type { AnnotationMap, ChangeSet } from '../../core/annotation/change-set'
import { difference } from '../../core/annotation/difference'
import { emptyHistory, type History } from '../../core/annotation/history'
import { merge } from '../../core/annotation/merge'
import { changeSetSchema } from '../../core/annotation/schema'
import type { Generation } from '../../core/app/generation'
import type { StoreNotice } from '../../core/app/store-notice'
import type { StoreStatus } from '../../core/app/store-status'
import { explainIssues } from '../../core/text/schema'
import { type Clock, systemClock } from '../disk/clock'
import type { FileSystem } from '../disk/file-system'
import { nodeFileSystem } from '../disk/node-file-system'
import { byId } from './chain'
import { Generations } from './generations'
import { Keeper } from './keeper'
import { Ledger, type OnChange } from './ledger'
import { load } from './load'
import { StoreDisk } from './store-disk'
import { InvalidChange, StoreReadOnly, StoreUnreadable } from './store-errors'
import { type StorePaths, storePaths } from './store-paths'
import type { Theirs } from './take-in'
import { Teller } from './teller'

export interface AnnotationStoreOptions {
  /** Absolute path of the folder that holds the notes; its parent must be there. */
  readonly folder: string
  readonly files?: FileSystem
  readonly clock?: Clock
  /** How many bytes of journal are let grow before they are folded into the file of annotations. */
  readonly longJournal?: number
  /** Called whenever the status changes, and for every change that is not on disk. */
  readonly onStatus: (status: StoreStatus) => void
  /** Something about the files that the reader must be told, while the app runs. */
  readonly onNotice: (notice: StoreNotice) => void
  /** Every change while the store is open, from a caller or from outside. */
  readonly onChange?: OnChange
}

/** Either the files are kept up to date, or they are a newer version's and left alone. */
type Keeping =
  | { readonly kind: 'keeper'; readonly keeper: Keeper }
  | { readonly kind: 'none'; readonly status: StoreStatus }

interface Opened {
  readonly store: AnnotationStore
  /** What the reader must be told about how the files were found. */
  readonly notices: readonly StoreNotice[]
}

/**
 * The owner of the reader's annotations. Changes take effect in memory at once. When the promise of a
 * change resolves and the status is `saved`, the change is on disk and survives a crash or power cut;
 * otherwise the status says why not, and the store goes on trying.
 */
export class AnnotationStore {
  readonly #paths: StorePaths
  readonly #ledger: Ledger
  readonly #keeping: Keeping
  readonly #generations: Generations
  readonly #clock: Clock

  /** @throws StoreUnreadable if there are files that the system will not let be read. */
  static async open(options: AnnotationStoreOptions): Promise<Opened> {
    const {
      folder,
      files = nodeFileSystem,
      clock = systemClock,
      longJournal = 512 * 1024,
    } = options
    const paths = storePaths(folder)
    const loaded = await load(files, paths)
    if (loaded.kind === 'newer') {
      const { file, version, hidden, annotations } = loaded
      const ledger = new Ledger({ annotations, history: emptyHistory, head: '', sequence: 0 })
      const status: StoreStatus = { state: 'read-only', file, version, hidden }
      options.onStatus(status)
      const store = new AnnotationStore(paths, ledger, { kind: 'none', status }, files, clock)
      return { store, notices: [] }
    }
    const notices: StoreNotice[] = []
    let isOpen = false
    const teller = new Teller((notice) =>
      isOpen ? options.onNotice(notice) : void notices.push(notice),
    )
    const disk = await StoreDisk.open({ files, paths, clock, loaded, teller })
    const ledger = new Ledger(loaded, options.onChange)
    const keeper = new Keeper({
      ledger,
      disk,
      teller,
      clock,
      longJournal,
      file: paths.annotations,
      onStatus: options.onStatus,
    })
    // Finds out at once whether the folder can be written, and repairs what was found damaged.
    await keeper.save()
    disk.journal.tellIfBroken()
    isOpen = true
    const store = new AnnotationStore(paths, ledger, { kind: 'keeper', keeper }, files, clock)
    return { store, notices }
  }

  /**
   * The notes as they are on disk, without touching anything: for the command line.
   *
   * @throws StoreUnreadable if a file of the store cannot be read, is damaged, or is newer.
   */
  static async readOnly(
    folder: string,
    files: FileSystem = nodeFileSystem,
  ): Promise<{ readonly annotations: AnnotationMap }> {
    const paths = storePaths(folder)
    const loaded = await load(files, paths)
    if (loaded.kind === 'newer') throw new StoreUnreadable(loaded.file, 'newer')
    const { file, journal, base, annotations } = loaded
    if (file.kind === 'damaged') throw new StoreUnreadable(paths.annotations, file.damage)
    if (file.kind === 'missing') throw new StoreUnreadable(paths.annotations, 'missing')
    if (journal.kind === 'broken') throw new StoreUnreadable(paths.journal, 'invalid')
    const states: Theirs[] = [...loaded.arrived]
    if (file.kind === 'outside') states.push({ base, theirs: byId(file.annotations) })
    return {
      annotations: states.reduce(
        (ours, their) => merge(their.base, ours, their.theirs).annotations,
        annotations,
      ),
    }
  }

  private constructor(
    paths: StorePaths,
    ledger: Ledger,
    keeping: Keeping,
    files: FileSystem,
    clock: Clock,
  ) {
    this.#paths = paths
    this.#ledger = ledger
    this.#keeping = keeping
    this.#generations = new Generations(files, paths.generations)
    this.#clock = clock
  }

  get annotations(): AnnotationMap {
    return this.#ledger.place.annotations
  }

  get history(): History {
    return this.#ledger.place.history
  }

  /** The number of the last change told by `onChange`; 0 before the first. */
  get revision(): number {
    return this.#ledger.revision
  }

  get status(): StoreStatus {
    return this.#keeping.kind === 'none' ? this.#keeping.status : this.#keeping.keeper.status
  }

  /**
   * Makes a change. Resolves, with the change, when it is on disk or known not to be.
   *
   * @throws ChangeConflict, InvalidChange or StoreReadOnly, before anything has happened.
   */
  async commit(set: ChangeSet): Promise<ChangeSet> {
    const keeper = this.#writable()
    const checked = changeSetSchema.safeParse(set)
    if (!checked.success) throw new InvalidChange(explainIssues(checked.error))
    if (set.changes.length === 0) return set
    this.#ledger.record('change', set)
    await keeper.save()
    return set
  }

  /** Takes the last gesture back; resolves as `commit` does, with nothing if there is none. */
  async undo(): Promise<ChangeSet | undefined> {
    const keeper = this.#writable()
    const set = this.#ledger.undo()
    if (set !== undefined) await keeper.save()
    return set
  }

  /** Does the last undone gesture again; resolves as `commit` does, with nothing if there is none. */
  async redo(): Promise<ChangeSet | undefined> {
    const keeper = this.#writable()
    const set = this.#ledger.redo()
    if (set !== undefined) await keeper.save()
    return set
  }

  /** The earlier states that are kept, newest first. @throws the system's error. */
  async generations(): Promise<readonly Generation[]> {
    const all = await this.#generations.list()
    return all.map(({ name, writtenAt, count }) => ({ name, writtenAt, count }))
  }

  /**
   * Goes back to an earlier state, as one gesture that can be undone.
   *
   * @returns what was changed; nothing if all is as it was then.
   * @throws StoreUnreadable if the generation is gone or damaged.
   */
  async restore({ name }: Pick<Generation, 'name'>): Promise<ChangeSet | undefined> {
    this.#writable()
    const generation = (await this.#generations.list()).find((one) => one.name === name)
    if (generation === undefined) throw new StoreUnreadable(name, 'missing')
    const reading = await this.#generations.reading(generation)
    if (reading.kind !== 'good' || reading.value.place === undefined) {
      throw new StoreUnreadable(this.#generations.pathOf(generation), 'invalid')
    }
    const then = new Map(reading.value.annotations.map((one) => [one.id, one]))
    const changes = difference(this.annotations, then)
    const at = this.#clock.now().toISOString()
    return changes.length === 0 ? undefined : this.commit({ gesture: 'restore', at, changes })
  }

  /**
   * Tries at once to bring to disk what waits, and looks whether another program changed the file:
   * for when the window comes forward, and before the app ends.
   */
  async check(): Promise<StoreStatus> {
    return this.#keeping.kind === 'none' ? this.#keeping.status : this.#keeping.keeper.save()
  }

  /** Saves what can be saved and lets go of the files; the store is not to be used after this. */
  async close(): Promise<StoreStatus> {
    return this.#keeping.kind === 'none' ? this.#keeping.status : this.#keeping.keeper.close()
  }

  #writable(): Keeper {
    if (this.status.state === 'read-only' || this.#keeping.kind === 'none') {
      throw new StoreReadOnly(this.#paths.annotations)
    }
    return this.#keeping.keeper
  }
}
