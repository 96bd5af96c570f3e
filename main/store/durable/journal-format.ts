import { createHash, randomBytes } from 'node:crypto'
import * as z from 'zod'
import { largestFile } from '../../disk/bounded-json'
import type { FileFacts, FileSystem } from '../../disk/file-system'
import { isRecord, parseJson, unlessUnreadable } from './durable-file'

/** A point of the chain of changes: the hash of a change, or a beginning that no other store shares. */
export const pointSchema = z.string().regex(/^[0-9a-f]{32}$/)

/** An instant as ISO 8601 with milliseconds, UTC. */
export const instantSchema = z.iso.datetime({ precision: 3 })

export const newPoint = (): string => randomBytes(16).toString('hex')

/** As much of a point as stands in the name of a generation, and in a list of points. */
export const shortPoint = (point: string): string => point.slice(0, 8)

/**
 * One change in the journal. Each names the hash of the one before it, so that all changes of a store
 * form one chain, and a checkpoint belongs to a journal exactly if its head lies on it.
 */
export interface Entry<C> {
  readonly sequence: number
  /** The hash of the change before this one. */
  readonly after: string
  readonly change: C
  readonly hash: string
  /** The line that stands in the file, with its line end. */
  readonly line: string
}

export interface JournalHeader {
  /** The point of the chain at which this file begins. */
  readonly start: string
  /** How many changes had led to that point. */
  readonly sequence: number
  /** The beginnings of the points that the state has come through, the last at the end. */
  readonly lineage: readonly string[]
  /** The beginnings of the points of other writers that are merged into the state. */
  readonly merged: readonly string[]
}

/** A point of the chain, and how many changes had led to it: of the tip, the last acknowledged one. */
export interface Tip {
  readonly head: string
  readonly sequence: number
}

/** What is remembered beside the records, as JSON, and at which point of the chain. */
export interface Remembered {
  readonly at: string
  readonly memory: unknown
}

/** What a journal holds. */
export interface JournalContent<C> {
  readonly header: JournalHeader
  readonly remembered: Remembered
  readonly entries: readonly Entry<C>[]
}

/**
 * Version 2 brought merges; version 3 a file for each writer, with the tip and what is remembered in it.
 */
export const journalVersion = 3

const count = z.number().int().nonnegative()
const points = z.array(z.string()).default([])
const headerSchema = z.object({
  format: z.string(),
  version: z.number().int().positive(),
  start: pointSchema,
  sequence: count,
  lineage: points,
  merged: points,
  writtenAt: instantSchema,
})
const tipSchema = z.strictObject({ head: pointSchema, sequence: count })
const rememberedSchema = z.strictObject({ at: pointSchema, memory: z.unknown() })
const linkSchema = z.object({ sequence: count.positive(), after: pointSchema })

/** The entry that follows a point. */
export function makeEntry<C extends object>({ head, sequence }: Tip, change: C): Entry<C> {
  const link = { sequence: sequence + 1, after: head }
  return { ...link, change, ...seal({ ...link, ...change }) }
}

/**
 * The tip, of one length for ever, so that writing over the old one leaves nothing of it behind: within
 * the first sector of the file, which a disk writes whole or not at all.
 */
export const tipLine = (tip: Tip): string => seal(tip, 96).line

/** The lines of a journal: the tip, the header, what is remembered, and the changes. */
export function journalText<C>(
  format: string,
  { header, remembered, entries }: JournalContent<C>,
  writtenAt: Date,
): string {
  const about = { format, version: journalVersion, ...header, writtenAt: writtenAt.toISOString() }
  const head = [tipLine(tipOf({ header, entries })), seal(about).line, seal(remembered).line]
  return [...head, ...entries.map(({ line }) => line)].join('')
}

/** What a journal file was found to hold. */
export interface JournalReading<C> {
  readonly path: string
  readonly facts: FileFacts
  /** Missing where it cannot be read. */
  readonly header: z.output<typeof headerSchema> | undefined
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

/** What a version before the third kept in files of their own. */
type BesideJournal = Partial<Pick<JournalReading<unknown>, 'tip' | 'remembered'>>

/**
 * Reads a journal; nothing where there is none.
 *
 * Lines that cannot be read are damage, and what can be read around them is kept. Only at the end, and
 * behind everything acknowledged, they are what a power cut leaves of a change that was on its way.
 *
 * @throws StoreUnreadable where there is a journal that the system will not let be read.
 */
export async function readJournal<C>(
  files: FileSystem,
  path: string,
  format: string,
  readChange: (json: unknown) => C | undefined,
  beside: BesideJournal = {},
): Promise<JournalReading<C> | undefined> {
  const facts = await unlessUnreadable(path, () => files.facts(path))
  if (facts === undefined) return undefined
  const isReadable = facts.kind === 'file' && facts.size <= largestFile
  const bytes = isReadable ? await unlessUnreadable(path, () => files.read(path)) : new Uint8Array()
  const lines = wholeLines(bytes)
  // Before version 3 the header came first. Without one, the first line may be an entry: a file can
  // lose its beginning.
  const headers = [0, 1].map((i) => readHeader(format, lines[i]?.bytes))
  const headerAt = headers[1] === undefined ? 0 : 1
  const header = headers[headerAt]
  const isOld = header !== undefined && header.version < journalVersion
  const tip = isOld ? beside.tip : contentOf(tipSchema, lines[0]?.bytes)
  const remembered = isOld
    ? beside.remembered
    : contentOf(rememberedSchema, lines[headerAt + 1]?.bytes)
  const linesBefore =
    header === undefined ? (tip === undefined ? 0 : 1) : headerAt + (isOld ? 1 : 2)
  const body = lines
    .slice(linesBefore)
    .map(({ bytes: line, start }) => ({ entry: readEntry(line, readChange), start }))
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

/** A line as the header of a journal; nothing where it is not one. */
function readHeader(format: string, line: Uint8Array | undefined) {
  const header = contentOf(headerSchema, line)
  return header?.format === format ? header : undefined
}

/** A line as an entry; nothing where it is not one, or not as it was written. */
function readEntry<C>(
  line: Uint8Array,
  readChange: (json: unknown) => C | undefined,
): Entry<C> | undefined {
  const opened = unseal(line)
  if (opened === undefined || !isRecord(opened.content)) return undefined
  const { sequence, after, ...rest } = opened.content
  const link = linkSchema.safeParse({ sequence, after })
  const change = readChange(rest)
  return link.success && change !== undefined
    ? { ...link.data, change, hash: opened.hash, line: `${Buffer.from(line).toString()}\n` }
    : undefined
}

const formerMemorySchema = z.object({ head: pointSchema })

/** What stood beside the journal before its third version; nothing of it that cannot be read. */
export function besideJournal(
  tipFile: Uint8Array | undefined,
  memoryFile: Uint8Array | undefined,
): BesideJournal {
  const tip = contentOf(tipSchema.partial({ head: true }), tipFile?.subarray(0, -1))
  const memory = memoryFile && unseal(memoryFile.subarray(0, -1))?.content
  const at = formerMemorySchema.safeParse(memory).data?.head
  return { tip, remembered: at === undefined ? undefined : { at, memory } }
}

/** A stretch of the chain of changes: where it begins, and what follows. */
interface Stretch<C> {
  readonly header: Pick<JournalHeader, 'start' | 'sequence'> | undefined
  readonly entries: readonly Entry<C>[]
}

/** The last point that a journal reaches, as far as it can be read. */
export function tipOf<C>({ header, entries }: Stretch<C>): Tip {
  const last = entries.at(-1)
  if (last !== undefined) return { head: last.hash, sequence: last.sequence }
  return { head: header?.start ?? '', sequence: header?.sequence ?? 0 }
}

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

/** Whether a journal comes through this point, or begins or ends at it. */
export const holds = <C>(journal: Stretch<C>, point: string): boolean =>
  entriesAfter(journal, point) !== undefined

/** Whether what stands at a point is in the state to which a journal leads. */
export const knows = <C>(
  { header, entries }: Pick<JournalContent<C>, 'header' | 'entries'>,
  point: string,
): boolean =>
  holds({ header, entries }, point) ||
  [...header.lineage, ...header.merged].includes(shortPoint(point))

/** Whether a journal leads on from a point at which another one ends. */
export const continues = <C>(journal: JournalReading<C>, end: string): boolean =>
  tipOf(journal).head !== end &&
  (holds(journal, end) || (journal.header?.lineage.includes(shortPoint(end)) ?? false))

/** The beginnings of the points that a journal names: where it begins, and what its changes follow and lead to. */
export const pointsOf = <C>(journal: Stretch<C> | undefined): readonly string[] =>
  [
    journal?.header?.start ?? '',
    ...(journal?.entries ?? []).flatMap(({ after, hash }) => [after, hash]),
  ].map(shortPoint)

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

const hashLength = 32

const hashOf = (json: string | Uint8Array) =>
  createHash('sha256').update(json).digest('hex').slice(0, hashLength)

/** A line whose beginning proves the rest: the hash, a space, JSON. */
function seal(content: object, length = 0): { hash: string; line: string } {
  const json = JSON.stringify(content).padEnd(length)
  const hash = hashOf(json)
  return { hash, line: `${hash} ${json}\n` }
}

/** What a sealed line holds, without its line end; nothing where a bit of it is wrong. */
function unseal(line: Uint8Array): { hash: string; content: unknown } | undefined {
  const buffer = Buffer.from(line.buffer, line.byteOffset, line.byteLength)
  const hash = buffer.subarray(0, hashLength).toString('latin1')
  const json = buffer.subarray(hashLength + 1)
  if (buffer[hashLength] !== 0x20 || hash !== hashOf(json)) return undefined
  const parsed = parseJson(json)
  return parsed.kind === 'good' ? { hash, content: parsed.value } : undefined
}

const contentOf = <T>(schema: z.ZodType<T>, line: Uint8Array | undefined): T | undefined =>
  line && schema.safeParse(unseal(line)?.content).data
