import { ChangedOutside } from '../../disk/disk-problem'
import { type FileFacts, type OpenFile, sameFacts } from '../../disk/file-system'
import { ensureFolder, replaceFile, writeAll } from '../../disk/write-file'
import {
  type Entry,
  holds,
  type JournalContent,
  type JournalHeader,
  type JournalReading,
  journalText,
  knows,
  type Remembered,
  shortPoint,
  type Tip,
  tipLine,
  tipOf,
} from './journal-format'
import type { Identified } from './model'
import type { Notice } from './notice'
import type { StoreFolder } from './store-folder'

/** The journal to go on with. */
export interface FoundJournal<C> extends JournalContent<C> {
  /** The file that it was found in; it may be one that cannot be added to, or another writer's. */
  readonly found: JournalReading<C> | undefined
  /** Where that file cannot be gone on with, and is still in its place. */
  readonly broken: BrokenJournal | undefined
}

interface BrokenJournal {
  readonly file: string
  /** Whether it is damaged; else it is whole, and the state that it begins from is gone. */
  readonly isDamaged: boolean
  /** How many changes it lost, and how many it kept. */
  readonly lost: number
  readonly kept: number
}

/** How many points of the chain are kept: as many times may a copy of the folder be behind. */
const keptPoints = 512

const withPoint = (points: readonly string[], point: string): readonly string[] =>
  [...new Set([...points, shortPoint(point)])].slice(-keptPoints)

const lengthOf = (entries: readonly Entry<object>[]) =>
  entries.reduce((bytes, { line }) => bytes + Buffer.byteLength(line), 0)

/** The file while it is open for adding to its end. */
interface Open {
  readonly file: OpenFile
  /** Bytes. */
  readonly length: number
  /** The file as it was left. */
  readonly seen: FileFacts | undefined
}

/**
 * The journal of this writer: the changes since the last checkpoint, on disk and in memory, so that the
 * file can be begun again wherever writing to it fails. Calls must not overlap.
 */
export class Journal<C extends object> {
  readonly #folder: StoreFolder<Identified, C, unknown>
  readonly #tell: (notice: Notice) => void
  #header: JournalHeader
  #remembered: Remembered
  #entries: Entry<C>[]
  #length: number
  #open: Open | undefined
  #broken: FoundJournal<C>['broken']
  #isBreakTold = false
  /** Copies of what others put in the journal's place, still to be merged. */
  replaced: readonly string[] = []

  constructor(
    folder: StoreFolder<Identified, C, unknown>,
    { header, remembered, entries, broken }: FoundJournal<C>,
    tell: (notice: Notice) => void,
  ) {
    this.#folder = folder
    this.#tell = tell
    this.#header = header
    this.#remembered = remembered
    this.#entries = [...entries]
    this.#length = lengthOf(entries)
    this.#broken = broken
  }

  /** Nothing can be added before the journal starts anew at a checkpoint. */
  get isBroken(): boolean {
    return this.#broken !== undefined
  }

  /** Bytes of changes. */
  get length(): number {
    return this.#length
  }

  /** Whether a state at this point of the chain leads to the present one by what is in the journal. */
  leadsFrom(point: string): boolean {
    return holds({ header: this.#header, entries: this.#entries }, point)
  }

  /** Whether what stands at this point is in the state. */
  knows(point: string): boolean {
    return knows({ header: this.#header, entries: this.#entries }, point)
  }

  /**
   * Takes a point of another writer's chain as known: what stood there is in the state now.
   *
   * @param isWhole whether the state is as if it had come through that point, so that the other writer
   *   may go on from it
   */
  know(point: string, isWhole: boolean): void {
    const { lineage, merged } = this.#header
    this.#header = isWhole
      ? { ...this.#header, lineage: withPoint(lineage, point) }
      : { ...this.#header, merged: withPoint(merged, point) }
  }

  /**
   * Goes on with the file that was found, cutting off what lies behind its last whole line; not with one that
   * must be begun anew, nor with another writer's. What the disk refuses now is done with the first change.
   */
  async resume({ path, canGoOn, length, facts }: JournalReading<C>): Promise<void> {
    const { files, journal } = this.#folder
    if (!canGoOn || path !== journal) return
    const file = await files.open(path, 'change').catch(() => undefined)
    if (file === undefined) return
    try {
      if (facts.size > length) {
        await file.truncate(length)
        // Before anything is written into it: until then its end may be anywhere after a power cut.
        await file.sync()
      }
      this.#open = { file, length, seen: await files.facts(path) }
    } catch {
      await file.close()
    }
  }

  /** Adds entries; makes the file where there is none. */
  async append(entries: readonly Entry<C>[]): Promise<void> {
    const open = this.#open
    if (open === undefined) await this.#begin(entries)
    else await this.#add(open, entries)
    this.#entries.push(...entries)
    this.#length += lengthOf(entries)
  }

  /** Lets go of the changes up to a checkpoint that is on disk. */
  async startAt({ head, sequence }: Tip, memory: unknown): Promise<void> {
    await this.close()
    if (this.#broken !== undefined) {
      const { file, isDamaged } = this.#broken
      const isThere = isDamaged && (await this.#folder.files.facts(file)) !== undefined
      this.#tellOfBreak(isThere ? await this.#folder.setAside(file) : null)
      this.#broken = undefined
    }
    const lineage = withPoint(this.#header.lineage, head)
    this.#header = { ...this.#header, start: head, sequence, lineage }
    this.#remembered = { at: head, memory }
    this.#entries = this.#entries.filter((entry) => entry.sequence > sequence)
    this.#length = lengthOf(this.#entries)
    await this.#begin([])
  }

  /** Tells, once, of a broken file that could not be moved yet; that is told again when it can. */
  tellIfBroken(): void {
    if (!this.#isBreakTold) this.#tellOfBreak(null)
  }

  async close(): Promise<void> {
    const open = this.#open
    this.#open = undefined
    await open?.file.close()
  }

  /** Begins the file in place of whatever lies there, with all that is in memory. */
  async #begin(added: readonly Entry<C>[]): Promise<void> {
    const { files, journal: path, path: folder, clock, model } = this.#folder
    await ensureFolder(files, folder)
    const content = {
      header: this.#header,
      remembered: this.#remembered,
      entries: [...this.#entries, ...added],
    }
    const text = journalText(model.formats.journal, content, clock.now())
    const seen = await replaceFile(files, path, [text])
    this.#open = { file: await files.open(path, 'change'), length: Buffer.byteLength(text), seen }
  }

  async #add(open: Open, entries: readonly Entry<C>[]): Promise<void> {
    try {
      this.#open = await this.#added(open, entries)
    } catch (error) {
      // After a failed flush the system may believe that what it dropped is on disk. Only a new file
      // is certain.
      await this.close()
      if (!(error instanceof ChangedOutside) || (await this.#keepForeignFile())) throw error
      await this.#begin(entries)
    }
  }

  /**
   * Adds lines; returns when they are on disk, in the file that bears the journal's name.
   *
   * The tip is written after that and never flushed: so it costs nothing, and after a power cut it is
   * too low at worst, which says nothing.
   *
   * @throws ChangedOutside if it is not as it was left.
   */
  async #added({ file, length, seen }: Open, entries: readonly Entry<C>[]): Promise<Open> {
    const { files, journal } = this.#folder
    const look = async (isOurs: (facts: FileFacts) => boolean) => {
      const facts = await files.facts(journal)
      if (facts === undefined || !isOurs(facts)) throw new ChangedOutside(journal)
      return facts
    }
    const { inode } = await look((facts) => sameFacts(facts, seen))
    let end = length
    const isAsWritten = (facts: FileFacts) => facts.inode === inode && facts.size === end
    if (entries.length > 0) {
      end = await writeAll(file, entries.map(({ line }) => line).join(''), length)
      await file.sync()
      // A file that was deleted or replaced while open takes writes into nowhere without a word.
      await look(isAsWritten)
    }
    const last = entries.length > 0 ? entries : this.#entries
    await writeAll(file, tipLine(tipOf({ header: this.#header, entries: last })), 0)
    return { file, length: end, seen: await look(isAsWritten) }
  }

  /** Keeps what another program put in the journal's place, if anything; the next change begins ours again. */
  async #keepForeignFile(): Promise<boolean> {
    const { files, journal: file } = this.#folder
    const facts = await files.facts(file)
    if (facts === undefined) return false
    let aside: string
    if (facts.kind === 'file') {
      // Copied and not moved: were the app to end here, a journal must not be missing.
      aside = await this.#folder.nameBeside(file, 'damaged')
      await replaceFile(files, aside, [await files.read(file)])
      this.replaced = [...this.replaced, aside]
    } else aside = await this.#folder.setAside(file)
    this.#tell({ kind: 'rewritten', file, setAside: aside, count: this.#entries.length })
    return true
  }

  #tellOfBreak(aside: string | null): void {
    if (!this.#broken?.isDamaged) return
    this.#isBreakTold = true
    const { file, lost, kept } = this.#broken
    this.#tell({ kind: 'journal-damaged', file, setAside: aside, lost, kept })
  }
}
