import type { Clock } from '../disk/clock'
import { ChangedOutside } from '../disk/disk-problem'
import type { FileSystem } from '../disk/file-system'
import { nameBeside, setAside } from '../disk/set-aside'
import { replaceFile } from '../disk/write-file'
import { headStartOf } from './generations'
import { type Entry, headerLine, type JournalHeader } from './journal-entry'
import { FileGone, JournalFile } from './journal-file'
import type { FoundJournal, Loaded } from './loaded'
import type { StorePaths } from './store-paths'
import type { Teller } from './teller'
import { TipFile } from './tip-file'

export interface JournalOptions {
  readonly files: FileSystem
  readonly paths: StorePaths
  readonly clock: Clock
  readonly loaded: Loaded
  readonly teller: Teller
}

/** How many known points are kept, whether there is a generation or not: one may still be on its way. */
const latest = 64

const startOf = ({ start, sequence }: { start: string; sequence: number }) => ({ start, sequence })

/**
 * The changes since the last snapshot, on disk and in memory, so that the file can be begun again
 * wherever writing to it fails. Calls must not overlap.
 */
export class Journal {
  readonly #files: FileSystem
  readonly #paths: StorePaths
  readonly #clock: Clock
  readonly #teller: Teller
  readonly #tip: TipFile
  #header: JournalHeader
  #entries: Entry[]
  #file: JournalFile | undefined
  /** What was found in the file that cannot be gone on with; it is still in the journal's place. */
  #broken: Extract<FoundJournal, { kind: 'broken' | 'foreign' }> | undefined

  private constructor({ files, paths, clock, loaded, teller }: JournalOptions) {
    const { journal, head, sequence } = loaded
    this.#files = files
    this.#paths = paths
    this.#clock = clock
    this.#teller = teller
    this.#tip = new TipFile(files, paths.tip)
    this.#header = { start: head, sequence, lineage: loaded.lineage }
    if (journal.kind === 'sound') this.#header = { ...this.#header, ...startOf(journal) }
    this.#entries = journal.kind === 'sound' ? [...journal.entries] : []
    this.#broken = journal.kind === 'broken' || journal.kind === 'foreign' ? journal : undefined
  }

  /** Goes on with what was loaded. What the disk refuses now is done with the first change. */
  static async open(options: JournalOptions): Promise<Journal> {
    const { files, paths, loaded, teller } = options
    const journal = new Journal(options)
    const count = loaded.changesMissing
    if (count !== 0 || loaded.journal.kind === 'missing') {
      teller.tell({
        kind: 'changes-missing',
        file: paths.journal,
        count: count === 0 ? null : count,
      })
    }
    if (loaded.journal.kind === 'sound') {
      const { length, facts } = loaded.journal
      journal.#file = await JournalFile.resume(files, paths.journal, length, facts).catch(
        // The first change tries to begin the journal again, and tells what stands against it.
        () => undefined,
      )
    }
    return journal
  }

  /** Nothing can be added before the journal starts anew at a snapshot. */
  get isBroken(): boolean {
    return this.#broken !== undefined
  }

  /** Bytes. */
  get length(): number {
    return this.#file?.length ?? 0
  }

  /** How many changes it holds. */
  get count(): number {
    return this.#entries.length
  }

  /** Whether a state at this point of the chain leads to the present one by what is in the journal. */
  leadsFrom(point: string): boolean {
    return point === this.#header.start || this.#entries.some(({ hash }) => hash === point)
  }

  /** Takes a point of the chain, or its beginning, as known: what stood there is in the notes now. */
  know(point: string): void {
    this.#header = { ...this.#header, lineage: this.lineageWith(point) }
  }

  /** The points that are known, and this one. */
  lineageWith(point: string): readonly string[] {
    return [...new Set([...(this.#header.lineage ?? []), headStartOf(point)])]
  }

  /** Adds entries; makes the file where there is none. */
  async append(entries: readonly Entry[]): Promise<void> {
    if (this.#file === undefined) await this.#begin(entries)
    else if (entries.length > 0) await this.#add(this.#file, entries)
    this.#entries.push(...entries)
    await this.#markTip()
  }

  /**
   * Lets go of the changes up to a snapshot that is on disk, and of the points that are known, except
   * the latest and those in `needed`, by their beginnings: where there are generations.
   */
  async startAt(
    { start, sequence }: Omit<JournalHeader, 'lineage'>,
    needed: ReadonlySet<string>,
  ): Promise<void> {
    const known = this.lineageWith(start)
    const lineage = known.filter((one, i) => needed.has(one) || i >= known.length - latest)
    const header = { start, sequence, lineage }
    await this.#closeFile()
    if (this.#broken?.kind === 'foreign') {
      // All that it held was merged, and is in the file by now.
      this.#broken = undefined
    } else if (this.#broken !== undefined) {
      const isThere = (await this.#files.facts(this.#paths.journal)) !== undefined
      this.#tellOfBreak(isThere ? await this.#setAside() : null)
      this.#broken = undefined
    }
    this.#header = header
    this.#entries = this.#entries.filter((entry) => entry.sequence > header.sequence)
    await this.#begin([])
    await this.#markTip()
  }

  /** Tells of a broken file that could not be moved yet; that is told again when it can. */
  tellIfBroken(): void {
    this.#tellOfBreak(null)
  }

  async close(): Promise<void> {
    await this.#tip.close()
    await this.#closeFile()
  }

  async #begin(added: readonly Entry[]): Promise<void> {
    await this.#files.makeFolder(this.#paths.folder)
    // What was opened in a folder that was deleted since is no longer there.
    await this.#tip.close()
    const { start, sequence, lineage } = this.#header
    const lines = [...this.#entries, ...added].map(({ line }) => line)
    this.#file = await JournalFile.begin(
      this.#files,
      this.#paths.journal,
      [headerLine({ start, sequence, lineage }, this.#clock.now()), ...lines].join(''),
    )
  }

  async #add(file: JournalFile, entries: readonly Entry[]): Promise<void> {
    try {
      await file.append(entries.map(({ line }) => line).join(''))
    } catch (error) {
      // After a failed flush the system may believe that what it dropped is on disk. Only a new file
      // is certain.
      await this.#closeFile()
      if (error instanceof FileGone) return this.#begin(entries)
      if (error instanceof ChangedOutside) await this.#keepForeignFile()
      throw error
    }
  }

  /** Keeps what another program put in the journal's place; the next change begins ours again. */
  async #keepForeignFile(): Promise<void> {
    const { journal: path } = this.#paths
    const facts = await this.#files.facts(path)
    if (facts === undefined) return
    // A file is copied and not moved: were the app to end here, a journal must not be missing.
    const aside = facts.kind === 'file' ? await this.#copyAside() : await this.#setAside()
    const count = this.#entries.length
    this.#teller.tell({ kind: 'rewritten', file: path, setAside: aside, count })
  }

  async #copyAside(): Promise<string> {
    const { journal: path } = this.#paths
    const aside = await nameBeside(this.#files, path, 'damaged', this.#clock.now())
    await replaceFile(this.#files, aside, [await this.#files.read(path)])
    return aside
  }

  #setAside(): Promise<string> {
    return setAside(this.#files, this.#paths.journal, this.#clock.now())
  }

  #tellOfBreak(aside: string | null): void {
    if (this.#broken?.kind !== 'broken') return
    const { lost, kept } = this.#broken
    const file = this.#paths.journal
    this.#teller.tell({ kind: 'journal-damaged', file, setAside: aside, lost, kept })
  }

  #markTip(): Promise<void> {
    const last = this.#entries.at(-1)
    const { start } = this.#header
    const head = last?.hash ?? start
    const sequence = last?.sequence ?? this.#header.sequence
    return this.#teller.attend(this.#paths.tip, () => this.#tip.write({ start, head, sequence }))
  }

  async #closeFile(): Promise<void> {
    const file = this.#file
    this.#file = undefined
    await file?.close()
  }
}
