import type { Adapter } from 'lowdb'
import { type Clock, systemClock } from '../../disk/clock'
import { codeOf, diskProblemOf } from '../../disk/disk-problem'
import { type FileSystem, sameFacts } from '../../disk/file-system'
import { nodeFileSystem } from '../../disk/node-file-system'
import { StoreUnreadable } from './durable-file'
import type { Generation } from './generations'
import { Journal } from './journal'
import { type Identified, Journaled, type Model, type Records, type Snapshot } from './model'
import type { Notice } from './notice'
import { type Leftover, OtherWriters } from './other-writers'
import { type Recovered, Recovery } from './recover'
import { StoreFolder } from './store-folder'

interface DurableOptions<R extends Identified, C extends object, M> {
  readonly model: Model<R, C, M>
  /** Absolute path of the folder that holds the files; its parent must be there. */
  readonly folder: string
  /**
   * A name of this writer for its journal, in letters and digits: another than that of every writer that
   * may have a copy of the same folder, as a second machine.
   */
  readonly writer: string
  readonly files?: FileSystem
  readonly clock?: Clock
  /** How many bytes of journal are let grow before they are folded into a checkpoint. */
  readonly longJournal?: number
  /** Called for every change, one that came from other writers too, before anything else can happen. */
  readonly onChange?: (change: C) => void
  /** Something about the files that the reader must be told. */
  readonly onNotice?: (notice: Notice) => void
}

/** Up to this many bytes the checkpoint is brought up to date at every close. */
const quickToWrite = 16 * 1024 * 1024

/**
 * An adapter for lowdb that makes its data durable, for any state that changes by entries.
 *
 * ```ts
 * const adapter = new DurableAdapter({ model, folder, writer: 'laptop' })
 * const low = new Low(adapter, new Journaled(model))
 * await low.read()                                  // the state as it was acknowledged last
 * await low.update((data) => data.add(change))      // resolves when the change is on disk
 * await adapter.close(low.data)
 * ```
 *
 * - `write` adds what was added to the data since the last time to a **journal**, one flushed line a
 *   change, whatever the size of the state. A change whose `write` has resolved survives the end of the
 *   process and of the power. Where `write` rejects, nothing is lost from memory: write again.
 * - Now and then, and on closing, the journal is folded into a **checkpoint**, one JSON file that stands
 *   under its name whole or not at all, of which checked copies (**generations**) are kept.
 * - `read` finds the last acknowledged state whatever one of the files was damaged into, sets the damaged
 *   one aside, and tells what it did and what is missing.
 * - What **another writer** left in the folder, as a sync engine brings it (its checkpoint in place of
 *   ours or beside it, its journal), is merged at the next `write` and told; never written over.
 * - A folder that a later version wrote is left alone: `read` rejects with `NewerStore`.
 *
 * Calls of `write` must not overlap. The data must be what `read` gave.
 */
export class DurableAdapter<R extends Identified, C extends object, M>
  implements Adapter<Journaled<R, C, M>>
{
  readonly #options: Required<
    Pick<DurableOptions<R, C, M>, 'longJournal' | 'onChange' | 'onNotice'>
  >
  readonly #folder: StoreFolder<R, C, M>
  readonly #others: OtherWriters<R, C, M>
  readonly #told = new Set<string>()
  #journal: Journal<C> | undefined
  /** The state of the last checkpoint. */
  #base: Records<R> = new Map()
  #isCheckpointDue = false
  #folding: Promise<void> | undefined
  /** Bytes of journal at which folding is tried again after it failed. */
  #foldAt = 0
  /** What to tell when the checkpoint, gone or damaged while the store was open, is there again. */
  #rewriting: { readonly setAside: string | null } | undefined
  #newerVersion: number | undefined
  #leftovers: readonly Leftover[] = []

  constructor(options: DurableOptions<R, C, M>) {
    const { folder, writer, model, files = nodeFileSystem, clock = systemClock } = options
    this.#options = {
      longJournal: 512 * 1024,
      onChange: () => undefined,
      onNotice: () => undefined,
      ...options,
    }
    this.#folder = new StoreFolder(folder, writer, model, files, clock)
    this.#others = new OtherWriters(this.#folder, this.#options.onNotice)
  }

  /** Absolute path of the checkpoint. */
  get path(): string {
    return this.#folder.checkpoint.path
  }

  /** The version of the checkpoint, where a later one took its place while the store was open. */
  get newerVersion(): number | undefined {
    return this.#newerVersion
  }

  /**
   * What the store holds; the data begins empty where there is none. What the disk refuses now is done
   * with the first `write`, which should follow at once: it merges, and repairs what was found damaged.
   *
   * @throws NewerStore, or StoreUnreadable if a file will not be read.
   */
  async read(): Promise<Journaled<R, C, M>> {
    const { onChange, onNotice } = this.#options
    const { checkpoint, clock, former, journal: journalPath, model } = this.#folder
    const found = await new Recovery(this.#folder).run()
    const { file, isCurrent, restored, journal, leftBehind, changesMissing } = found
    if (file.kind === 'damaged' && restored !== undefined) {
      // If it stays, the first change meets it again and tells what stands against moving it.
      const aside = await checkpoint.setAside(clock.now()).catch(() => null)
      const { damage } = file
      onNotice({ kind: 'set-aside', file: this.path, setAside: aside, damage, restored })
    } else if (restored !== undefined) onNotice({ kind: 'missing', file: this.path, restored })
    if (changesMissing !== 0) {
      onNotice({ kind: 'changes-missing', file: journalPath, count: changesMissing })
    }
    this.#journal = new Journal(this.#folder, journal, onNotice)
    if (journal.found !== undefined) await this.#journal.resume(journal.found)
    this.#begin(found)
    this.#isCheckpointDue = !isCurrent || this.#journal.isBroken || leftBehind !== undefined
    if (journal.found?.path !== journalPath) {
      this.#leftovers = Object.values(former).map((path) => [path, () => this.#folder.remove(path)])
    }
    return new Journaled(model, onChange, found.snapshot)
  }

  /** The records as they are on disk, merged, without touching anything. @throws as `read`. */
  async look(): Promise<Records<R>> {
    const { model, clock } = this.#folder
    const found = await this.#foundAtOnce()
    const { file, restored, journal, base, snapshot } = found
    if (restored !== undefined) {
      throw new StoreUnreadable(this.path, file.kind === 'damaged' ? file.damage : 'missing')
    }
    if (journal.broken?.isDamaged) throw new StoreUnreadable(journal.broken.file, 'invalid')
    this.#begin(found)
    const news = await this.#others.look(new Journal(this.#folder, journal, () => undefined))
    const theirs = news.arrivals.map((one) => ({ base, theirs: one.theirs }))
    const { change } = model.merge(snapshot, theirs, clock.now())
    const data = new Journaled(model, () => undefined, snapshot)
    if (change !== undefined) data.add(change)
    return data.snapshot.records
  }

  /**
   * Returns when every change of the data is on disk, and what others wrote is merged into it.
   *
   * @throws the system's error, or ChangedOutside; the changes are still to be written then.
   */
  async write(data: Journaled<R, C, M>): Promise<void> {
    try {
      await this.#write(data, this.#opened)
    } catch (error) {
      this.#opened.tellIfBroken()
      throw error
    }
  }

  async #write(data: Journaled<R, C, M>, journal: Journal<C>): Promise<void> {
    const reached = await this.#folder.mutex.run(async () => {
      await this.#mergeOthers(data, journal)
      const { snapshot, pending } = data
      // Before anything else takes its turn: a checkpoint that is on its way replaces what was merged.
      if (!journal.isBroken) await journal.append(pending)
      return snapshot
    })
    if (journal.isBroken) await this.#checkpoint(reached, journal)
    data.settle(reached.sequence)
    await this.#tidy()
    if (this.#newerVersion !== undefined) return
    if (this.#isCheckpointDue) {
      await this.#folding
      await this.#checkpoint(reached, journal)
    } else this.#foldIfLong(reached, journal)
  }

  /**
   * Lets go of the files; before that the checkpoint is brought up to date, if that is quick and all
   * changes are on disk.
   */
  async close(data: Journaled<R, C, M>): Promise<void> {
    const journal = this.#opened
    await this.#folding
    const isSaved = data.pending.length === 0 && !this.#isCheckpointDue && !journal.isBroken
    const size = this.#folder.checkpoint.seen?.size ?? 0
    if (isSaved && this.#newerVersion === undefined && journal.length > 0 && size <= quickToWrite) {
      await this.#fold(data.snapshot, journal)
    }
    await this.#folder.mutex.run(() => journal.close())
  }

  /** The earlier states that are kept, newest first. @throws the system's error. */
  async generations(): Promise<readonly Generation[]> {
    const all = await this.#folder.generations.list()
    return all.map(({ name, writtenAt, count }) => ({ name, writtenAt, count }))
  }

  /** The records of an earlier state. @throws StoreUnreadable if it is gone or damaged. */
  async generation(name: string): Promise<Records<R>> {
    const { generations } = this.#folder
    const generation = (await generations.list()).find((one) => one.name === name)
    if (generation === undefined) throw new StoreUnreadable(name, 'missing')
    const reading = await generations.reading(generation)
    if (reading.kind !== 'good' || reading.value.tip === undefined) {
      throw new StoreUnreadable(generations.pathOf(generation), 'invalid')
    }
    return reading.value.records
  }

  /** What is there at one moment: whoever has the store open may fold its journal while it is read. */
  async #foundAtOnce(): Promise<Recovered<R, C, M>> {
    const { files, checkpoint } = this.#folder
    const found = await new Recovery(this.#folder).run()
    const seen = found.file.kind === 'missing' ? undefined : found.file.facts
    const isStill = sameFacts(await files.facts(checkpoint.path), seen)
    return isStill ? found : this.#foundAtOnce()
  }

  /** Takes what was recovered as what was seen last. */
  #begin({ file, isCurrent, base, leftBehind }: Recovered<R, C, M>): void {
    this.#folder.checkpoint.seen = isCurrent && file.kind === 'good' ? file.facts : undefined
    this.#base = base
    this.#others.leftBehind = leftBehind
  }

  get #opened(): Journal<C> {
    if (this.#journal === undefined) throw new Error('The store was not read yet.')
    return this.#journal
  }

  async #mergeOthers(data: Journaled<R, C, M>, journal: Journal<C>): Promise<void> {
    const { checkpoint, clock } = this.#folder
    const { arrivals, leftovers, file } = await this.#others.mergeInto(data, journal, this.#base)
    this.#leftovers = [...this.#leftovers, ...leftovers]
    this.#isCheckpointDue ||= arrivals.length > 0
    if (file?.kind === 'newer') this.#newerVersion = file.version
    if (file?.kind !== 'missing' && file?.kind !== 'damaged') return
    this.#isCheckpointDue = true
    const aside = file.kind === 'damaged' ? await checkpoint.setAside(clock.now()) : null
    this.#rewriting = { setAside: aside }
  }

  #foldIfLong(snapshot: Snapshot<R, M>, journal: Journal<C>): void {
    const eighth = (this.#folder.checkpoint.seen?.size ?? 0) / 8
    if (journal.length <= Math.max(this.#options.longJournal, eighth, this.#foldAt)) return
    this.#folding ??= this.#fold(snapshot, journal).finally(() => {
      this.#folding = undefined
    })
  }

  /** Folds where every change is on disk already, so that a failure is told and costs nothing. */
  async #fold(snapshot: Snapshot<R, M>, journal: Journal<C>): Promise<void> {
    try {
      await this.#checkpoint(snapshot, journal)
      this.#foldAt = 0
    } catch (error) {
      this.#tellNotWritten(this.path, error)
      // Not again with every change: only when the journal is twice as long.
      this.#foldAt = 2 * journal.length
    }
  }

  /**
   * Writes the checkpoint anew at a point that the journal has reached, and lets the journal start from
   * there. Other changes may be appended meanwhile.
   *
   * After each step the files on disk fit one another: the tip of the new checkpoint is on the old
   * journal, which then holds changes that it already has, and they are skipped; the generation is a copy.
   */
  async #checkpoint({ records, memory, head, sequence }: Snapshot<R, M>, journal: Journal<C>) {
    const { clock, model, checkpoint, generations, mutex } = this.#folder
    const tip = { head, sequence, writtenAt: clock.now().toISOString() }
    await checkpoint.write({ tip, records })
    this.#base = records
    await mutex.run(() => journal.startAt(tip, model.writeMemory(memory)))
    this.#isCheckpointDue = false
    if (this.#rewriting !== undefined) {
      const { setAside: aside } = this.#rewriting
      this.#rewriting = undefined
      const { size: count } = records
      this.#options.onNotice({ kind: 'rewritten', file: this.path, setAside: aside, count })
    }
    await this.#attend(generations.path, () => generations.keep(this.path, tip, records.size))
  }

  /** Clears away what is in our own journal by now. */
  async #tidy(): Promise<void> {
    const leftovers = this.#leftovers
    this.#leftovers = []
    for (const [path, task] of leftovers) await this.#attend(path, task)
  }

  /** Does what the data does not hang on; tells if it cannot be done. */
  async #attend(file: string, task: () => Promise<void>): Promise<void> {
    try {
      await task()
    } catch (error) {
      this.#tellNotWritten(file, error)
    }
  }

  /** Every change is on disk, but this file could not be brought up to date: said once for each. */
  #tellNotWritten(file: string, error: unknown): void {
    if (this.#told.has(file)) return
    this.#told.add(file)
    const problem = diskProblemOf(error)
    this.#options.onNotice({ kind: 'not-written', file, problem, code: codeOf(error) })
  }
}
