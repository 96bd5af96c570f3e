import { createHash } from 'node:crypto'
import type { Annotation } from '../../core/annotation/annotation'
import { annotationSchema } from '../../core/annotation/schema'
import { closed, instantSchema, z } from '../../core/text/schema'
import { decodeAs, type FileKind } from './envelope'
import type { Decoded } from './reading'

/** Where in the chain of changes a snapshot stands. */
export interface Place {
  /** The hash of the last change that is in it: where the journal goes on. */
  readonly head: string
  /** How many changes have led here. */
  readonly sequence: number
  /** ISO 8601, milliseconds, UTC. */
  readonly writtenAt: string
}

/** All annotations at one moment: what `annotations.json` holds. */
export interface Snapshot {
  /** Nothing where the file is not, to the last byte, one that a store wrote as its own. */
  readonly place: Place | undefined
  readonly annotations: readonly Annotation[]
}

export const chainPointSchema = z.string().regex(/^[0-9a-f]{32}$/)

const fields = {
  format: z.string(),
  version: z.number(),
  head: chainPointSchema.optional(),
  sequence: z.number().int().nonnegative().optional(),
  writtenAt: instantSchema.optional(),
  digest: z.string().optional(),
}

const kind = {
  format: 'piyue-annotations',
  version: 1,
  migrations: {},
  schema: closed({
    ...fields,
    annotations: z
      .array(annotationSchema)
      .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
        error: 'must not repeat an id',
      }),
  }),
} satisfies FileKind<unknown>

/**
 * What is to the last bit as today's version wrote it was checked when it went in. To check a hundred
 * thousand annotations again at every start would take seconds.
 */
const sealedSchema = closed({ ...fields, annotations: z.custom<Annotation[]>(Array.isArray) })

/** The current version of the file of annotations. */
export const snapshotVersion = kind.version

/** How many annotations go into one piece of writing: a few milliseconds of work at most. */
const pieceLength = 256

const beforeDigest = '\n],"digest":"'

/**
 * The text of a snapshot in pieces, so that a large one is not made all at once: a header line, one
 * line an annotation, and last the SHA-256 of all before it.
 */
export function* encodeSnapshot(snapshot: Snapshot): Generator<string> {
  const { annotations, place } = snapshot
  const { format, version } = kind
  const hash = createHash('sha256')
  const header = JSON.stringify({ format, version, ...place, annotations: [] })
  let piece = `${header.slice(0, -2)}\n`
  for (let i = 0; i < annotations.length; i += pieceLength) {
    const lines = annotations.slice(i, i + pieceLength).map((one) => JSON.stringify(one))
    piece += (i === 0 ? '' : ',\n') + lines.join(',\n')
    hash.update(piece)
    yield piece
    piece = ''
  }
  hash.update(piece)
  yield `${piece}${beforeDigest}${hash.digest('hex')}"}\n`
}

/** Reads the file of annotations, of any version up to today's. */
export function decodeSnapshot(bytes: Uint8Array): Decoded<Snapshot> {
  const sealed = isSealed(bytes)
  const decoded = decodeAs<z.output<typeof kind.schema>>(
    kind,
    bytes,
    sealed ? sealedSchema : undefined,
  )
  if (decoded.kind !== 'good') return decoded
  const { annotations, head, sequence, writtenAt } = decoded.value
  const place =
    head !== undefined && sequence !== undefined && writtenAt !== undefined && sealed
      ? { head, sequence, writtenAt }
      : undefined
  return { kind: 'good', value: { place, annotations } }
}

export const snapshotCodec = { encode: encodeSnapshot, decode: decodeSnapshot }

/** Whether the bytes are, to the last one, what the store wrote. */
export function isSealed(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = buffer.lastIndexOf(beforeDigest)
  if (end < 0) return false
  const digest = createHash('sha256').update(buffer.subarray(0, end)).digest('hex')
  return buffer.subarray(end).toString() === `${beforeDigest}${digest}"}\n`
}
