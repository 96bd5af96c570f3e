import { Low } from 'lowdb'
import type { Annotation } from '../../core/annotation/annotation'
import type { AnnotationMap, ChangeSet } from '../../core/annotation/change-set'
import type { Clock } from '../disk/clock'
import type { FileSystem } from '../disk/file-system'
import { nameBeside, setAside } from '../disk/set-aside'
import { replaceFile } from '../disk/write-file'
import { byId } from './chain'
import { DurableAdapter } from './durable-adapter'
import { Generations } from './generations'
import { writeHistory } from './history-file'
import { Journal, type JournalOptions } from './journal'
import type { Entry } from './journal-entry'
import type { LedgerPlace } from './ledger'
import type { Arrival } from './loaded'
import type { Reading } from './reading'
import { encodeSnapshot, type Place, type Snapshot, snapshotCodec } from './snapshot'
import type { StorePaths } from './store-paths'
import { type Theirs, takeIn } from './take-in'
import type { Teller } from './teller'
import { Turn } from './turn'

/** What another program did to the file of annotations. */
export type Outside =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'changed'; readonly set: ChangeSet }
  | { readonly kind: 'newer'; readonly version: number }

/**
 * The files of a store that is open: `annotations.json` through lowdb, the journal, and what is kept
 * beside them. Every method either ends with the disk as it says or throws the system's error, and
 * can then be tried again.
 */
export class StoreDisk {
  readonly #files: FileSystem
  readonly #paths: StorePaths
  readonly #clock: Clock
  readonly #teller: Teller
  readonly #turn = new Turn()
  readonly #adapter: DurableAdapter<Snapshot>
  readonly #low: Low<Snapshot>
  readonly #generations: Generations
  readonly #journal: Journal

  /** The state that the file of annotations held last. */
  #base: AnnotationMap
  #isFileDue: boolean
  /** What another machine had left when the store was opened, until it is merged. */
  #arrived: readonly Arrival[]
  /** What to tell when the file, gone or damaged while the app ran, is there again. */
  #rewriting: { readonly setAside: string | null } | undefined

  private constructor({ files, paths, clock, loaded, teller }: JournalOptions, journal: Journal) {
    this.#files = files
    this.#paths = paths
    this.#clock = clock
    this.#teller = teller
    this.#adapter = new DurableAdapter(files, paths.annotations, snapshotCodec, this.#turn)
    this.#adapter.seen = loaded.file.kind === 'current' ? loaded.file.facts : undefined
    this.#low = new Low<Snapshot>(this.#adapter, { place: undefined, annotations: [] })
    this.#generations = new Generations(files, paths.generations)
    this.#journal = journal
    this.#base = loaded.base
    this.#arrived = loaded.arrived
    this.#isFileDue = loaded.file.kind !== 'current' || journal.isBroken
  }

  /** Takes over what was loaded. What the disk refuses now is done with the first change. */
  static async open(options: JournalOptions): Promise<StoreDisk> {
    const { files, paths, clock, teller } = options
    const { file } = options.loaded
    const { annotations: path } = paths
    if (file.kind === 'damaged') {
      const { damage, restored } = file
      // If it stays, the first change meets it again and tells what stands against moving it.
      const aside = await setAside(files, path, clock.now()).catch(() => null)
      teller.tell({ kind: 'set-aside', file: path, setAside: aside, damage, restored })
    } else if (file.kind === 'missing') {
      teller.tell({ kind: 'missing', file: path, restored: file.restored })
    }
    return new StoreDisk(options, await Journal.open(options))
  }

  /** The file of annotations must be written before a change counts as on disk. */
  get isFileDue(): boolean {
    return this.#isFileDue
  }

  get journal(): Pick<Journal, 'isBroken' | 'length' | 'count' | 'tellIfBroken'> {
    return this.#journal
  }

  /** Bytes. */
  get fileLength(): number {
    return this.#adapter.seen?.size ?? 0
  }

  /** Looks whether another program changed the file of annotations, and merges what it wrote. */
  lookOutside(ours: AnnotationMap): Promise<Outside> {
    return this.#turn.run(async () => {
      if (!(await this.#adapter.isAsSeen())) {
        return this.#takeOver(await this.#adapter.reading(), ours)
      }
      return this.#arrived.length === 0
        ? { kind: 'untouched' }
        : { kind: 'changed', set: await this.#merge([], ours) }
    })
  }

  /** Adds entries to the journal. */
  append(entries: readonly Entry[]): Promise<void> {
    return this.#turn.run(() => this.#journal.append(entries))
  }

  /**
   * Writes the file of annotations anew at a place that the journal has reached, and lets the journal
   * start from there. Other changes may be appended meanwhile.
   */
  async fold(state: LedgerPlace): Promise<void> {
    const { annotations, history, head, sequence } = state
    const place: Place = { head, sequence, writtenAt: this.#clock.now().toISOString() }
    // Before the journal starts anew: until then its entries lead from the old history to this one.
    await this.#teller.attend(this.#paths.history, () =>
      writeHistory(this.#files, this.#paths.history, { head, history }),
    )
    this.#low.data = { place, annotations: [...annotations.values()] }
    await this.#low.write()
    this.#base = annotations
    const generations = await this.#generations.list().catch(() => [])
    const needed = new Set(generations.map(({ headStart }) => headStart))
    await this.#turn.run(() => this.#journal.startAt({ start: head, sequence }, needed))
    this.#isFileDue = false
    this.#tellRewritten(annotations.size)
    await this.#teller.attend(this.#paths.generations, () =>
      this.#generations.keep(this.#paths.annotations, place, annotations.size),
    )
  }

  /** Lets go of the files. */
  close(): Promise<void> {
    return this.#turn.run(() => this.#journal.close())
  }

  async #takeOver(reading: Reading<Snapshot>, ours: AnnotationMap): Promise<Outside> {
    switch (reading.kind) {
      case 'newer':
        return { kind: 'newer', version: reading.version }
      case 'missing':
        this.#rewriting = { setAside: null }
        break
      case 'damaged':
        this.#rewriting = {
          setAside: await setAside(this.#files, this.#paths.annotations, this.#clock.now()),
        }
        break
      case 'good': {
        const { place, annotations } = reading.value
        const isOurs = place !== undefined && this.#journal.leadsFrom(place.head)
        const states = isOurs
          ? []
          : [{ base: this.#base, theirs: byId(annotations), point: place?.head }]
        const set = await this.#merge(states, ours)
        this.#adapter.seen = reading.facts
        return isOurs && set.changes.length === 0 ? { kind: 'untouched' } : { kind: 'changed', set }
      }
    }
    this.#adapter.seen = undefined
    this.#isFileDue = true
    return { kind: 'untouched' }
  }

  /** Merges these states, and before them what was found when the store was opened. */
  async #merge(
    states: readonly (Theirs & { readonly point: string | undefined })[],
    ours: AnnotationMap,
  ): Promise<ChangeSet> {
    const all = [...this.#arrived, ...states]
    const { set, losers } = takeIn(ours, all, this.#clock.now())
    const copy = losers.length > 0 ? await this.#keepCopy(losers) : null
    const { annotations: file } = this.#paths
    const count = set.changes.length
    if (count > 0 || copy !== null) this.#teller.tell({ kind: 'merged', file, copy, count })
    for (const { point } of all) if (point !== undefined) this.#journal.know(point)
    this.#arrived = []
    if (all.length > 0) this.#isFileDue = true
    return set
  }

  /** Versions of annotations that lost, in a file of the same format, so that they can be imported. */
  async #keepCopy(losers: readonly Annotation[]): Promise<string> {
    const { annotations: path } = this.#paths
    const copy = await nameBeside(this.#files, path, 'conflicts', this.#clock.now())
    await replaceFile(this.#files, copy, encodeSnapshot({ place: undefined, annotations: losers }))
    return copy
  }

  #tellRewritten(count: number): void {
    if (this.#rewriting === undefined) return
    const { setAside: aside } = this.#rewriting
    this.#rewriting = undefined
    const { annotations: file } = this.#paths
    this.#teller.tell({ kind: 'rewritten', file, setAside: aside, count })
  }
}
