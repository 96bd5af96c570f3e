import type { Adapter } from 'lowdb'
import type * as z from 'zod'
import { isBounded, largestFile } from '../../disk/bounded-json'
import { ChangedOutside, codeOf } from '../../disk/disk-problem'
import { type FileFacts, type FileSystem, sameFacts } from '../../disk/file-system'
import { Mutex } from '../../disk/mutex'
import { setAside } from '../../disk/set-aside'
import { replaceFile } from '../../disk/write-file'

/** In what way a file is not what it should be. */
export type Damage =
  | 'empty'
  | 'not-text'
  | 'not-json'
  | 'foreign'
  | 'invalid'
  | 'not-a-file'
  | 'too-large'

/** An object of JSON of unknown make. */
export type JsonRecord = Readonly<Record<string, unknown>>

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What decoding bytes came to. */
export type Decoded<T> =
  | { readonly kind: 'good'; readonly value: T }
  | { readonly kind: 'damaged'; readonly damage: Damage }
  /** A later version's, with what it holds, for showing what can be understood. */
  | { readonly kind: 'newer'; readonly version: number; readonly content: JsonRecord }

/** What reading a file came to, with what it looked like then. */
export type Reading<T> = { readonly kind: 'missing' } | (Decoded<T> & { readonly facts: FileFacts })

/** How one kind of file is written and read. */
export interface Codec<T> {
  encode(data: T): Iterable<string>
  decode(bytes: Uint8Array): Decoded<T> | Promise<Decoded<T>>
}

/** Turns the content of one version into that of the next. */
export type Migration = (content: JsonRecord) => JsonRecord

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
 * lowdb's way to the disk for a state that is written whole. Its own adapter renames but never
 * flushes, so that a power cut can leave an empty file under the final name; this one flushes the file
 * and the folder, and refuses to write over what another program has put there meanwhile.
 */
export class DurableFile<T> implements Adapter<T> {
  readonly path: string
  /** The file as it was last read or written here; nothing where there was none. */
  seen: FileFacts | undefined
  readonly #files: FileSystem
  readonly #codec: Codec<T>
  readonly #mutex: Mutex

  /** `mutex` keeps the moment of replacing apart from other work on the same folder. */
  constructor(files: FileSystem, path: string, codec: Codec<T>, mutex: Mutex = new Mutex()) {
    this.#files = files
    this.path = path
    this.#codec = codec
    this.#mutex = mutex
  }

  /**
   * What the file holds; it does not count as seen for that.
   *
   * @throws StoreUnreadable where the system will not let it be read.
   */
  reading(): Promise<Reading<T>> {
    return unlessUnreadable(this.path, async () => {
      const facts = await this.#files.facts(this.path)
      if (facts === undefined) return { kind: 'missing' }
      if (facts.kind !== 'file') return { kind: 'damaged', damage: 'not-a-file', facts }
      if (facts.size > largestFile) return { kind: 'damaged', damage: 'too-large', facts }
      return { ...(await this.#codec.decode(await this.#files.read(this.path))), facts }
    })
  }

  /** What the file holds; null where there is none. @throws StoreUnreadable */
  async read(): Promise<T | null> {
    const reading = await this.reading()
    if (reading.kind === 'missing') return null
    if (reading.kind === 'damaged') throw new StoreUnreadable(this.path, reading.damage)
    if (reading.kind === 'newer') throw new StoreUnreadable(this.path, 'newer')
    this.seen = reading.facts
    return reading.value
  }

  /**
   * Returns when the data is on disk under the file's name.
   *
   * @throws ChangedOutside if the file is no longer the one that was seen, or the system's error.
   */
  async write(data: T): Promise<void> {
    await replaceFile(this.#files, this.path, this.#codec.encode(data), (rename) =>
      this.#mutex.run(async () => {
        if (!(await this.isAsSeen())) throw new ChangedOutside(this.path)
        this.seen = await rename()
      }),
    )
  }

  /** Whether no other program has touched the file since. */
  async isAsSeen(): Promise<boolean> {
    return sameFacts(await this.#files.facts(this.path), this.seen)
  }

  /**
   * Moves what lies in its place to a dated name, unchanged, so that it can be written anew.
   *
   * @returns where that lies now; null where there was nothing.
   */
  async setAside(now: Date): Promise<string | null> {
    const isThere = (await this.#files.facts(this.path)) !== undefined
    const aside = isThere ? await setAside(this.#files, this.path, now) : null
    this.seen = undefined
    return aside
  }
}

/** Bytes as JSON, or in what way they are not; what may be hostile is looked at before it is parsed. */
export function parseJson(bytes: Uint8Array): Exclude<Decoded<unknown>, { kind: 'newer' }> {
  // A crash of the system can leave a file of the right length and nothing but zeros in it.
  if (bytes.every((byte) => byte === 0)) return { kind: 'damaged', damage: 'empty' }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { kind: 'damaged', damage: 'not-text' }
  }
  if (text.trim() === '') return { kind: 'damaged', damage: 'empty' }
  if (!isBounded(bytes)) return { kind: 'damaged', damage: 'not-json' }
  try {
    return { kind: 'good', value: JSON.parse(text) }
  } catch {
    return { kind: 'damaged', damage: 'not-json' }
  }
}

/** Reads a file of this kind, of any version up to today's. */
export function decodeAs<T>(kind: FileKind<T>, bytes: Uint8Array): Decoded<T> {
  const parsed = parseJson(bytes)
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
  const read = kind.schema.safeParse(migrate(kind, version, value))
  return read.success ? { kind: 'good', value: read.data } : { kind: 'damaged', damage: 'invalid' }
}

function migrate(kind: FileKind<unknown>, version: number, content: JsonRecord): JsonRecord {
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
  /** The reason again, as errors of the system bear theirs. */
  readonly code: string

  constructor(
    readonly file: string,
    /** The system's code, as EACCES; or how the file is damaged; or `newer`. */
    readonly reason: Damage | 'newer' | (string & {}),
  ) {
    super(`${file} cannot be read (${reason}).`)
    this.name = 'StoreUnreadable'
    this.code = reason
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

/** The names in a folder; none where there is no folder. @throws StoreUnreadable */
export function namesIn(files: FileSystem, folder: string): Promise<readonly string[]> {
  return unlessUnreadable(folder, () => files.list(folder)).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
}
