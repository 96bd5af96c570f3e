import { join } from 'node:path'
import type { Generation } from '../../../core/app/generation'
import type { Damage, Restored } from '../../../core/app/store-notice'
import type { FileFacts } from '../../disk/file-system'
import type { Checkpoint, CheckpointPlace } from './checkpoint'
import {
  type Entry,
  type JournalHeader,
  journalVersion,
  newPoint,
  type Remembered,
  shortPoint,
  type Tip,
} from './journal-lines'
import {
  continues,
  endOf,
  entriesAfter,
  holds,
  type JournalReading,
  journalsIn,
  namesIn,
  readJournal,
} from './journal-reading'
import { byId, type Identified, type Model, type Place, type Records, replay } from './model'
import { type Reading, unlessUnreadable } from './reading'
import { besideFormer, type StoreFiles } from './store-files'

/** How the checkpoint was found. */
export type FoundFile<R> =
  /** What was recovered builds on it. */
  | { readonly kind: 'current'; readonly facts: FileFacts }
  | { readonly kind: 'new' }
  | { readonly kind: 'missing'; readonly restored: Restored }
  | { readonly kind: 'damaged'; readonly damage: Damage; readonly restored: Restored }
  /** It can be read, but is not the one that the store left: to be merged. */
  | { readonly kind: 'outside'; readonly checkpoint: Checkpoint<R> }

/** A journal that cannot be gone on with. */
export interface BrokenJournal {
  readonly file: string
  /** Whether it is damaged; else it is whole, and the state that it begins from is gone. */
  readonly isDamaged: boolean
  /** How many changes it lost, and how many it kept. */
  readonly lost: number
  readonly kept: number
}

/** The journal to go on with. */
export interface FoundJournal<C> {
  readonly header: JournalHeader
  readonly remembered: Remembered
  readonly entries: readonly Entry<C>[]
  /** The file that it was found in; it may be one that cannot be added to, or another writer's. */
  readonly found: JournalReading<C> | undefined
  readonly broken: BrokenJournal | undefined
}

/** A state of ours, among the generations, that no journal has come through: files were put back behind it. */
export interface LeftBehind<R> {
  readonly records: Records<R>
  readonly place: CheckpointPlace
  /**
   * Whether all that lies in the folder is an earlier state of our own: as after a restore, which the reader
   * wants as it is. Else the files are another writer's, who knew an earlier state of ours.
   */
  readonly isPutBack: boolean
}

/** Everything that a store needs to open. */
export interface Recovered<R, C, M> {
  readonly kind: 'recovered'
  readonly place: Place<R, M>
  /** The state that the journal starts from. */
  readonly base: Records<R>
  readonly file: FoundFile<R>
  readonly journal: FoundJournal<C>
  readonly leftBehind: LeftBehind<R> | undefined
  /** How many changes had been acknowledged that are not in what was recovered; null: perhaps some. */
  readonly changesMissing: number | null
}

/** A newer version of the app wrote here. */
export interface Newer<R> {
  readonly kind: 'newer'
  readonly file: string
  readonly version: number
  /** What can be understood of it. */
  readonly records: Records<R>
  readonly hidden: number
}

/** A checkpoint to build on. */
interface Base<R> {
  readonly kind: 'base'
  readonly records: Records<R>
  readonly place: CheckpointPlace
  readonly file: string
}

/**
 * Reads a store and touches nothing: the checkpoint with the changes that follow it in the journal; where
 * one of them is damaged, gone or another writer's, the best that is there.
 */
export class Recovery<R extends Identified, C extends object, M> {
  readonly #store: StoreFiles<R, C, M>
  readonly #model: Model<R, C, M>

  constructor(store: StoreFiles<R, C, M>) {
    this.#store = store
    this.#model = store.model
  }

  /** @throws StoreUnreadable if a file is there that the system will not let be read. */
  async run(): Promise<Recovered<R, C, M> | Newer<R>> {
    const { paths, checkpoint } = this.#store
    const file = await unlessUnreadable(paths.checkpoint, () => checkpoint.reading())
    if (file.kind === 'newer') return this.#newer(paths.checkpoint, file)
    const journals = await this.#journals()
    const own = journals.find(({ path }) => path === paths.journal)
    const version = own?.header?.version ?? 0
    if (version > journalVersion) {
      const records = byId(file.kind === 'good' ? file.value.records : [])
      return { kind: 'newer', file: paths.journal, version, records, hidden: 0 }
    }
    const former = journals.find(({ path }) => path === paths.former.journal)
    const sealed = this.#sealed(file)
    const journal = chosen(journals, own ?? former, sealed?.place.head)
    const isCurrent = sealed !== undefined && allows(journal, sealed.place.head)
    const base = isCurrent ? sealed : await this.#newestGeneration(journal)
    if (base?.kind === 'newer') return base
    const found: FoundFile<R> =
      isCurrent && file.kind === 'good'
        ? { kind: 'current', facts: file.facts }
        : this.#foundFile(file, journal, base)
    const built = this.#build(base, journal, found)
    const isGone =
      journal === undefined && base !== undefined && (!isCurrent || (await this.#hadJournal(base)))
    // What is missing from another writer's journal may still be on its way.
    const isOurs = journal === own || journal === former
    const { lineage = [], merged = [] } = own?.header ?? {}
    const { header } = built.journal
    const known = {
      lineage: [...new Set([...lineage, ...header.lineage])],
      merged: [...new Set([...merged, ...header.merged])],
    }
    const here = [header.start, sealed?.place.head, base?.place.head, journal?.header?.start]
    const through = [own, journal].flatMap((one) => one?.entries.map(({ hash }) => hash) ?? [])
    const passed = new Set([...here, ...through].map((point) => shortPoint(point ?? '')))
    const ours = await unlessUnreadable(paths.generations, () => this.#store.generations.ours())
    const unknown = ours.filter(
      ({ headStart: point }) =>
        !passed.has(point) && !known.lineage.includes(point) && !known.merged.includes(point),
    )
    // A journal whose past is lost cannot tell which states it has come through.
    const left = own?.header && (await this.#newestGood(unknown))
    if (left?.kind === 'newer') return left
    const isPutBack = journal === own && found.kind === 'current'
    return {
      ...built,
      journal: {
        ...built.journal,
        header: {
          ...header,
          ...known,
          merged: [...known.merged, ...unknown.map(({ headStart }) => headStart)],
        },
      },
      leftBehind: left && { records: left.records, place: left.place, isPutBack },
      changesMissing: isGone ? null : isOurs ? built.changesMissing : 0,
    }
  }

  /** All journals in the folder, of whichever writer. */
  async #journals(): Promise<readonly JournalReading<C>[]> {
    const { files, paths } = this.#store
    const beside = await besideFormer(this.#store)
    const readings: JournalReading<C>[] = []
    const names = await unlessUnreadable(paths.folder, () => namesIn(files, paths.folder))
    for (const name of journalsIn(names, this.#model.name)) {
      const path = join(paths.folder, name)
      const reading = await unlessUnreadable(path, () =>
        readJournal<C>(files, path, this.#model, beside),
      )
      if (reading !== undefined) readings.push(reading)
    }
    return readings
  }

  #sealed(file: Reading<Checkpoint<R>>): Base<R> | undefined {
    if (file.kind !== 'good' || file.value.place === undefined) return undefined
    const { records, place } = file.value
    return { kind: 'base', records: byId(records), place, file: this.#store.paths.checkpoint }
  }

  /** Whether a journal must have stood beside this checkpoint: a copied one comes without generations. */
  async #hadJournal({ place }: Base<R>): Promise<boolean> {
    const { generations, paths } = this.#store
    const all = await unlessUnreadable(paths.generations, () => generations.list())
    return all.some(({ headStart }) => headStart === shortPoint(place.head))
  }

  /** The newest good generation, one that the journal goes on from before all others. */
  async #newestGeneration(
    journal: JournalReading<C> | undefined,
  ): Promise<Base<R> | Newer<R> | undefined> {
    const { generations, paths } = this.#store
    const all = await unlessUnreadable(paths.generations, () => generations.list())
    const points = new Set([shortPoint(journal?.header?.start ?? '')])
    for (const { after, hash } of journal?.entries ?? []) {
      points.add(shortPoint(after)).add(shortPoint(hash))
    }
    const fitting = all.filter(({ headStart }) => points.has(headStart))
    return this.#newestGood([...fitting, ...all])
  }

  /** The first of these that can be read. */
  async #newestGood(all: readonly Generation[]): Promise<Base<R> | Newer<R> | undefined> {
    const { generations } = this.#store
    for (const one of new Set(all)) {
      const file = generations.pathOf(one)
      const read = await unlessUnreadable(file, () => generations.reading(one))
      if (read.kind === 'newer') return this.#newer(file, read)
      const sealed = this.#sealed(read)
      if (sealed !== undefined) return { ...sealed, file }
    }
    return undefined
  }

  #build(
    base: Base<R> | undefined,
    journal: JournalReading<C> | undefined,
    file: FoundFile<R>,
  ): Omit<Recovered<R, C, M>, 'leftBehind'> {
    const place: Tip = base?.place ?? { head: newPoint(), sequence: 0 }
    const records = base?.records ?? new Map()
    const memory = this.#model.emptyMemory
    const found = { kind: 'recovered', base: records, file } as const
    if (journal === undefined) {
      const { head, sequence } = place
      return {
        ...found,
        place: { records, memory, head, sequence },
        journal: this.#freshJournal(place, undefined),
        changesMissing: 0,
      }
    }
    const { header, entries, isUnbroken } = journal
    const replayed = this.#replayed(base, journal)
    const last = entries.at(-1)
    const end = {
      head: last?.hash ?? header?.start ?? place.head,
      sequence: last?.sequence ?? header?.sequence ?? place.sequence,
    }
    const changesMissing = Math.max(0, (journal.tip?.sequence ?? 0) - end.sequence)
    const fits = base === undefined ? header?.sequence === 0 : holds(journal, base.place.head)
    if (isUnbroken && fits && header !== undefined) {
      const fresh = this.#freshJournal({ head: header.start, sequence: header.sequence }, journal)
      // Who wrote the journal is to know that we have come through where it ends.
      const lineage = [...fresh.header.lineage, shortPoint(end.head)]
      const remembered = journal.remembered ?? fresh.remembered
      return {
        ...found,
        place: { records: replayed, memory: this.#recall(journal, remembered), ...end },
        journal: { ...fresh, header: { ...fresh.header, lineage }, remembered, entries },
        changesMissing,
      }
    }
    // What could not be read as one chain is no place in it: another state may stand there elsewhere.
    const point = { head: newPoint(), sequence: Math.max(end.sequence, place.sequence) + 1 }
    const broken = {
      file: journal.path,
      isDamaged: !isUnbroken,
      lost: journal.unreadable,
      kept: entries.length,
    }
    return {
      ...found,
      place: { records: replayed, memory, ...point },
      journal: { ...this.#freshJournal(point, journal), broken },
      // Of a whole journal that fits nothing it is only known that something was before it.
      changesMissing: isUnbroken && file.kind === 'outside' ? null : changesMissing,
    }
  }

  /** A journal that begins at a point, without changes, in the place of one that was found. */
  #freshJournal({ head, sequence }: Tip, found: JournalReading<C> | undefined): FoundJournal<C> {
    const { lineage = [], merged = [] } = found?.header ?? {}
    const memory = this.#model.writeMemory(this.#model.emptyMemory)
    return {
      header: { start: head, sequence, lineage, merged },
      remembered: { at: head, memory },
      entries: [],
      found,
      broken: undefined,
    }
  }

  /** What is remembered after the last entry of an unbroken journal. */
  #recall(journal: JournalReading<C>, { at, memory }: Remembered): M {
    const after = entriesAfter(journal, at)
    return (after ?? journal.entries).reduce(
      (now, { change }) => this.#model.remember(now, change),
      after === undefined ? this.#model.emptyMemory : this.#model.readMemory(memory),
    )
  }

  #replayed(base: Base<R> | undefined, journal: JournalReading<C>): Records<R> {
    return replay(this.#model, base?.records ?? new Map(), changesOn(base, journal))
  }

  /** How the checkpoint was found, where it is not the one to build on, and what there is instead. */
  #foundFile(
    file: Exclude<Reading<Checkpoint<R>>, { kind: 'newer' }>,
    journal: JournalReading<C> | undefined,
    base: Base<R> | undefined,
  ): FoundFile<R> {
    if (file.kind === 'good') return { kind: 'outside', checkpoint: file.value }
    const restored = this.#restored(journal, base)
    if (file.kind === 'damaged') return { kind: 'damaged', damage: file.damage, restored }
    // A young store has only a journal, from the very first change on: nothing is missing then.
    const isYoung = journal?.isUnbroken && journal.header?.sequence === 0
    return restored.from === 'nothing' || (isYoung && base === undefined)
      ? { kind: 'new' }
      : { kind: 'missing', restored }
  }

  #restored(journal: JournalReading<C> | undefined, base: Base<R> | undefined): Restored {
    if (journal === undefined && base === undefined) return { from: 'nothing' }
    const changes = journal === undefined ? 0 : changesOn(base, journal).length
    const records = journal === undefined ? base?.records : this.#replayed(base, journal)
    const count = records?.size ?? 0
    const isUnbroken = journal?.isUnbroken ?? false
    if (base !== undefined) {
      const { file, place } = base
      const complete = isUnbroken && journal !== undefined && holds(journal, place.head)
      const { writtenAt } = place
      return { from: 'generation', file, writtenAt, count, changes, complete }
    }
    const complete = isUnbroken && journal?.header?.sequence === 0
    return changes === 0 && !complete
      ? { from: 'nothing' }
      : { from: 'journal', count, changes, complete }
  }

  /** What this version understands of a file that a later one wrote. */
  #newer(
    file: string,
    { version, content }: Extract<Reading<unknown>, { kind: 'newer' }>,
  ): Newer<R> {
    const list = content[this.#model.name]
    const all: readonly unknown[] = Array.isArray(list) ? list : []
    const understood = all.flatMap((one) => this.#model.readUnknown(one) ?? [])
    const hidden = all.length - understood.length
    return { kind: 'newer', file, version, records: byId(understood), hidden }
  }
}

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
  return (own.isUnbroken && others.find((one) => continues(one, endOf(own)))) || own
}

/** Whether a journal goes on from a checkpoint at this point, or says nothing against it. */
const allows = <C>(journal: JournalReading<C> | undefined, head: string): boolean =>
  journal === undefined ||
  (journal.header === undefined && journal.entries.length === 0) ||
  holds(journal, head)

/** The changes to be replayed over the base; all that there are, where the chain has a gap. */
const changesOn = <R, C>(
  base: Base<R> | undefined,
  journal: JournalReading<C>,
): readonly Entry<C>[] => (base && entriesAfter(journal, base.place.head)) ?? journal.entries
