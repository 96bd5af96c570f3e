import { type FileFacts, sameFacts } from '../../disk/file-system'
import { replaceFile } from '../../disk/write-file'
import { type Checkpoint, checkpointText } from './checkpoint'
import { DurableFile, type Reading } from './durable-file'
import type { Journal } from './journal'
import { type JournalReading, journalVersion } from './journal-format'
import { type Identified, type Journaled, type Records, replay } from './model'
import type { Notice } from './notice'
import type { LeftBehind } from './recover'
import type { StoreFolder } from './store-folder'

/** What another writer left in the folder. */
interface Arrival<R> {
  readonly theirs: Records<R>
  /** The ids of what they took away. That it is gone there does not make it go here. */
  readonly gone: (base: Records<R>) => readonly string[]
  /** Where it stands in their chain; nothing where that is not known, or in the state already. */
  readonly point: string | undefined
}

/** A file of no use once all that it holds is in our own journal, and what is done with it then. */
export type Leftover = readonly [path: string, task: () => Promise<void>]

/** What came since the last look. */
interface News<R> {
  readonly arrivals: readonly Arrival<R>[]
  readonly leftovers: readonly Leftover[]
  /** What lies in place of our checkpoint; nothing where ours does. */
  readonly file: Reading<Checkpoint<R>> | undefined
  /** Counts all that as seen. */
  readonly take: () => void
}

/**
 * Days after which a journal that brings nothing new is removed: of a machine that is gone, or is called
 * otherwise now. One that comes back finds its changes in the checkpoint.
 */
const staleAfter = 30

/**
 * What others do to the folder of a store, as a sync engine brings it: a checkpoint in place of ours, the
 * copy of one beside it, journals of other names. All of it is merged, once, and told.
 */
export class OtherWriters<R extends Identified, C extends object, M> {
  readonly #folder: StoreFolder<R, C, M>
  readonly #tell: (notice: Notice) => void
  readonly #seen = new Map<string, FileFacts>()
  /** A state of ours that another writer's files, or older ones of our own, were put over. */
  leftBehind: LeftBehind<R> | undefined

  constructor(folder: StoreFolder<R, C, M>, tell: (notice: Notice) => void) {
    this.#folder = folder
    this.#tell = tell
  }

  /**
   * What came since the last look: journals of other writers, copies of the checkpoint, one in its place; and
   * what of ours was left behind.
   *
   * @param ours tells what is in the state already
   */
  async look(ours: Journal<C>): Promise<News<R>> {
    const { files, journal, codec, checkpoint } = this.#folder
    const isKnown = (point: string) => ours.knows(point)
    const news = new Map<string, FileFacts>()
    const arrivals: Arrival<R>[] = []
    const leftovers: Leftover[] = []
    const isNews = async (path: string) => {
      const facts = await files.facts(path)
      if (facts === undefined || sameFacts(facts, this.#seen.get(path))) return false
      news.set(path, facts)
      return true
    }
    const there = await this.#folder.look()
    for (const path of [...there.journals.filter((one) => one !== journal), ...ours.replaced]) {
      if (!(await isNews(path))) continue
      const reading = await this.#folder.readJournal(path)
      const arrival = reading && this.#arrival(reading, isKnown)
      if (arrival !== undefined) arrivals.push(arrival)
      else if (this.#isStale(reading)) leftovers.push([path, () => this.#folder.remove(path)])
    }
    for (const path of there.copies) {
      if (!(await isNews(path))) continue
      const reading = await new DurableFile(files, path, codec).reading()
      if (reading.kind !== 'good') continue
      arrivals.push(arrivalOf(reading.value, isKnown))
      leftovers.push([path, () => this.#moveMerged(path)])
    }
    if (this.leftBehind?.isPutBack === false) {
      arrivals.push(arrivalOf(this.leftBehind.checkpoint, () => false))
    }
    const file = (await checkpoint.isAsSeen()) ? undefined : await checkpoint.reading()
    if (file?.kind === 'good') {
      const { tip } = file.value
      const isOurs = tip !== undefined && ours.leadsFrom(tip.head)
      if (!isOurs) arrivals.push(arrivalOf(file.value, isKnown))
    }
    const take = () => {
      for (const [path, facts] of news) this.#seen.set(path, facts)
      this.leftBehind = undefined
      ours.replaced = []
      if (file?.kind === 'good') checkpoint.seen = file.facts
      if (file?.kind === 'missing') checkpoint.seen = undefined
    }
    return { arrivals, leftovers, file, take }
  }

  /**
   * Merges into the data what came since the last look, and what others put in place of the checkpoint, if it
   * is good.
   *
   * @param base the state of our last checkpoint
   * @returns what came, which counts as seen
   */
  async mergeInto(
    data: Journaled<R, C, M>,
    journal: Journal<C>,
    base: Records<R>,
  ): Promise<News<R>> {
    const news = await this.look(journal)
    if (news.arrivals.length > 0) await this.#merge(data, journal, base, news.arrivals)
    if (this.leftBehind?.isPutBack) await this.#keepLater(data, base, this.leftBehind)
    news.take()
    return news
  }

  /** Gives a copy that a sync engine left, and that is merged, a name that says so. */
  async #moveMerged(path: string): Promise<void> {
    const { files, checkpoint } = this.#folder
    await files.rename(path, await this.#folder.nameBeside(checkpoint.path, 'merged'))
  }

  /** What a journal brings that is not in the state; of a later version's it cannot be told. */
  #arrival(
    { header, entries: all }: JournalReading<C>,
    isKnown: (point: string) => boolean,
  ): Arrival<R> | undefined {
    if ((header?.version ?? 0) > journalVersion) return undefined
    const entries = all.slice(all.findLastIndex(({ hash }) => isKnown(hash)) + 1)
    if (entries.length === 0) return undefined
    const { model } = this.#folder
    const effects = new Map(entries.flatMap(({ change }) => [...model.effects(change)]))
    const gone = [...effects].flatMap(([id, record]) => (record === undefined ? [id] : []))
    const theirs = replay(model, new Map(), entries)
    return { theirs, gone: () => gone, point: entries.at(-1)?.hash }
  }

  #isStale(reading: JournalReading<C> | undefined): boolean {
    if (!reading?.isUnbroken || reading.header?.version !== journalVersion) return false
    const age = this.#folder.clock.now().getTime() - Date.parse(reading.header.writtenAt)
    return age > staleAfter * 24 * 3_600_000
  }

  async #merge(
    data: Journaled<R, C, M>,
    journal: Journal<C>,
    base: Records<R>,
    arrivals: readonly Arrival<R>[],
  ): Promise<void> {
    const { model, clock, checkpoint } = this.#folder
    const others = arrivals.map(({ theirs }) => ({ base, theirs }))
    const merged = () => model.merge(data.snapshot, others, clock.now())
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
      this.#tell({ kind: 'merged', file: checkpoint.path, copy, count })
    }
    for (const { point, gone } of arrivals) {
      // A writer that took nothing away that is here still may be followed from that point on.
      const isWhole = !gone(base).some((id) => data.snapshot.records.has(id))
      if (point !== undefined) journal.know(point, isWhole)
    }
  }

  /** Keeps what a later state of ours has beyond the one that was put back, where it can be imported. */
  async #keepLater(
    { snapshot }: Journaled<R, C, M>,
    base: Records<R>,
    { checkpoint }: LeftBehind<R>,
  ): Promise<void> {
    const { model, clock } = this.#folder
    const others = [{ base, theirs: checkpoint.records }]
    const { change } = model.merge(snapshot, others, clock.now())
    const effects = change === undefined ? [] : [...model.effects(change).values()]
    const later = effects.filter((one) => one !== undefined)
    if (later.length === 0) return
    const copy = await this.#keepCopy(later, null)
    this.#tell({
      kind: 'put-back',
      file: this.#folder.checkpoint.path,
      copy,
      writtenAt: checkpoint.tip.writtenAt,
      count: later.length,
    })
  }

  /** Versions that lost, in a file of the checkpoint's format, so that they can be imported. */
  async #keepCopy(losers: readonly R[], before: string | null): Promise<string> {
    const { files, checkpoint, model } = this.#folder
    const path = before ?? (await this.#folder.nameBeside(checkpoint.path, 'conflicts'))
    await replaceFile(files, path, checkpointText(model, undefined, losers))
    return path
  }
}

/** What a checkpoint of another writer brings; of one that is known, nothing new. */
function arrivalOf<R extends Identified>(
  { tip, records: theirs }: Checkpoint<R>,
  isKnown: (point: string) => boolean,
): Arrival<R> {
  if (tip !== undefined && isKnown(tip.head)) {
    return { theirs: new Map(), gone: () => [], point: undefined }
  }
  const gone = (base: Records<R>) => [...base.keys()].filter((id) => !theirs.has(id))
  return { theirs, gone, point: tip?.head }
}
