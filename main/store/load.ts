import { type Annotation, annotationSchema } from '../../core/annotation/annotation'
import type { AnnotationMap } from '../../core/annotation/change-set'
import { emptyHistory, type History } from '../../core/annotation/history'
import { z } from '../../core/schema'
import type { Damage, Restored } from '../../core/store/notice'
import { entriesAfter, historyAfter, lay } from './chain'
import { codeOf } from './disk-problem'
import type { FileFacts, FileSystem } from './file-system'
import { Generations, mayBeAt } from './generations'
import { type KeptHistory, readHistory } from './history-file'
import { type Entry, newChainPoint } from './journal-entry'
import { type JournalReading, readJournal } from './journal-reading'
import { type Reading, readFileAs } from './reading'
import { decodeSnapshot, type Place, type Snapshot } from './snapshot'
import { StoreUnreadable } from './store-errors'
import type { StorePaths } from './store-paths'
import { readTip } from './tip-file'

/** How the file of annotations was found. */
export type FoundFile =
  /** What was loaded builds on it. */
  | { readonly kind: 'current'; readonly facts: FileFacts }
  | { readonly kind: 'new' }
  | { readonly kind: 'missing'; readonly restored: Restored }
  | { readonly kind: 'damaged'; readonly damage: Damage; readonly restored: Restored }
  /** It can be read, but is not the one that the store left: to be merged. */
  | { readonly kind: 'outside' }

/** How the journal was found. */
export type FoundJournal =
  | {
      readonly kind: 'sound'
      readonly entries: readonly Entry[]
      readonly start: string
      readonly sequence: number
      readonly length: number
      readonly facts: FileFacts
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'broken'; readonly lost: number; readonly kept: number }
  /** There must have been one, and it is gone. */
  | { readonly kind: 'missing' }

/** Everything that a store needs to open. */
export interface Loaded {
  readonly kind: 'loaded'
  readonly annotations: AnnotationMap
  /** The state that the journal starts from. */
  readonly base: AnnotationMap
  readonly history: History
  readonly head: string
  readonly sequence: number
  /** How many changes had been acknowledged that are not in what was loaded. */
  readonly changesMissing: number
  readonly file: FoundFile
  readonly journal: FoundJournal
}

/** A newer version of the app wrote here. */
export interface LoadedNewer {
  readonly kind: 'newer'
  readonly file: string
  readonly version: number
  /** What can be understood of it. */
  readonly annotations: AnnotationMap
  readonly hidden: number
}

/** A snapshot to build on. */
interface Base {
  readonly annotations: readonly Annotation[]
  readonly place: Place
  readonly file: string
}

/**
 * Reads a store and touches nothing.
 *
 * @throws StoreUnreadable if a file is there that the system will not let be read.
 */
export async function load(files: FileSystem, paths: StorePaths): Promise<Loaded | LoadedNewer> {
  // A tip that cannot be read has nothing to say.
  const tip = await readTip(files, paths.tip).catch(() => undefined)
  const loaded = await loadNotes(files, paths, tip)
  if (loaded.kind === 'newer') return loaded
  return { ...loaded, changesMissing: Math.max(0, (tip ?? 0) - loaded.sequence) }
}

type LoadedNotes = Omit<Loaded, 'changesMissing'>

async function loadNotes(
  files: FileSystem,
  paths: StorePaths,
  tip: number | undefined,
): Promise<LoadedNotes | LoadedNewer> {
  const file = await reading(paths.annotations, () =>
    readFileAs(files, paths.annotations, decodeSnapshot),
  )
  if (file.kind === 'newer') return newer(paths.annotations, file)
  const journal = await reading(paths.journal, () => readJournal(files, paths.journal, tip))
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
    return build(current, journal, history, { kind: 'current', facts: file.facts }, missing)
  }
  const found = await newestGeneration(files, paths, journal)
  if (found?.kind === 'newer') return found
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

/** The newest good generation, one that the journal goes on from before all others. */
async function newestGeneration(
  files: FileSystem,
  paths: StorePaths,
  journal: JournalReading,
): Promise<(Base & { kind: 'base' }) | LoadedNewer | undefined> {
  const generations = new Generations(files, paths.generations)
  const all = await reading(paths.generations, () => generations.list())
  const points =
    journal.kind === 'read'
      ? [journal.header?.start ?? '', ...journal.entries.flatMap((e) => [e.after, e.hash])]
      : []
  const fitting = all.filter((one) => points.some((point) => mayBeAt(one, point)))
  for (const one of [...fitting, ...all.filter((other) => !fitting.includes(other))]) {
    const file = generations.pathOf(one)
    const read = await reading(file, () => generations.reading(one))
    if (read.kind === 'newer') return newer(file, read)
    if (read.kind === 'good' && read.value.place !== undefined) {
      return { kind: 'base', annotations: read.value.annotations, place: read.value.place, file }
    }
  }
  return undefined
}

/** Whether a journal must have stood beside this file: a copied file comes without generations. */
async function wasHere(files: FileSystem, paths: StorePaths, base: Base): Promise<boolean> {
  const all = await reading(paths.generations, () =>
    new Generations(files, paths.generations).list(),
  )
  return all.some((one) => mayBeAt(one, base.place.head))
}

function foundFile(
  file: Exclude<Reading<Snapshot>, { kind: 'newer' }>,
  journal: Exclude<JournalReading, { kind: 'newer' }>,
  base: Base | undefined,
): FoundFile {
  if (file.kind === 'good') return { kind: 'outside' }
  const restored = restoredFrom(journal, base)
  if (file.kind === 'damaged') return { kind: 'damaged', damage: file.damage, restored }
  // A young store has only a journal, from the very first change on: nothing is missing then.
  const young = journal.kind === 'read' && journal.unbroken && journal.header?.sequence === 0
  return restored.from === 'nothing' || (young && base === undefined)
    ? { kind: 'new' }
    : { kind: 'missing', restored }
}

function restoredFrom(
  journal: Exclude<JournalReading, { kind: 'newer' }>,
  base: Base | undefined,
): Restored {
  const laid = journal.kind === 'read' ? changesOn(journal, base) : []
  const unbroken = journal.kind === 'read' && journal.unbroken
  const count = stateOf(base, laid).size
  if (base !== undefined) {
    return {
      from: 'generation',
      file: base.file,
      writtenAt: base.place.writtenAt,
      count,
      changes: laid.length,
      complete: unbroken && entriesAfter(journal, base.place.head) !== undefined,
    }
  }
  if (journal.kind === 'missing') return { from: 'nothing' }
  const complete = unbroken && journal.header?.sequence === 0
  return laid.length === 0 && !complete
    ? { from: 'nothing' }
    : { from: 'journal', count, changes: laid.length, complete }
}

function build(
  base: Base | undefined,
  journal: Exclude<JournalReading, { kind: 'newer' }>,
  kept: KeptHistory | undefined,
  file: FoundFile,
  journalMissing: boolean,
): LoadedNotes {
  const place = base?.place ?? { head: newChainPoint(), sequence: 0 }
  const state = { kind: 'loaded', base: byId(base?.annotations ?? []), file } as const
  if (journal.kind === 'missing') {
    return {
      ...state,
      annotations: state.base,
      history: kept?.head === place.head ? kept.history : emptyHistory,
      head: place.head,
      sequence: place.sequence,
      journal: { kind: journalMissing ? 'missing' : 'none' },
    }
  }
  const { header, entries } = journal
  const laid = changesOn(journal, base)
  const annotations = stateOf(base, laid)
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
      journal: { kind: 'sound', entries, start, sequence, length, facts },
    }
  }
  return {
    ...state,
    annotations,
    history: emptyHistory,
    ...end,
    journal: { kind: 'broken', lost: journal.unreadable, kept: entries.length },
  }
}

/** The changes to be laid over the base; all that there are, where the chain has a gap. */
const changesOn = (
  journal: Extract<JournalReading, { kind: 'read' }>,
  base: Base | undefined,
): readonly Entry[] =>
  (base === undefined ? undefined : entriesAfter(journal, base.place.head)) ?? journal.entries

function stateOf(base: Base | undefined, entries: readonly Entry[]): Map<string, Annotation> {
  const annotations = byId(base?.annotations ?? [])
  for (const { set } of entries) lay(annotations, set)
  return annotations
}

const byId = (annotations: readonly Annotation[]): Map<string, Annotation> =>
  new Map(annotations.map((annotation) => [annotation.id, annotation]))

/** Annotations of a later version, as far as they have the fields that this one knows. */
const lenientAnnotationSchema = z.object(annotationSchema.shape)

function newer(
  file: string,
  { version, content }: Extract<Reading<Snapshot>, { kind: 'newer' }>,
): LoadedNewer {
  const all = Array.isArray(content['annotations']) ? content['annotations'] : []
  const understood = all.flatMap((one) => {
    const read = lenientAnnotationSchema.safeParse(one)
    return read.success ? [read.data] : []
  })
  const hidden = all.length - understood.length
  return { kind: 'newer', file, version, annotations: byId(understood), hidden }
}

/** Undo is not worth an error: a history that cannot be read is one that is not there. */
const keptHistory = (files: FileSystem, paths: StorePaths): Promise<KeptHistory | undefined> =>
  readHistory(files, paths.history).catch(() => undefined)

async function reading<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw new StoreUnreadable(file, codeOf(error))
  }
}
