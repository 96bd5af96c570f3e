import { largestFile } from './bounded-json'
import type { FileFacts, FileSystem } from './file-system'
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

/** Reads a journal. @throws the system's error where there is one that will not be read. */
export async function readJournal(files: FileSystem, path: string): Promise<JournalReading> {
  const facts = await files.facts(path)
  if (facts === undefined) return { kind: 'missing' }
  const nothing = { kind: 'read', header: undefined, entries: [], length: 0, facts } as const
  if (facts.kind !== 'file' || facts.size > largestFile)
    return { ...nothing, unreadable: 1, unbroken: false }
  const bytes = await files.read(path)
  const { lines, length } = wholeLines(bytes)
  const [first, ...rest] = lines
  const header = first && readHeader(first)
  if (header !== undefined && header.version > journalVersion) {
    return { kind: 'newer', version: header.version }
  }
  // A header that is unreadable may be an entry no less: a file can lose its beginning.
  const entries = (header === undefined ? lines : rest).flatMap((line) => readEntry(line) ?? [])
  const unreadable = lines.length - entries.length - (header === undefined ? 0 : 1)
  return {
    kind: 'read',
    header,
    entries,
    unreadable: bytes.length > 0 && lines.length === 0 ? 1 : unreadable,
    unbroken: header !== undefined && unreadable === 0 && isChain(header, entries),
    length,
    facts,
  }
}

function isChain(header: JournalHeader, entries: readonly Entry[]): boolean {
  let { start: point, sequence } = header
  for (const entry of entries) {
    if (entry.after !== point || entry.sequence !== sequence + 1) return false
    point = entry.hash
    sequence = entry.sequence
  }
  return true
}

/** The lines that have their line end, and how many bytes they take. */
function wholeLines(bytes: Uint8Array): { lines: Uint8Array[]; length: number } {
  const lines: Uint8Array[] = []
  let start = 0
  for (;;) {
    const end = bytes.indexOf(0x0a, start)
    if (end < 0) return { lines, length: start }
    lines.push(bytes.subarray(start, end))
    start = end + 1
  }
}
