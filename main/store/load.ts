import type { AnnotationMap } from '../../core/annotation/change-set'
import { emptyHistory } from '../../core/annotation/history'
import type { FileSystem } from '../disk/file-system'
import { byId, entriesAfter, historyAfter, laidOver, statesIn } from './chain'
import { Generations, headStartOf, mayBeAt, type NamedGeneration } from './generations'
import { type KeptHistory, readHistory } from './history-file'
import { newChainPoint } from './journal-entry'
import { type JournalReading, readJournal } from './journal-reading'
import type { Arrival, Base, FoundFile, Loaded, LoadedNewer } from './loaded'
import { newer } from './newer'
import { newestGeneration } from './newest-generation'
import { type Reading, readFileAs } from './reading'
import { changesOn, foundFile } from './restored'
import { decodeSnapshot, type Place, type Snapshot } from './snapshot'
import { unlessUnreadable } from './store-errors'
import type { StorePaths } from './store-paths'
import { readTip, type Tip } from './tip-file'

/**
 * Reads a store and touches nothing.
 *
 * @throws StoreUnreadable if a file is there that the system will not let be read.
 */
export async function load(files: FileSystem, paths: StorePaths): Promise<Loaded | LoadedNewer> {
  // A tip that cannot be read has nothing to say.
  const tip = await readTip(files, paths.tip).catch(() => undefined)
  const loaded = await loadNotes(files, paths, tip?.sequence)
  if (loaded.kind === 'newer') return loaded
  return {
    ...loaded,
    changesMissing: tip === undefined ? 0 : changesMissing(loaded, tip),
    lineage:
      loaded.lineage ?? (await allGenerations(files, paths)).map(({ headStart }) => headStart),
  }
}

type LoadedNotes = Omit<Loaded, 'changesMissing' | 'lineage'> & {
  /** Nothing where the journal does not say it: all generations there are then count as ours. */
  readonly lineage: readonly string[] | undefined
  /** Where the notes stand that were found on our own chain. */
  readonly reached: { readonly head: string; readonly sequence: number }
}

/** How many changes were acknowledged and are not there; null where it is only certain that there are. */
function changesMissing({ journal, reached }: LoadedNotes, tip: Tip): number | null {
  if (journal.kind === 'foreign') {
    const isOurs = tip.start === reached.head && tip.head !== reached.head
    return isOurs ? Math.max(0, tip.sequence - reached.sequence) || null : 0
  }
  if (journal.kind !== 'sound') return Math.max(0, tip.sequence - reached.sequence)
  // A sync engine may have brought another machine's.
  if (tip.start !== undefined && tip.start !== journal.start) return 0
  if (tip.sequence > reached.sequence) return tip.sequence - reached.sequence
  if (tip.head === undefined || tip.sequence < journal.sequence) return 0
  const there = journal.entries.find(({ sequence }) => sequence === tip.sequence)
  return (there?.hash ?? journal.start) === tip.head ? 0 : null
}

async function loadNotes(
  files: FileSystem,
  paths: StorePaths,
  tip: number | undefined,
): Promise<LoadedNotes | LoadedNewer> {
  const file = await unlessUnreadable(paths.annotations, () =>
    readFileAs(files, paths.annotations, decodeSnapshot),
  )
  if (file.kind === 'newer') return newer(paths.annotations, file)
  const journal = await unlessUnreadable(paths.journal, () =>
    readJournal(files, paths.journal, tip),
  )
  if (journal.kind === 'newer') {
    const annotations = file.kind === 'good' ? file.value.annotations : []
    return {
      kind: 'newer',
      file: paths.journal,
      version: journal.version,
      annotations: byId(annotations),
      hidden: 0,
    }
  }
  const history = await keptHistory(files, paths)
  const current = currentBase(file, journal, paths.annotations)
  if (current !== undefined && file.kind === 'good') {
    const missing = journal.kind === 'missing' && (await wasHere(files, paths, current))
    const found = { kind: 'current', facts: file.facts } as const
    return withArrivals(files, paths, build(current, journal, history, found, missing), journal)
  }
  const found = await newestGeneration(files, paths, journal)
  if (found?.kind === 'newer') return found
  if (isForeign(file, journal, found)) {
    const { annotations, place } = file.value
    const base = { annotations, place, file: paths.annotations }
    return beside(
      history,
      build(base, journal, history, { kind: 'current', facts: file.facts }, false),
      {
        journal,
        newest: found,
        file: place,
      },
    )
  }
  return build(
    found,
    journal,
    history,
    foundFile(file, journal, found),
    found !== undefined && journal.kind === 'missing',
  )
}

/** The file as base, if the journal goes on from it or says nothing against it. */
function currentBase(
  file: Reading<Snapshot>,
  journal: JournalReading,
  path: string,
): Base | undefined {
  if (file.kind !== 'good' || file.value.place === undefined) return undefined
  const { annotations, place } = file.value
  const silent =
    journal.kind !== 'read' || (journal.header === undefined && journal.entries.length === 0)
  return silent || entriesAfter(journal, place.head) !== undefined
    ? { annotations, place, file: path }
    : undefined
}

type Sealed = Extract<Reading<Snapshot>, { kind: 'good' }> & {
  readonly value: { readonly place: Place }
}

/**
 * Whether the journal is another machine's, which a sync engine put in the place of ours: both it and the
 * file are whole, and neither the file nor a generation is on its chain.
 */
function isForeign(
  file: Reading<Snapshot>,
  journal: JournalReading,
  newest: Base | undefined,
): file is Sealed {
  if (file.kind !== 'good' || file.value.place === undefined) return false
  if (journal.kind !== 'read' || !journal.unbroken) return false
  return newest === undefined || entriesAfter(journal, newest.place.head) === undefined
}

/** Our own notes, with another machine's journal to be merged, and a generation later than the file. */
function beside(
  kept: KeptHistory | undefined,
  loaded: LoadedNotes,
  found: { journal: JournalReading; newest: Base | undefined; file: Place },
): LoadedNotes {
  const entries = found.journal.kind === 'read' ? found.journal.entries : []
  const arrived: Arrival[] =
    entries.length > 0
      ? [{ base: loaded.base, theirs: statesIn(entries), point: entries.at(-1)?.hash ?? '' }]
      : []
  const { newest, file } = found
  if (newest !== undefined && newest.place.writtenAt > file.writtenAt) {
    const theirs = byId(newest.annotations)
    arrived.push({ base: loaded.base, theirs, point: newest.place.head })
  }
  const { head, sequence } = file
  return {
    ...loaded,
    annotations: loaded.base,
    // The journal's own is the other machine's.
    lineage: undefined,
    history: kept?.head === file.head ? kept.history : emptyHistory,
    reached: { head, sequence },
    arrived,
    journal: { kind: 'foreign' },
  }
}

/**
 * With the generations to be merged that the notes do not come from: where a sync engine put all of
 * another machine's files in place of ours, ours are still among the generations.
 */
async function withArrivals(
  files: FileSystem,
  paths: StorePaths,
  loaded: LoadedNotes,
  journal: JournalReading,
): Promise<LoadedNotes> {
  if (journal.kind !== 'read' || journal.header?.lineage === undefined) return loaded
  const points = [journal.header.start, ...journal.entries.map(({ hash }) => hash)]
  const known = new Set([...journal.header.lineage, ...points.map(headStartOf)])
  const generations = new Generations(files, paths.generations)
  const all = await allGenerations(files, paths)
  const arrived: Arrival[] = []
  for (const one of all.filter(({ headStart }) => !known.has(headStart))) {
    const theirs = await stateOf(generations, one)
    if (theirs === undefined) continue
    const shared = all.find(({ headStart, name }) => known.has(headStart) && name < one.name)
    const base = (shared && (await stateOf(generations, shared))) ?? new Map()
    arrived.push({ base, theirs, point: one.headStart })
  }
  return { ...loaded, arrived }
}

const allGenerations = (files: FileSystem, paths: StorePaths) =>
  unlessUnreadable(paths.generations, () => new Generations(files, paths.generations).list())

/** What a generation holds; nothing where it is not whole. */
async function stateOf(
  generations: Generations,
  one: NamedGeneration,
): Promise<AnnotationMap | undefined> {
  const reading = await unlessUnreadable(generations.pathOf(one), () => generations.reading(one))
  return reading.kind === 'good' ? byId(reading.value.annotations) : undefined
}

/** Whether a journal must have stood beside this file: a copied file comes without generations. */
async function wasHere(files: FileSystem, paths: StorePaths, base: Base): Promise<boolean> {
  const all = await allGenerations(files, paths)
  return all.some((one) => mayBeAt(one, base.place.head))
}

function build(
  base: Base | undefined,
  journal: Exclude<JournalReading, { kind: 'newer' }>,
  kept: KeptHistory | undefined,
  file: FoundFile,
  journalMissing: boolean,
): LoadedNotes {
  const place = base?.place ?? { head: newChainPoint(), sequence: 0 }
  const lineage = journal.kind === 'read' ? journal.header?.lineage : undefined
  const state = {
    kind: 'loaded',
    base: byId(base?.annotations ?? []),
    file,
    arrived: [],
    lineage,
  } as const
  if (journal.kind === 'missing') {
    return {
      ...state,
      annotations: state.base,
      history: kept?.head === place.head ? kept.history : emptyHistory,
      head: place.head,
      sequence: place.sequence,
      reached: place,
      journal: { kind: journalMissing ? 'missing' : 'none' },
    }
  }
  const { header, entries } = journal
  const laid = changesOn(journal, base)
  const annotations = laidOver(state.base, laid)
  const last = entries.at(-1)
  const end = {
    head: last?.hash ?? header?.start ?? place.head,
    sequence: last?.sequence ?? header?.sequence ?? place.sequence,
  }
  const fits =
    base === undefined
      ? header?.sequence === 0
      : entriesAfter(journal, base.place.head) !== undefined
  if (journal.unbroken && fits && header !== undefined) {
    const { start, sequence } = header
    const { length, facts } = journal
    return {
      ...state,
      annotations,
      history: historyAfter(journal, kept),
      ...end,
      reached: end,
      journal: { kind: 'sound', entries, start, sequence, length, facts },
    }
  }
  return {
    ...state,
    annotations,
    history: emptyHistory,
    // What could not be read as one chain is no place in it: another state may stand there elsewhere.
    head: newChainPoint(),
    sequence: Math.max(end.sequence, place.sequence) + 1,
    reached: end,
    journal: { kind: 'broken', lost: journal.unreadable, kept: entries.length },
  }
}

/** Undo is not worth an error: a history that cannot be read is one that is not there. */
const keptHistory = (files: FileSystem, paths: StorePaths): Promise<KeptHistory | undefined> =>
  readHistory(files, paths.history).catch(() => undefined)
