import { isRecord } from '../../core/text/json-record'
import type { z } from '../../core/text/schema'
import { type Decoded, parseJson } from './reading'

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
