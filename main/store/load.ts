import { emptyHistory } from '../../core/annotation/history'
import { byId, entriesAfter, historyAfter, laidOver } from './chain'
import type { FileSystem } from './file-system'
import { Generations, mayBeAt } from './generations'
import { type KeptHistory, readHistory } from './history-file'
import { newChainPoint } from './journal-entry'
import { type JournalReading, readJournal } from './journal-reading'
import type { Base, FoundFile, Loaded, LoadedNewer } from './loaded'
import { newer } from './newer'
import { newestGeneration } from './newest-generation'
import { type Reading, readFileAs } from './reading'
import { changesOn, foundFile } from './restored'
import { decodeSnapshot, type Snapshot } from './snapshot'
import { unlessUnreadable } from './store-errors'
import type { StorePaths } from './store-paths'
import { readTip } from './tip-file'

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

/** Whether a journal must have stood beside this file: a copied file comes without generations. */
async function wasHere(files: FileSystem, paths: StorePaths, base: Base): Promise<boolean> {
  const all = await unlessUnreadable(paths.generations, () =>
    new Generations(files, paths.generations).list(),
  )
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

/** Undo is not worth an error: a history that cannot be read is one that is not there. */
const keptHistory = (files: FileSystem, paths: StorePaths): Promise<KeptHistory | undefined> =>
  readHistory(files, paths.history).catch(() => undefined)
