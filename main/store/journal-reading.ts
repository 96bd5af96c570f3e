import { largestFile } from '../disk/bounded-json'
import type { FileFacts, FileSystem } from '../disk/file-system'
import {
  type Entry,
  type JournalHeader,
  journalVersion,
  readEntry,
  readHeader,
} from './journal-entry'

/** What a journal file was found to hold. */
export type JournalReading =
  | { readonly kind: 'missing' }
  | { readonly kind: 'newer'; readonly version: number }
  | {
      readonly kind: 'read'
      /** Missing where the first line cannot be read. */
      readonly header: JournalHeader | undefined
      /** Every change that can be read, in order. */
      readonly entries: readonly Entry[]
      /** How many whole lines cannot be read. */
      readonly unreadable: number
      /** Whether header and entries form one chain, and nothing in between is unreadable. */
      readonly unbroken: boolean
      /** Bytes up to the last whole line; what lies behind was never acknowledged. */
      readonly length: number
      readonly facts: FileFacts
    }

/**
 * Reads a journal, of which `acknowledged` changes must be there; nothing if that is not known.
 *
 * Lines that cannot be read are damage, and what can be read around them is kept. Only at the end, and
 * behind everything acknowledged, they are what a power cut leaves of a change that was on its way.
 *
 * @throws the system's error where there is a journal that will not be read.
 */
export async function readJournal(
  files: FileSystem,
  path: string,
  acknowledged: number | undefined,
): Promise<JournalReading> {
  const facts = await files.facts(path)
  if (facts === undefined) return { kind: 'missing' }
  if (facts.kind !== 'file' || facts.size > largestFile) {
    return {
      kind: 'read',
      header: undefined,
      entries: [],
      unreadable: 1,
      unbroken: false,
      length: 0,
      facts,
    }
  }
  const bytes = await files.read(path)
  const lines = wholeLines(bytes)
  const header = lines[0] && readHeader(lines[0].bytes)
  if (header !== undefined && header.version > journalVersion) {
    return { kind: 'newer', version: header.version }
  }
  // A first line that is no header may be an entry: a file can lose its beginning.
  const body = (header === undefined ? lines : lines.slice(1)).map((line) => ({
    entry: readEntry(line.bytes),
    start: line.start,
  }))
  const entries = body.flatMap(({ entry }) => entry ?? [])
  const sound = header === undefined ? 0 : soundLength(header, body)
  if (header !== undefined) {
    const rest = body.slice(sound)
    const last = body[sound - 1]?.entry?.sequence ?? header.sequence
    const isUnacknowledged =
      acknowledged !== undefined &&
      last >= acknowledged &&
      rest.every(({ entry }) => entry === undefined || entry.sequence > acknowledged)
    if (rest.length === 0 || isUnacknowledged) {
      return {
        kind: 'read',
        header,
        entries: entries.slice(0, sound),
        unreadable: 0,
        unbroken: true,
        length: rest[0]?.start ?? lines.at(-1)?.end ?? 0,
        facts,
      }
    }
  }
  return {
    kind: 'read',
    header,
    entries,
    // A file without a single whole line has lost at least one.
    unreadable: Math.max(body.length - entries.length, lines.length === 0 ? 1 : 0),
    unbroken: false,
    length: lines.at(-1)?.end ?? 0,
    facts,
  }
}

/** How many entries from the first on form one chain without a gap. */
function soundLength(
  header: JournalHeader,
  body: readonly { readonly entry: Entry | undefined }[],
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
