import { join } from 'node:path'
import type { StoreNotice } from '../../../core/app/store-notice'
import type { Clock } from '../../disk/clock'
import { type FileFacts, sameFacts } from '../../disk/file-system'
import { nameBeside, setAside } from '../../disk/set-aside'
import { replaceFile } from '../../disk/write-file'
import type { Checkpoint } from './checkpoint'
import type { Codec } from './durable-file'
import type { Journal } from './journal'
import { type Entry, journalVersion } from './journal-lines'
import { type JournalReading, journalsIn, namesIn, readJournal } from './journal-reading'
import { byId, type Identified, type Journaled, type Records, replay } from './model'
import { type Reading, readFileAs } from './reading'
import type { LeftBehind } from './recover'
import type { StoreFiles } from './store-files'

/** What another writer left in the folder. */
export interface Arrival<R> {
  readonly theirs: Records<R>
  /** The ids of what they took away. That it is gone there does not make it go here. */
  readonly gone: (base: Records<R>) => readonly string[]
  /** Where it stands in their chain; nothing where that is not known, or in the state already. */
  readonly point: string | undefined
  /** A copy that is to be moved aside once it is merged. */
  readonly copy: string | undefined
}

/** What a look at the folder came to, besides what was merged. */
interface Looked {
  /** The checkpoint is to be written anew. */
  readonly isCheckpointDue: boolean
  /** The checkpoint was gone or damaged, and will be written from memory. */
  readonly rewriting: { readonly setAside: string | null } | undefined
  /** A later version wrote the checkpoint: it is left alone from then on. */
  readonly newerVersion: number | undefined
  /** Copies that are merged, to be moved aside once that is on disk. */
  readonly copies: readonly string[]
  /** Journals that nobody has written for long, and of which all is in the state. */
  readonly stale: readonly string[]
}

/**
 * Days after which a journal that brings nothing new is removed: of a machine that is gone, or is called
 * otherwise now. One that comes back finds its changes in the checkpoint.
 */
const staleAfter = 30

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

/**
 * What others do to the folder of a store, as a sync engine brings it: a checkpoint in place of ours, the
 * copy of one beside it, journals of other names. All of it is merged, once, and told.
 */
export class OtherWriters<R extends Identified, C extends object, M> {
  readonly #store: StoreFiles<R, C, M>
  readonly #codec: Codec<Checkpoint<R>>
  readonly #clock: Clock
  readonly #tell: (notice: StoreNotice) => void
  readonly #seen = new Map<string, FileFacts>()
  /** A state of ours that another writer's files, or older ones of our own, were put over. */
  leftBehind: LeftBehind<R> | undefined

  constructor(
    store: StoreFiles<R, C, M>,
    codec: Codec<Checkpoint<R>>,
    clock: Clock,
    tell: (notice: StoreNotice) => void,
  ) {
    this.#store = store
    this.#codec = codec
    this.#clock = clock
    this.#tell = tell
  }

  /**
   * The journals of other writers and the copies of the checkpoint that came since the last look.
   *
   * @param isKnown whether what stands at a point is in the state already
   * @param replaced further journals to be looked into: absolute paths
   * @returns what came; it counts as seen once `take` is called
   */
  async look(
    isKnown: (point: string) => boolean,
    replaced: readonly string[] = [],
  ): Promise<{
    readonly arrivals: readonly Arrival<R>[]
    readonly stale: readonly string[]
    readonly take: () => void
  }> {
    const { files, paths, model } = this.#store
    const news = new Map<string, FileFacts>()
    const arrivals: (Arrival<R> | undefined)[] = []
    const stale: string[] = []
    const isNews = async (path: string) => {
      const facts = await files.facts(path)
      if (facts === undefined || sameFacts(facts, this.#seen.get(path))) return false
      news.set(path, facts)
      return true
    }
    const names = await namesIn(files, paths.folder)
    const journals = journalsIn(names, model.name).map((name) => join(paths.folder, name))
    for (const path of [...journals.filter((one) => one !== paths.journal), ...replaced]) {
      if (!(await isNews(path))) continue
      const reading = await readJournal<C>(files, path, model)
      const entries = this.#unknown(reading, isKnown)
      if (entries.length > 0) arrivals.push(this.#arrival(entries))
      else if (this.#isStale(reading)) stale.push(path)
    }
    for (const path of this.#copies(names)) {
      if (await isNews(path)) arrivals.push(await this.#copy(path, isKnown))
    }
    const take = () => {
      for (const [path, facts] of news) this.#seen.set(path, facts)
    }
    return { arrivals: arrivals.filter((one) => one !== undefined), stale, take }
  }

  /**
   * Merges into the data what came since the last look, and what others put in place of the checkpoint.
   *
   * @param base the state of our last checkpoint
   */
  async mergeInto(
    data: Journaled<R, C, M>,
    journal: Journal<C>,
    base: Records<R>,
  ): Promise<Looked> {
    const { checkpoint } = this.#store
    const isKnown = (point: string) => journal.knows(point)
    const { arrivals, stale, take } = await this.look(isKnown, journal.replaced)
    const reading = (await checkpoint.isAsSeen()) ? undefined : await checkpoint.reading()
    const all = [...arrivals]
    if (this.leftBehind?.isPutBack === false) all.push(arrivalOfOurs(this.leftBehind))
    if (reading?.kind === 'good') {
      const { place } = reading.value
      const isOurs = place !== undefined && journal.leadsFrom(place.head)
      if (!isOurs) all.push(arrivalOf(reading.value, isKnown))
    }
    if (all.length > 0) await this.#merge(data, journal, base, all)
    if (this.leftBehind?.isPutBack) await this.#keepLater(data, base, this.leftBehind)
    this.leftBehind = undefined
    take()
    journal.replaced = []
    if (reading?.kind === 'good') checkpoint.seen = reading.facts
    const isUnread = reading?.kind === 'missing' || reading?.kind === 'damaged'
    return {
      isCheckpointDue: all.length > 0 || isUnread,
      rewriting: isUnread ? await this.#makeRoom(reading) : undefined,
      newerVersion: reading?.kind === 'newer' ? reading.version : undefined,
      copies: all.flatMap(({ copy }) => copy ?? []),
      stale,
    }
  }

  /** Those of a journal's changes that are not in the state; of a later version's it cannot be told. */
  #unknown(
    reading: JournalReading<C> | undefined,
    isKnown: (point: string) => boolean,
  ): readonly Entry<C>[] {
    if (reading === undefined || (reading.header?.version ?? 0) > journalVersion) return []
    const known = reading.entries.findLastIndex(({ hash }) => isKnown(hash))
    return reading.entries.slice(known + 1)
  }

  #arrival(entries: readonly Entry<C>[]): Arrival<R> {
    const { model } = this.#store
    const effects = new Map(entries.flatMap(({ change }) => [...model.effects(change)]))
    const gone = [...effects].flatMap(([id, record]) => (record === undefined ? [id] : []))
    const theirs = replay(model, new Map(), entries)
    return { theirs, gone: () => gone, point: entries.at(-1)?.hash, copy: undefined }
  }

  #isStale(reading: JournalReading<C> | undefined): boolean {
    if (!reading?.isUnbroken || reading.header?.version !== journalVersion) return false
    const age = this.#clock.now().getTime() - Date.parse(reading.header.writtenAt)
    return age > staleAfter * 24 * 3_600_000
  }

  #copies(names: readonly string[]): readonly string[] {
    const { paths, model } = this.#store
    const end = '.json'
    return names
      .filter((name) => name.startsWith(model.name) && name.endsWith(end))
      .filter((name) => {
        const rest = name.slice(model.name.length, -end.length)
        return copyMarks.some((mark) => mark.test(rest))
      })
      .map((name) => join(paths.folder, name))
  }

  /** A copy of the checkpoint; nothing where it is none that can be read. */
  async #copy(path: string, isKnown: (point: string) => boolean): Promise<Arrival<R> | undefined> {
    const reading = await readFileAs(this.#store.files, path, (bytes) => this.#codec.decode(bytes))
    return reading.kind === 'good' ? arrivalOf(reading.value, isKnown, path) : undefined
  }

  async #merge(
    data: Journaled<R, C, M>,
    journal: Journal<C>,
    base: Records<R>,
    arrivals: readonly Arrival<R>[],
  ): Promise<void> {
    const { model, paths } = this.#store
    const others = arrivals.map(({ theirs }) => ({ base, theirs }))
    const merged = () => model.merge(data.place, others, this.#clock.now())
    let copy: string | null = null
    let written = ''
    let { change, count, losers } = merged()
    // Before what they lost to is in the state; which may change while they are written.
    while (losers.length > 0 && written !== JSON.stringify(losers)) {
      written = JSON.stringify(losers)
      copy = await this.#keepCopy(losers, copy)
      ;({ change, count, losers } = merged())
    }
    if (change !== undefined) data.add(change)
    if (count > 0 || copy !== null) {
      this.#tell({ kind: 'merged', file: paths.checkpoint, copy, count })
    }
    for (const { point, gone } of arrivals) {
      // A writer that took nothing away that is here still may be followed from that point on.
      const isWhole = !gone(base).some((id) => data.place.records.has(id))
      if (point !== undefined) journal.know(point, isWhole)
    }
  }

  /** Keeps what a later state of ours has beyond the one that was put back, where it can be imported. */
  async #keepLater(
    data: Journaled<R, C, M>,
    base: Records<R>,
    { records, place: { writtenAt } }: LeftBehind<R>,
  ): Promise<void> {
    const { model, paths } = this.#store
    const { change } = model.merge(data.place, [{ base, theirs: records }], this.#clock.now())
    const effects = change === undefined ? [] : [...model.effects(change).values()]
    const later = effects.filter((one) => one !== undefined)
    if (later.length === 0) return
    const copy = await this.#keepCopy(later, null)
    const count = later.length
    this.#tell({ kind: 'put-back', file: paths.checkpoint, copy, writtenAt, count })
  }

  /** Versions that lost, in a file of the checkpoint's format, so that they can be imported. */
  async #keepCopy(losers: readonly R[], before: string | null): Promise<string> {
    const { files, paths } = this.#store
    const now = this.#clock.now()
    const path = before ?? (await nameBeside(files, paths.checkpoint, 'conflicts', now))
    await replaceFile(files, path, this.#codec.encode({ place: undefined, records: losers }))
    return path
  }

  /** Gives a copy that a sync engine left, and that is merged, a name that says so. */
  async moveMerged(path: string): Promise<void> {
    const { files, checkpoint } = this.#store
    const name = await nameBeside(files, checkpoint.path, 'merged', this.#clock.now())
    await files.rename(path, name)
  }

  /** Takes away what lies in the checkpoint's place and cannot be merged. */
  async #makeRoom(reading: Reading<unknown>): Promise<{ readonly setAside: string | null }> {
    const { files, checkpoint } = this.#store
    const isThere = reading.kind === 'damaged'
    const aside = isThere ? await setAside(files, checkpoint.path, this.#clock.now()) : null
    checkpoint.seen = undefined
    return { setAside: aside }
  }
}

/** What a state of ours that was left behind brings. */
export const arrivalOfOurs = <R extends Identified>({
  records,
  place,
}: LeftBehind<R>): Arrival<R> => ({
  theirs: records,
  gone: (base) => [...base.keys()].filter((id) => !records.has(id)),
  point: place.head,
  copy: undefined,
})

/** What a checkpoint of another writer brings; of one that is known, nothing new. */
export function arrivalOf<R extends Identified>(
  { place, records }: Checkpoint<R>,
  isKnown: (point: string) => boolean,
  copy?: string,
): Arrival<R> {
  if (place !== undefined && isKnown(place.head)) {
    return { theirs: new Map(), gone: () => [], point: undefined, copy }
  }
  const theirs = byId(records)
  const gone = (base: Records<R>) => [...base.keys()].filter((id) => !theirs.has(id))
  return { theirs, gone, point: place?.head, copy }
}
