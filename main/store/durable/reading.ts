import type * as z from 'zod'
import type { Damage } from '../../../core/app/store-notice'
import { isRecord } from '../../../core/text/json-record'
import { isBounded, largestFile } from '../../disk/bounded-json'
import { codeOf } from '../../disk/disk-problem'
import type { FileFacts, FileSystem } from '../../disk/file-system'

/** What reading a file came to. An error of the disk is none of these: it is thrown. */
export type Reading<T> =
  | { readonly kind: 'missing' }
  | { readonly kind: 'good'; readonly value: T; readonly facts: FileFacts }
  | { readonly kind: 'damaged'; readonly damage: Damage; readonly facts: FileFacts }
  | {
      readonly kind: 'newer'
      readonly version: number
      /** What the file holds, for showing what can be understood. */
      readonly content: Readonly<Record<string, unknown>>
      readonly facts: FileFacts
    }

/** What decoding bytes came to. */
export type Decoded<T> =
  | { readonly kind: 'good'; readonly value: T }
  | { readonly kind: 'damaged'; readonly damage: Damage }
  | {
      readonly kind: 'newer'
      readonly version: number
      readonly content: Readonly<Record<string, unknown>>
    }

/** Reads a file and decodes it. @throws the system's error where there is a file that will not be read. */
export async function readFileAs<T>(
  files: FileSystem,
  path: string,
  decode: (bytes: Uint8Array) => Decoded<T>,
): Promise<Reading<T>> {
  const facts = await files.facts(path)
  if (facts === undefined) return { kind: 'missing' }
  if (facts.kind !== 'file') return { kind: 'damaged', damage: 'not-a-file', facts }
  if (facts.size > largestFile) return { kind: 'damaged', damage: 'too-large', facts }
  return { ...decode(await files.read(path)), facts }
}

/** Bytes as JSON, or in what way they are not; what may be hostile is looked at before it is parsed. */
export function parseJson(
  bytes: Uint8Array,
  hostile = true,
):
  | { readonly kind: 'good'; readonly value: unknown }
  | Extract<Decoded<never>, { kind: 'damaged' }> {
  // A crash of the system can leave a file of the right length and nothing but zeros in it.
  if (bytes.every((byte) => byte === 0)) return { kind: 'damaged', damage: 'empty' }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { kind: 'damaged', damage: 'not-text' }
  }
  if (text.trim() === '') return { kind: 'damaged', damage: 'empty' }
  if (hostile && !isBounded(bytes)) return { kind: 'damaged', damage: 'not-json' }
  try {
    return { kind: 'good', value: JSON.parse(text) }
  } catch {
    return { kind: 'damaged', damage: 'not-json' }
  }
}

/** Turns the content of one version into that of the next. */
export type Migration = (
  content: Readonly<Record<string, unknown>>,
) => Readonly<Record<string, unknown>>

/** A kind of JSON file: what it calls itself, its version today, how older ones become today's. */
export interface FileKind<T> {
  readonly format: string
  /** From 1 on. */
  readonly version: number
  /** By the version that they start from. */
  readonly migrations: Readonly<Record<number, Migration>>
  /** What the whole content must be like at today's version. */
  readonly schema: z.ZodType<T>
}

/**
 * Reads a file of this kind, of any version up to today's. Where it is certain that the bytes are as
 * the store wrote them, `trusted` is the schema for what today's version wrote, and can ask for less.
 */
export function decodeAs<T>(
  kind: FileKind<T>,
  bytes: Uint8Array,
  trusted?: z.ZodType<T>,
): Decoded<T> {
  const parsed = parseJson(bytes, trusted === undefined)
  if (parsed.kind === 'damaged') return parsed
  const { value } = parsed
  if (!isRecord(value) || value['format'] !== kind.format) {
    return { kind: 'damaged', damage: 'foreign' }
  }
  const version = value['version']
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) {
    return { kind: 'damaged', damage: 'invalid' }
  }
  if (version > kind.version) return { kind: 'newer', version, content: value }
  const schema = version === kind.version ? (trusted ?? kind.schema) : kind.schema
  const read = schema.safeParse(migrate(kind, version, value))
  return read.success ? { kind: 'good', value: read.data } : { kind: 'damaged', damage: 'invalid' }
}

function migrate<T>(
  kind: FileKind<T>,
  version: number,
  content: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  let migrated = content
  for (let from = version; from < kind.version; from++) {
    const migration = kind.migrations[from]
    // An unchanged content then fails the schema, and the file is set aside and not misread.
    if (migration === undefined) return migrated
    migrated = { ...migration(migrated), version: from + 1 }
  }
  return migrated
}

/** A file is there but cannot be read; nothing was touched. */
export class StoreUnreadable extends Error {
  constructor(
    readonly file: string,
    /** The system's code, as EACCES; or how the file is damaged; or `newer`. */
    readonly reason: Damage | 'newer' | (string & {}),
  ) {
    super(`${file} cannot be read (${reason}).`)
    this.name = 'StoreUnreadable'
  }
}

/** @throws StoreUnreadable where the system will not let the file be read. */
export async function unlessUnreadable<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw new StoreUnreadable(file, codeOf(error))
  }
}
