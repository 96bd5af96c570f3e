import { createHash } from 'node:crypto'
import * as z from 'zod'
import { closed, instantSchema } from '../../../core/text/schema'
import type { Codec } from './durable-file'
import { pointSchema, type Tip } from './journal-lines'
import type { Identified, Model } from './model'
import { type Decoded, decodeAs, type FileKind } from './reading'

/** Where in the chain of changes a checkpoint stands: the journal goes on from its head. */
export interface CheckpointPlace extends Tip {
  /** ISO 8601, milliseconds, UTC. */
  readonly writtenAt: string
}

/** All records at one moment. */
export interface Checkpoint<R> {
  /** Nothing where the file is not, to the last byte, one that a store wrote as its own. */
  readonly place: CheckpointPlace | undefined
  readonly records: readonly R[]
}

/** How many records go into one piece of writing: a few milliseconds of work at most. */
const pieceLength = 256

const beforeDigest = '\n],"digest":"'

/** How the checkpoint of a model is written and read. */
export function checkpointCodec<R extends Identified, C extends object, M>(
  model: Model<R, C, M>,
): Codec<Checkpoint<R>> {
  const { name, formats, version, migrations, record } = model
  const fields = {
    format: z.string(),
    version: z.number(),
    head: pointSchema.optional(),
    sequence: z.number().int().nonnegative().optional(),
    writtenAt: instantSchema.optional(),
    digest: z.string().optional(),
  }
  const recordsSchema = z
    .array(record)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
      error: 'must not repeat an id',
    })
  type Content = Readonly<Record<string, unknown>> & z.output<z.ZodObject<typeof fields>>
  const kind: FileKind<Content> = {
    format: formats.checkpoint,
    version,
    migrations,
    schema: closed({ ...fields, [name]: recordsSchema }),
  }
  // What is to the last bit as today's version wrote it was checked when it went in. To check a
  // hundred thousand records again at every start would take seconds.
  const sealedSchema = closed({ ...fields, [name]: z.custom<R[]>(Array.isArray) })

  function decode(bytes: Uint8Array): Decoded<Checkpoint<R>> {
    const sealed = isSealed(bytes)
    const decoded = decodeAs<Content>(kind, bytes, sealed ? sealedSchema : undefined)
    if (decoded.kind !== 'good') return decoded
    const { head, sequence, writtenAt, [name]: records } = decoded.value
    const isOurs = sealed && head !== undefined && sequence !== undefined && writtenAt !== undefined
    const place = isOurs ? { head, sequence, writtenAt } : undefined
    return { kind: 'good', value: { place, records: records as readonly R[] } }
  }

  /**
   * The text in pieces, so that a large one is not made all at once: a header line, one line a record,
   * and last the SHA-256 of all before it.
   */
  function* encode({ records, place }: Checkpoint<R>): Generator<string> {
    const hash = createHash('sha256')
    const header = JSON.stringify({ format: kind.format, version, ...place, [name]: [] })
    let piece = `${header.slice(0, -2)}\n`
    for (let i = 0; i < records.length; i += pieceLength) {
      const lines = records.slice(i, i + pieceLength).map((one) => JSON.stringify(one))
      piece += (i === 0 ? '' : ',\n') + lines.join(',\n')
      hash.update(piece)
      yield piece
      piece = ''
    }
    hash.update(piece)
    yield `${piece}${beforeDigest}${hash.digest('hex')}"}\n`
  }

  return { encode, decode }
}

/** Whether the bytes are, to the last one, what a store wrote. */
export function isSealed(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = buffer.lastIndexOf(beforeDigest)
  if (end < 0) return false
  const digest = createHash('sha256').update(buffer.subarray(0, end)).digest('hex')
  return buffer.subarray(end).toString() === `${beforeDigest}${digest}"}\n`
}
