import type { Checkpoint, CheckpointTip } from './checkpoint'
import { type Decoded, type Reading, StoreUnreadable } from './durable-file'
import type { Generation } from './generations'
import type { FoundJournal } from './journal'
import {
  continues,
  type Entry,
  entriesAfter,
  holds,
  type JournalContent,
  type JournalHeader,
  type JournalReading,
  journalVersion,
  newPoint,
  pointsOf,
  shortPoint,
  type Tip,
  tipOf,
} from './journal-format'
import { byId, type Identified, type Model, type Records, replay, type Snapshot } from './model'
import type { Restored } from './notice'
import type { StoreFolder } from './store-folder'

/** A state of ours, among the generations, that no journal has come through: files were put over it. */
export interface LeftBehind<R> {
  readonly checkpoint: Checkpoint<R> & { readonly tip: CheckpointTip }
  /**
   * Whether all that lies in the folder is an earlier state of our own: as after a restore, which the reader
   * wants as it is. Else the files are another writer's, who knew an earlier state of ours.
   */
  readonly isPutBack: boolean
}

/** Everything that a store needs to open. */
export interface Recovered<R, C, M> {
  readonly snapshot: Snapshot<R, M>
  /** The state that the journal starts from. */
  readonly base: Records<R>
  readonly file: Exclude<Reading<Checkpoint<R>>, { kind: 'newer' }>
  /** Whether the state builds on the file; one that is good and not ours is to be merged. */
  readonly isCurrent: boolean
  /** What there is in place of a file that is damaged or gone; nothing where there never was one. */
  readonly restored: Restored | undefined
  readonly journal: FoundJournal<C>
  readonly leftBehind: LeftBehind<R> | undefined
  /** How many changes had been acknowledged that are not in what was recovered; null: perhaps some. */
  readonly changesMissing: number | null
}

/** A checkpoint to build on, with where it lies. */
interface Base<R> {
  readonly records: Records<R>
  readonly tip: CheckpointTip
  readonly file: string
}

/** What was found that belongs together. */
interface Found<R, C> extends Pick<Recovered<R, C, never>, 'file' | 'isCurrent'> {
  /** The journal of this writer. */
  readonly own: JournalReading<C> | undefined
  /** The journal to go on with, which may be another writer's. */
  readonly journal: JournalReading<C> | undefined
  readonly base: Base<R> | undefined
  /** The changes of the journal over the base; all that there are, where the chain has a gap. */
  readonly changes: readonly Entry<C>[]
  /** What they come to. */
  readonly records: Records<R>
}

/**
 * Reads a store and touches nothing: the checkpoint with the changes that follow it in the journal; where
 * one of them is damaged, gone or another writer's, the best that is there.
 */
export class Recovery<R extends Identified, C extends object, M> {
  readonly #folder: StoreFolder<R, C, M>
  readonly #model: Model<R, C, M>

  constructor(folder: StoreFolder<R, C, M>) {
    this.#folder = folder
    this.#model = folder.model
  }

  /** @throws NewerStore, or StoreUnreadable if a file is there that the system will not let be read. */
  async run(): Promise<Recovered<R, C, M>> {
    const found = await this.#find()
    const { file, isCurrent, own, journal, base } = found
    const line = this.#line(found)
    const header = withPast(line.journal.header, own?.header)
    const left = await this.#leftBehind(header, found)
    const isGone =
      journal === undefined && base !== undefined && (!isCurrent || (await this.#hadJournal(base)))
    const isOurs = journal === own
    return {
      snapshot: line.snapshot,
      base: base?.records ?? new Map(),
      file,
      isCurrent,
      restored: file.kind === 'good' ? undefined : this.#restored(found),
      journal: { ...line.journal, header },
      leftBehind: left && { checkpoint: left, isPutBack: isOurs && isCurrent },
      // What is missing from another writer's journal may still be on its way.
      changesMissing: isGone ? null : isOurs ? line.changesMissing : 0,
    }
  }

  async #find(): Promise<Found<R, C>> {
    const { checkpoint, former, journal: ownPath } = this.#folder
    const file = await checkpoint.reading()
    if (file.kind === 'newer') throw this.#newer(checkpoint.path, file)
    const { journals: paths } = await this.#folder.look()
    const readings = await Promise.all(paths.map((path) => this.#folder.readJournal(path)))
    const journals = readings.filter((one) => one !== undefined)
    const own =
      journals.find(({ path }) => path === ownPath) ??
      journals.find(({ path }) => path === former.journal)
    if (own?.header !== undefined && own.header.version > journalVersion) {
      const records: Records<R> = file.kind === 'good' ? file.value.records : new Map()
      throw new NewerStore(own.path, own.header.version, records, 0)
    }
    const sealed = baseOf(file, checkpoint.path)
    const journal = chosen(journals, own, sealed?.tip.head)
    const isCurrent = sealed !== undefined && allows(journal, sealed.tip.head)
    const base = isCurrent ? sealed : await this.#newestGeneration(journal)
    const changes =
      (base && journal && entriesAfter(journal, base.tip.head)) ?? journal?.entries ?? []
    const records = replay(this.#model, base?.records ?? new Map(), changes)
    return { file, isCurrent, own, journal, base, changes, records }
  }

  /** The newest good generation, one that the journal goes on from before all others. */
  async #newestGeneration(journal: JournalReading<C> | undefined): Promise<Base<R> | undefined> {
    const all = await this.#folder.generations.list()
    const points = new Set(pointsOf(journal))
    const fitting = all.filter(({ headStart }) => points.has(headStart))
    return this.#newestGood([...fitting, ...all])
  }

  /** The first of these that can be read. @throws NewerStore */
  async #newestGood(all: readonly Generation[]): Promise<Base<R> | undefined> {
    const { generations } = this.#folder
    for (const one of new Set(all)) {
      const path = generations.pathOf(one)
      const reading = await generations.reading(one)
      if (reading.kind === 'newer') throw this.#newer(path, reading)
      const base = baseOf(reading, path)
      if (base !== undefined) return base
    }
    return undefined
  }

  /**
   * The newest good generation of ours that the state has not come through, though it was written after our
   * journal began: what went on from there has gone. (One that was written before may be so old that its
   * point is kept no more, or our journal has lost its past.)
   */
  async #leftBehind(
    { lineage, merged }: JournalHeader,
    { file, own, journal, base }: Found<R, C>,
  ): Promise<Base<R> | undefined> {
    const began = own?.header?.writtenAt
    if (began === undefined) return undefined
    // The file is merged by itself where the state does not build on it.
    const here = file.kind === 'good' ? file.value.tip?.head : undefined
    const stands = [base?.tip.head ?? '', here ?? ''].map(shortPoint)
    // What a change was made after is known to it, but has not come through where that change could not be read.
    const reached = [own, journal].flatMap((one) => [
      shortPoint(one?.header?.start ?? ''),
      ...(one?.entries.map(({ hash }) => shortPoint(hash)) ?? []),
    ])
    const known = new Set([...lineage, ...merged, ...reached, ...stands])
    const ours = await this.#folder.generations.ours()
    return this.#newestGood(
      ours.filter(({ headStart, writtenAt }) => writtenAt > began && !known.has(headStart)),
    )
  }

  /** Whether a journal must have stood beside this checkpoint: a copied one comes without generations. */
  async #hadJournal({ tip }: Base<R>): Promise<boolean> {
    const all = await this.#folder.generations.list()
    return all.some(({ headStart }) => headStart === shortPoint(tip.head))
  }

  /** The state with its point in the chain, the journal to go on with from there, and what that lacks. */
  #line({
    file,
    isCurrent,
    journal,
    base,
    records,
  }: Found<R, C>): Pick<Recovered<R, C, M>, 'snapshot' | 'journal' | 'changesMissing'> {
    const memory = this.#model.emptyMemory
    const start: Tip = base?.tip ?? { head: newPoint(), sequence: 0 }
    if (journal === undefined) {
      const snapshot = { records, memory, head: start.head, sequence: start.sequence }
      return { snapshot, journal: this.#begun(start, undefined), changesMissing: 0 }
    }
    const { header, entries, isUnbroken } = journal
    const end = header !== undefined || entries.length > 0 ? tipOf(journal) : start
    const changesMissing = Math.max(0, (journal.tip?.sequence ?? 0) - end.sequence)
    const fits = base === undefined ? header?.sequence === 0 : holds(journal, base.tip.head)
    if (isUnbroken && fits && header !== undefined) {
      const begun = this.#begun({ head: header.start, sequence: header.sequence }, journal)
      // Who wrote the journal is to know that we have come through where it ends.
      const lineage = [...begun.header.lineage, shortPoint(end.head)]
      const remembered = journal.remembered ?? begun.remembered
      return {
        snapshot: { records, memory: this.#recall({ header, remembered, entries }), ...end },
        journal: { ...begun, header: { ...begun.header, lineage }, remembered, entries },
        changesMissing,
      }
    }
    // What could not be read as one chain is no point in it: another state may stand there elsewhere.
    const point = { head: newPoint(), sequence: Math.max(end.sequence, start.sequence) + 1 }
    const broken = {
      file: journal.path,
      isDamaged: !isUnbroken,
      lost: journal.unreadable,
      kept: entries.length,
    }
    return {
      snapshot: { records, memory, ...point },
      journal: { ...this.#begun(point, journal), broken },
      // Of a whole journal that fits nothing it is only known that something was before it.
      changesMissing: isUnbroken && file.kind === 'good' && !isCurrent ? null : changesMissing,
    }
  }

  /** A journal that begins at a point, without changes, in the place of one that was found. */
  #begun({ head, sequence }: Tip, found: JournalReading<C> | undefined): FoundJournal<C> {
    const { lineage = [], merged = [] } = found?.header ?? {}
    return {
      header: { start: head, sequence, lineage, merged },
      remembered: { at: head, memory: this.#model.writeMemory(this.#model.emptyMemory) },
      entries: [],
      found,
      broken: undefined,
    }
  }

  /** What is remembered after the last entry of an unbroken journal. */
  #recall({ header, remembered: { at, memory }, entries }: JournalContent<C>): M {
    const after = entriesAfter({ header, entries }, at)
    return (after ?? entries).reduce(
      (now, { change }) => this.#model.remember(now, change),
      after === undefined ? this.#model.emptyMemory : this.#model.readMemory(memory),
    )
  }

  /** What there is in place of a checkpoint that is damaged or gone; nothing in a new store. */
  #restored({ file, journal, base, changes, records }: Found<R, C>): Restored | undefined {
    const isUnbroken = journal?.isUnbroken ?? false
    const fromStart = isUnbroken && journal?.header?.sequence === 0
    const counts = { count: records.size, changes: changes.length }
    if (base !== undefined) {
      const complete = isUnbroken && journal !== undefined && holds(journal, base.tip.head)
      const { writtenAt } = base.tip
      return { from: 'generation', file: base.file, writtenAt, ...counts, complete }
    }
    // A young store has only a journal, from the very first change on: nothing is missing then.
    if (file.kind === 'missing' && (fromStart || changes.length === 0)) return undefined
    return fromStart || changes.length > 0
      ? { from: 'journal', ...counts, complete: fromStart }
      : { from: 'nothing' }
  }

  /** What this version understands of a file that a later one wrote. */
  #newer(
    file: string,
    { version, content }: Extract<Decoded<unknown>, { kind: 'newer' }>,
  ): NewerStore<R> {
    const list = content[this.#model.name]
    const all: readonly unknown[] = Array.isArray(list) ? list : []
    const understood = all.flatMap((one) => this.#model.readUnknown(one) ?? [])
    const hidden = all.length - understood.length
    return new NewerStore(file, version, byId(understood), hidden)
  }
}

/** The folder was written by a later version: what can be understood of it may be shown. */
export class NewerStore<R> extends StoreUnreadable {
  /**
   * @param records what can be understood of it
   * @param hidden how many records cannot
   */
  constructor(
    file: string,
    readonly version: number,
    readonly records: Records<R>,
    readonly hidden: number,
  ) {
    super(file, 'newer')
    this.name = 'NewerStore'
  }
}

const baseOf = <R>(reading: Reading<Checkpoint<R>>, file: string): Base<R> | undefined =>
  reading.kind === 'good' && reading.value.tip !== undefined
    ? { records: reading.value.records, tip: reading.value.tip, file }
    : undefined

/** A header with what our own journal has come through besides. */
const withPast = (header: JournalHeader, own: JournalHeader | undefined): JournalHeader => ({
  ...header,
  lineage: [...new Set([...(own?.lineage ?? []), ...header.lineage])],
  merged: [...new Set([...(own?.merged ?? []), ...header.merged])],
})

/**
 * The journal to go on with: our own; but another writer's, where that has gone on from where ours ends.
 * A folder that was copied or restored has none of our own: then whichever leads on from the checkpoint.
 */
function chosen<C>(
  journals: readonly JournalReading<C>[],
  own: JournalReading<C> | undefined,
  head: string | undefined,
): JournalReading<C> | undefined {
  const others = journals
    .filter((one) => one !== own && one.isUnbroken && one.header?.version === journalVersion)
    .filter((one) => head === undefined || holds(one, head))
  if (own === undefined) return others.sort((a, b) => b.entries.length - a.entries.length)[0]
  return (own.isUnbroken && others.find((one) => continues(one, tipOf(own).head))) || own
}

/** Whether a journal goes on from a checkpoint at this point, or says nothing against it. */
const allows = <C>(journal: JournalReading<C> | undefined, head: string): boolean =>
  journal === undefined ||
  (journal.header === undefined && journal.entries.length === 0) ||
  holds(journal, head)
