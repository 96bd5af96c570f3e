import { createHash, randomBytes } from 'node:crypto'
import * as z from 'zod'
import { isRecord } from '../../../core/text/json-record'
import { closed, instantSchema } from '../../../core/text/schema'
import { parseJson } from './reading'

/** A point of the chain of changes: the hash of a change, or a beginning that no other store shares. */
export const pointSchema = z.string().regex(/^[0-9a-f]{32}$/)

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

/** Which change has been acknowledged last. */
export interface Tip {
  readonly head: string
  readonly sequence: number
}

/** What is remembered beside the records, as JSON, and at which point of the chain. */
export interface Remembered {
  readonly at: string
  readonly memory: unknown
}

/**
 * Version 2 brought merges; version 3 a file for each writer, with the tip and what is remembered in it.
 */
export const journalVersion = 3

const points = z.array(z.string()).default([])
const headerSchema = z.object({
  format: z.string(),
  version: z.number().int().positive(),
  start: pointSchema,
  sequence: z.number().int().nonnegative(),
  lineage: points,
  merged: points,
  writtenAt: instantSchema,
})
const tipSchema = closed({ head: pointSchema, sequence: z.number().int().nonnegative() })
const rememberedSchema = closed({ at: pointSchema, memory: z.unknown() })
const linkSchema = z.object({ sequence: z.number().int().positive(), after: pointSchema })

/** The entry that follows a point. */
export function makeEntry<C extends object>({ head, sequence }: Tip, change: C): Entry<C> {
  const link = { sequence: sequence + 1, after: head }
  return { ...link, change, ...seal(JSON.stringify({ ...link, ...change })) }
}

/**
 * The tip, of one length for ever, so that writing over the old one leaves nothing of it behind: within
 * the first sector of the file, which a disk writes whole or not at all.
 */
export const tipLine = (tip: Tip): string => seal(JSON.stringify(tip).padEnd(96)).line

/** The lines of a journal before its first entry: the tip, the header, and what is remembered. */
export const headLines = (
  format: string,
  header: JournalHeader,
  tip: Tip,
  remembered: Remembered,
  writtenAt: Date,
): string =>
  tipLine(tip) +
  seal(
    JSON.stringify({
      format,
      version: journalVersion,
      ...header,
      writtenAt: writtenAt.toISOString(),
    }),
  ).line +
  seal(JSON.stringify(remembered)).line

export const readTip = (line: Uint8Array | undefined): Tip | undefined => read(tipSchema, line)

export const readRemembered = (line: Uint8Array | undefined): Remembered | undefined =>
  read(rememberedSchema, line)

/** A line as the header of a journal, with its version; nothing where it is not one. */
export function readHeader(
  format: string,
  line: Uint8Array | undefined,
): (JournalHeader & { readonly version: number; readonly writtenAt: string }) | undefined {
  const header = read(headerSchema, line)
  return header?.format === format ? header : undefined
}

/** A line as an entry; nothing where it is not one, or not as it was written. */
export function readEntry<C>(
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

const read = <T>(schema: z.ZodType<T>, line: Uint8Array | undefined): T | undefined =>
  line && schema.safeParse(unseal(line)?.content).data

/** A line whose beginning proves the rest: the hash, a space, JSON. */
function seal(json: string): { hash: string; line: string } {
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
