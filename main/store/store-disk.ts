import { Low } from 'lowdb'
import type { Annotation } from '../../core/annotation/annotation'
import type { AnnotationMap, ChangeSet } from '../../core/annotation/change-set'
import type { StoreNotice } from '../../core/store/notice'
import type { Clock } from './clock'
import { ChangedOutside, codeOf, diskProblemOf } from './disk-problem'
import { DurableAdapter } from './durable-adapter'
import type { FileSystem } from './file-system'
import { Generations } from './generations'
import { writeHistory } from './history-file'
import { type Entry, headerLine } from './journal-entry'
import { JournalFile } from './journal-file'
import type { LedgerPlace } from './ledger'
import type { Loaded } from './load'
import { replaceFile } from './replace-file'
import { nameBeside, setAside } from './set-aside'
import { encodeSnapshot, type Place, type Snapshot, snapshotCodec } from './snapshot'
import type { StorePaths } from './store-paths'
import { takeIn } from './take-in'
import { TipFile } from './tip-file'
import { Turn } from './turn'

/** What another program did to the file of annotations. */
export type Outside =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'changed'; readonly set: ChangeSet }
  | { readonly kind: 'newer'; readonly version: number }

export interface StoreDiskOptions {
  readonly files: FileSystem
  readonly paths: StorePaths
  readonly clock: Clock
  readonly loaded: Loaded
  readonly onNotice: (notice: StoreNotice) => void
}

/**
 * The files of a store that is open: `annotations.json` through lowdb, the journal, and what is kept
 * beside them. Every method either ends with the disk as it says or throws the system's error, and
 * can then be tried again.
 */
export class StoreDisk {
  readonly #files: FileSystem
  readonly #paths: StorePaths
  readonly #clock: Clock
  readonly #onNotice: (notice: StoreNotice) => void
  readonly #turn = new Turn()
  readonly #adapter: DurableAdapter<Snapshot>
  readonly #low: Low<Snapshot>
  readonly #generations: Generations
  readonly #tip: TipFile

  /** The state that the file of annotations held last. */
  #base: AnnotationMap
  /** Where the journal starts and what is in it: so that it can be begun again from memory. */
  #start: { readonly start: string; readonly sequence: number }
  #entries: Entry[]
  #journal: JournalFile | undefined
  #broken: { readonly lost: number; readonly kept: number } | undefined
  #fileDue: boolean
  /** Files of which it has been told that they could not be written. */
  readonly #told = new Set<string>()

  private constructor({ files, paths, clock, onNotice, loaded }: StoreDiskOptions) {
    const { file, journal, head, sequence } = loaded
    this.#files = files
    this.#paths = paths
    this.#clock = clock
    this.#onNotice = onNotice
    this.#adapter = new DurableAdapter(files, paths.annotations, snapshotCodec, this.#turn)
    this.#adapter.seen = file.kind === 'current' ? file.facts : undefined
    this.#low = new Low<Snapshot>(this.#adapter, { place: undefined, annotations: [] })
    this.#generations = new Generations(files, paths.generations)
    this.#tip = new TipFile(files, paths.tip)
    this.#base = loaded.base
    this.#start = journal.kind === 'sound' ? journal : { start: head, sequence }
    this.#entries = journal.kind === 'sound' ? [...journal.entries] : []
    this.#broken = journal.kind === 'broken' ? journal : undefined
    this.#fileDue = file.kind !== 'current' || journal.kind === 'broken'
  }

  /** Takes over what was loaded. What the disk refuses now is done with the first change. */
  static async open(options: StoreDiskOptions): Promise<StoreDisk> {
    const { files, paths, onNotice, loaded } = options
    const disk = new StoreDisk(options)
    const { file, journal } = loaded
    if (file.kind === 'damaged') {
      onNotice({
        kind: 'set-aside',
        file: paths.annotations,
        // If it stays, the first change meets it again and tells what stands against moving it.
        setAside: await disk.#setAside(paths.annotations).catch(() => null),
        damage: file.damage,
        restored: file.restored,
      })
    } else if (file.kind === 'missing') {
      onNotice({ kind: 'missing', file: paths.annotations, restored: file.restored })
    }
    const { changesMissing } = loaded
    if (journal.kind === 'missing' || changesMissing > 0) {
      const count = changesMissing > 0 ? changesMissing : null
      onNotice({ kind: 'changes-missing', file: paths.journal, count })
    }
    if (journal.kind === 'sound') {
      disk.#journal = await JournalFile.resume(
        files,
        paths.journal,
        journal.length,
        journal.facts,
        // The first change tries to begin the journal again, and tells what stands against it.
      ).catch(() => undefined)
    }
    return disk
  }

  /** The file of annotations must be written before a change counts as on disk. */
  get isFileDue(): boolean {
    return this.#fileDue
  }

  /** The journal cannot be gone on with, so that only a whole snapshot is safe. */
  get isJournalBroken(): boolean {
    return this.#broken !== undefined
  }

  /** Bytes. */
  get journalLength(): number {
    return this.#journal?.length ?? 0
  }

  /** Bytes. */
  get fileLength(): number {
    return this.#adapter.seen?.size ?? 0
  }

  /** How many changes the journal holds beyond the file of annotations. */
  get changesInJournal(): number {
    return this.#entries.length
  }

  /** Looks whether another program changed the file of annotations, and merges what it wrote. */
  lookOutside(ours: AnnotationMap): Promise<Outside> {
    return this.#turn.run(async () => {
      if (await this.#adapter.isAsSeen()) return { kind: 'untouched' }
      const reading = await this.#adapter.reading()
      switch (reading.kind) {
        case 'newer':
          return { kind: 'newer', version: reading.version }
        case 'missing':
        case 'damaged': {
          const aside = reading.kind === 'missing' ? null : await this.#setAside(this.#adapter.path)
          this.#adapter.seen = undefined
          this.#fileDue = true
          this.#onNotice({
            kind: 'rewritten',
            file: this.#adapter.path,
            setAside: aside,
            count: ours.size,
          })
          return { kind: 'untouched' }
        }
        case 'good': {
          const { place, annotations } = reading.value
          if (place === undefined || !this.#isOnJournal(place.head)) {
            const { set, losers } = takeIn(this.#base, ours, annotations, this.#clock.now())
            const copy = losers.length > 0 ? await this.#keepCopy(losers) : null
            const count = set.changes.length
            if (count > 0 || copy !== null) {
              this.#onNotice({ kind: 'merged', file: this.#adapter.path, copy, count })
            }
            this.#adapter.seen = reading.facts
            this.#fileDue = true
            return { kind: 'changed', set }
          }
          this.#adapter.seen = reading.facts
          return { kind: 'untouched' }
        }
      }
    })
  }

  /** Adds entries to the journal; makes it where there is none. */
  append(entries: readonly Entry[]): Promise<void> {
    return this.#turn.run(async () => {
      if (this.#journal === undefined) await this.#beginJournal(entries)
      else if (entries.length > 0) await this.#addToJournal(this.#journal, entries)
      this.#entries.push(...entries)
      await this.#markTip()
    })
  }

  /**
   * Writes the file of annotations anew at a place that the journal has reached, and lets the journal
   * start from there. Other changes may be appended meanwhile.
   */
  async fold(state: LedgerPlace): Promise<void> {
    const { annotations, history, head, sequence } = state
    const place: Place = { head, sequence, writtenAt: this.#clock.now().toISOString() }
    // Before the journal starts anew: until then its entries lead from the old history to this one.
    await this.#attend(this.#paths.history, () =>
      writeHistory(this.#files, this.#paths.history, { head, history }),
    )
    this.#low.data = { place, annotations: [...annotations.values()] }
    await this.#low.write()
    this.#base = annotations
    await this.#turn.run(() => this.#startJournalAt(place))
    this.#fileDue = false
    await this.#attend(this.#paths.generations, () =>
      this.#generations.keep(this.#adapter.path, place, annotations.size),
    )
  }

  async close(): Promise<void> {
    await this.#turn.run(async () => {
      await this.#tip.close()
      await this.#closeJournal()
    })
  }

  async #startJournalAt({ head, sequence }: Place): Promise<void> {
    await this.#closeJournal()
    if (this.#broken !== undefined) {
      const { journal: path } = this.#paths
      const isThere = (await this.#files.facts(path)) !== undefined
      this.tellOfBrokenJournal(isThere ? await this.#setAside(path) : null)
      this.#broken = undefined
    }
    this.#start = { start: head, sequence }
    this.#entries = this.#entries.filter((entry) => entry.sequence > sequence)
    await this.#beginJournal([])
    await this.#markTip()
  }

  #markTip(): Promise<void> {
    const sequence = this.#entries.at(-1)?.sequence ?? this.#start.sequence
    return this.#attend(this.#paths.tip, () => this.#tip.write(sequence))
  }

  async #beginJournal(added: readonly Entry[]): Promise<void> {
    await this.#files.makeFolder(this.#paths.folder)
    // What was opened in a folder that was deleted since is no longer there.
    await this.#tip.close()
    const { start, sequence } = this.#start
    const lines = [...this.#entries, ...added].map(({ line }) => line)
    this.#journal = await JournalFile.begin(
      this.#files,
      this.#paths.journal,
      [headerLine({ start, sequence }, this.#clock.now()), ...lines].join(''),
    )
  }

  async #addToJournal(journal: JournalFile, entries: readonly Entry[]): Promise<void> {
    try {
      await journal.append(entries.map(({ line }) => line).join(''))
    } catch (error) {
      // After a failed flush the system may believe that what it dropped is on disk. Only a new file
      // is certain.
      await this.#closeJournal()
      if (error instanceof ChangedOutside) await this.#keepForeignJournal()
      throw error
    }
  }

  /** Keeps what another program put in the journal's place; the next change begins ours again. */
  async #keepForeignJournal(): Promise<void> {
    const { journal: path } = this.#paths
    const facts = await this.#files.facts(path)
    if (facts === undefined) return
    let aside: string
    if (facts.kind === 'file') {
      // Copied and not moved: were the app to end here, a journal must not be missing.
      aside = await nameBeside(this.#files, path, 'damaged', this.#clock.now())
      await replaceFile(this.#files, aside, [await this.#files.read(path)])
    } else aside = await this.#setAside(path)
    this.#onNotice({
      kind: 'rewritten',
      file: path,
      setAside: aside,
      count: this.#entries.length,
    })
  }

  /** Versions of annotations that lost, in a file of the same format, so that they can be imported. */
  async #keepCopy(losers: readonly Annotation[]): Promise<string> {
    const path = await nameBeside(
      this.#files,
      this.#paths.annotations,
      'conflicts',
      this.#clock.now(),
    )
    await replaceFile(this.#files, path, encodeSnapshot({ place: undefined, annotations: losers }))
    return path
  }

  #isOnJournal(point: string): boolean {
    return point === this.#start.start || this.#entries.some(({ hash }) => hash === point)
  }

  #setAside(path: string): Promise<string> {
    return setAside(this.#files, path, this.#clock.now())
  }

  async #closeJournal(): Promise<void> {
    const journal = this.#journal
    this.#journal = undefined
    await journal?.close()
  }

  /** Does what the notes do not hang on; tells once a file if it cannot be done. */
  async #attend(file: string, task: () => Promise<void>): Promise<void> {
    try {
      await task()
    } catch (error) {
      this.tellNotWritten(file, error)
    }
  }

  /** Tells, once a file, that something beside the changes themselves could not be written. */
  tellNotWritten(file: string, error: unknown): void {
    if (this.#told.has(file)) return
    this.#told.add(file)
    this.#onNotice({
      kind: 'not-written',
      file,
      problem: diskProblemOf(error),
      code: codeOf(error),
    })
  }

  /** Tells that lines of the journal could not be read; nothing if it has been told. */
  tellOfBrokenJournal(aside: string | null): void {
    if (this.#broken === undefined || this.#told.has(this.#paths.journal)) return
    this.#told.add(this.#paths.journal)
    const { lost, kept } = this.#broken
    this.#onNotice({
      kind: 'journal-damaged',
      file: this.#paths.journal,
      setAside: aside,
      lost,
      kept,
    })
  }
}
