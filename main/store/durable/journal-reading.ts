import { largestFile } from '../../disk/bounded-json'
import { codeOf } from '../../disk/disk-problem'
import type { FileFacts, FileSystem } from '../../disk/file-system'
import {
  type Entry,
  type JournalHeader,
  journalVersion,
  type Remembered,
  readEntry,
  readHeader,
  readRemembered,
  readTip,
  shortPoint,
  type Tip,
} from './journal-lines'

/** What a journal file was found to hold. */
export interface JournalReading<C> {
  readonly path: string
  readonly facts: FileFacts
  /** Missing where it cannot be read. */
  readonly header:
    | (JournalHeader & { readonly version: number; readonly writtenAt: string })
    | undefined
  readonly tip: Pick<Tip, 'sequence'> | undefined
  readonly remembered: Remembered | undefined
  /** Every change that can be read, in order. */
  readonly entries: readonly Entry<C>[]
  /** How many whole lines cannot be read. */
  readonly unreadable: number
  /** Whether header and entries form one chain, and nothing in between is unreadable. */
  readonly isUnbroken: boolean
  /** Bytes up to the last whole line; what lies behind was never acknowledged. */
  readonly length: number
  /** Whether it is whole from its first line on, so that it can be added to. */
  readonly canGoOn: boolean
}

/** The names in a folder; none where there is no folder. @throws the system's error. */
export async function namesIn(files: FileSystem, folder: string): Promise<readonly string[]> {
  try {
    return await files.list(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

/** Those of the names in a folder that are journals, of whichever writer, and were not set aside. */
export const journalsIn = (names: readonly string[], name: string): readonly string[] =>
  names
    .filter((one) => one.startsWith(name) && one.endsWith('.journal'))
    .filter((one) => !one.includes('.damaged-'))
    .sort()

/** What must be known of a model to read its journals. */
interface JournalShape<C> {
  readonly formats: { readonly journal: string }
  readonly readChange: (json: unknown) => C | undefined
}

/**
 * Reads a journal; nothing where there is none.
 *
 * Lines that cannot be read are damage, and what can be read around them is kept. Only at the end, and
 * behind everything acknowledged, they are what a power cut leaves of a change that was on its way.
 *
 * @param beside what a version before the third kept in files of their own
 * @throws the system's error where there is a journal that will not be read.
 */
export async function readJournal<C>(
  files: FileSystem,
  path: string,
  { formats, readChange }: JournalShape<C>,
  beside: Partial<Pick<JournalReading<C>, 'tip' | 'remembered'>> = {},
): Promise<JournalReading<C> | undefined> {
  const facts = await files.facts(path)
  if (facts === undefined) return undefined
  const isReadable = facts.kind === 'file' && facts.size <= largestFile
  const lines = isReadable ? wholeLines(await files.read(path)) : []
  // Before version 3 the header came first. Without one, the first line may be an entry: a file can
  // lose its beginning.
  const headers = [0, 1].map((i) => readHeader(formats.journal, lines[i]?.bytes))
  const headerAt = headers[1] === undefined ? 0 : 1
  const header = headers[headerAt]
  const isOld = header !== undefined && header.version < journalVersion
  const tip = isOld ? beside.tip : readTip(lines[0]?.bytes)
  const remembered = isOld ? beside.remembered : readRemembered(lines[headerAt + 1]?.bytes)
  const linesBefore =
    header === undefined ? (tip === undefined ? 0 : 1) : headerAt + (isOld ? 1 : 2)
  const body = lines
    .slice(linesBefore)
    .map(({ bytes, start }) => ({ entry: readEntry(bytes, readChange), start }))
  const sound = header === undefined ? 0 : soundLength(header, body)
  const rest = body.slice(sound)
  const last = body[sound - 1]?.entry?.sequence ?? header?.sequence ?? 0
  const isUnacknowledged =
    tip !== undefined &&
    last >= tip.sequence &&
    rest.every(({ entry }) => entry === undefined || entry.sequence > tip.sequence)
  const isUnbroken = header !== undefined && (rest.length === 0 || isUnacknowledged)
  const kept = isUnbroken ? body.slice(0, sound) : body
  const entries = kept.flatMap(({ entry }) => entry ?? [])
  const isWhole = tip !== undefined && remembered !== undefined
  return {
    path,
    facts,
    header,
    tip,
    remembered,
    entries,
    isUnbroken,
    // A file without a single whole line has lost at least one.
    unreadable: Math.max(kept.length - entries.length, lines.length === 0 ? 1 : 0),
    length: (isUnbroken ? rest[0]?.start : undefined) ?? lines.at(-1)?.end ?? 0,
    canGoOn: isUnbroken && isWhole && header.version === journalVersion,
  }
}

/** A stretch of the chain of changes: where it begins, and what follows. */
type Stretch<C> = Pick<JournalReading<C>, 'entries'> & {
  readonly header: Pick<JournalHeader, 'start'> | undefined
}

/** The last point that a journal reaches, as far as it can be read. */
export const endOf = <C>({ header, entries }: Stretch<C>): string =>
  entries.at(-1)?.hash ?? header?.start ?? ''

/** Whether a journal comes through this point, or begins or ends at it. */
export const holds = <C>(journal: Stretch<C>, point: string): boolean =>
  entriesAfter(journal, point) !== undefined

/** The changes of a journal that come after a point of the chain; nothing where it is not on it. */
export function entriesAfter<C>(
  { header, entries }: Stretch<C>,
  point: string,
): readonly Entry<C>[] | undefined {
  const next = entries.findIndex((entry) => entry.after === point)
  if (next >= 0) return entries.slice(next)
  if (header?.start === point) return entries
  return entries.at(-1)?.hash === point ? [] : undefined
}

/** Whether what stands at a point is in the state to which a journal leads. */
export const knows = <C>(
  { header, entries }: { header: JournalHeader; entries: readonly Entry<C>[] },
  point: string,
): boolean =>
  holds({ header, entries }, point) ||
  [...header.lineage, ...header.merged].includes(shortPoint(point))

/** Whether a journal leads on from a point at which another one ends. */
export const continues = <C>(journal: JournalReading<C>, end: string): boolean =>
  endOf(journal) !== end &&
  (holds(journal, end) || (journal.header?.lineage.includes(shortPoint(end)) ?? false))

/** How many entries from the first on form one chain without a gap. */
function soundLength<C>(
  header: JournalHeader,
  body: readonly { readonly entry: Entry<C> | undefined }[],
): number {
  let { start: point, sequence } = header
  for (const [length, { entry }] of body.entries()) {
    if (entry?.after !== point || entry.sequence !== sequence + 1) return length
    point = entry.hash
    sequence = entry.sequence
  }
  return body.length
}

interface Line {
  readonly bytes: Uint8Array
  /** Bytes from the start of the file; the end is behind the line end. */
  readonly start: number
  readonly end: number
}

/** The lines that have their line end. */
function wholeLines(bytes: Uint8Array): readonly Line[] {
  const lines: Line[] = []
  let start = 0
  for (;;) {
    const end = bytes.indexOf(0x0a, start)
    if (end < 0) return lines
    lines.push({ bytes: bytes.subarray(start, end), start, end: end + 1 })
    start = end + 1
  }
}
