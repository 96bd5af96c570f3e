import { createHash, randomBytes } from 'node:crypto'
import type { ChangeSet } from '../../core/annotation/change-set'
import { changeSetSchema } from '../../core/annotation/schema'
import { closed, instantSchema, z } from '../../core/text/schema'
import { parseJson } from './reading'
import { chainPointSchema } from './snapshot'

/** How a change came about, so that undo and redo are what they were after a restart. */
export const entryKinds = ['change', 'undo', 'redo', 'merge'] as const
export type EntryKind = (typeof entryKinds)[number]

/**
 * One gesture in the journal. Each names the hash of the one before it, so that the changes of a
 * store form one chain, and a snapshot belongs to a journal exactly if its head lies on it.
 */
export interface Entry {
  readonly sequence: number
  /** The hash of the change before this one. */
  readonly after: string
  readonly kind: EntryKind
  /** What was applied; of an undo the inverse of what was undone. */
  readonly set: ChangeSet
  readonly hash: string
  /** The line that stands in the file, with its line end. */
  readonly line: string
}

export interface JournalHeader {
  /** The point of the chain at which this file begins. */
  readonly start: string
  /** How many changes had led to that point. */
  readonly sequence: number
  /**
   * The beginnings of the points at which the file was written before, the last at the end. A generation
   * that stands at none of them is another machine's. Missing where an earlier version wrote the journal.
   */
  readonly lineage?: readonly string[] | undefined
}

/** Since version 2 there are merges: what another program wrote, which is no step to be undone. */
export const journalVersion = 2
const format = 'piyue-journal'

const entrySchema = closed({
  sequence: z.number().int().positive(),
  after: chainPointSchema,
  kind: z.enum(entryKinds),
  set: changeSetSchema,
})

const headerSchema = z.object({
  format: z.literal(format),
  version: z.number().int().positive(),
  start: chainPointSchema,
  sequence: z.number().int().nonnegative(),
  lineage: z.array(z.string()).optional(),
  writtenAt: instantSchema,
})

/** The entry that follows `after`. */
export function makeEntry(after: string, sequence: number, kind: EntryKind, set: ChangeSet): Entry {
  const { hash, line } = seal(JSON.stringify({ sequence, after, kind, set }))
  return { sequence, after, kind, set, hash, line }
}

export const headerLine = (header: JournalHeader, writtenAt: Date): string =>
  seal(
    JSON.stringify({
      format,
      version: journalVersion,
      ...header,
      writtenAt: writtenAt.toISOString(),
    }),
  ).line

/** A line as an entry; nothing where it is not one, or not as it was written. */
export function readEntry(line: Uint8Array): Entry | undefined {
  const opened = unseal(line)
  if (opened === undefined) return undefined
  const read = entrySchema.safeParse(opened.content)
  return read.success
    ? { ...read.data, hash: opened.hash, line: `${Buffer.from(line).toString()}\n` }
    : undefined
}

/** A line as the header of a journal, with its version; nothing where it is not one. */
export function readHeader(line: Uint8Array): (JournalHeader & { version: number }) | undefined {
  const opened = unseal(line)
  if (opened === undefined) return undefined
  const read = headerSchema.safeParse(opened.content)
  return read.success ? read.data : undefined
}

/** A beginning that no other store shares. */
export const newChainPoint = (): string => randomBytes(16).toString('hex')

/** A line whose beginning proves the rest: the hash, a space, JSON. */
export function seal(json: string): { hash: string; line: string } {
  const hash = hashOf(json)
  return { hash, line: `${hash} ${json}\n` }
}

/** What a sealed line holds, without its line end; nothing where a bit of it is wrong. */
export function unseal(line: Uint8Array): { hash: string; content: unknown } | undefined {
  const buffer = Buffer.from(line.buffer, line.byteOffset, line.byteLength)
  const hash = buffer.subarray(0, hashLength).toString('latin1')
  const json = buffer.subarray(hashLength + 1)
  if (buffer[hashLength] !== 0x20 || hash !== hashOf(json)) return undefined
  const parsed = parseJson(json)
  return parsed.kind === 'good' ? { hash, content: parsed.value } : undefined
}

const hashLength = 32

const hashOf = (json: string | Uint8Array) =>
  createHash('sha256').update(json).digest('hex').slice(0, hashLength)
