import { createHash } from 'node:crypto'
import * as z from 'zod'
import { type Codec, type Decoded, decodeAs, type FileKind, type JsonRecord } from './durable-file'
import { instantSchema, pointSchema, type Tip } from './journal-format'
import { byId, type Identified, type Model, type Records } from './model'

/** Where in the chain of changes a checkpoint stands: the journal goes on from its head. */
export interface CheckpointTip extends Tip {
  /** ISO 8601, milliseconds, UTC. */
  readonly writtenAt: string
}

/** All records at one moment. */
export interface Checkpoint<R> {
  /** Nothing where the file is not, to the last byte, one that a store wrote as its own. */
  readonly tip: CheckpointTip | undefined
  readonly records: Records<R>
}

/** How many records go into one piece of writing: a few milliseconds of work at most. */
const pieceLength = 256

/** How many bytes are read before all else that waits has its turn: some milliseconds of work. */
const sliceLength = 1024 * 1024

const beforeDigest = '\n],"digest":"'

/** What must be known of a model to write and read its checkpoints. */
type CheckpointModel<R extends Identified> = Pick<
  Model<R, object, unknown>,
  'name' | 'formats' | 'version' | 'migrations' | 'record'
>

/**
 * A checkpoint as text: a header line, one line a record, and last the SHA-256 of all before it. In pieces,
 * so that a large one is not made all at once.
 */
export function* checkpointText<R extends Identified>(
  { name, formats, version }: CheckpointModel<R>,
  tip: CheckpointTip | undefined,
  records: Iterable<R>,
): Generator<string> {
  const hash = createHash('sha256')
  const header = JSON.stringify({ format: formats.checkpoint, version, ...tip, [name]: [] })
  let piece = `${header.slice(0, -2)}\n`
  let count = 0
  for (const one of records) {
    piece += `${count === 0 ? '' : ',\n'}${JSON.stringify(one)}`
    if (++count % pieceLength !== 0) continue
    hash.update(piece)
    yield piece
    piece = ''
  }
  hash.update(piece)
  yield `${piece}${beforeDigest}${hash.digest('hex')}"}\n`
}

/** How the checkpoint of a model is written and read. */
export function checkpointCodec<R extends Identified>(
  model: CheckpointModel<R>,
): Codec<Checkpoint<R>> {
  const { name, formats, version, migrations, record } = model
  const format = formats.checkpoint
  const recordsSchema = z
    .array(record)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
      error: 'must not repeat an id',
    })
  const place = {
    head: pointSchema,
    sequence: z.number().int().nonnegative(),
    writtenAt: instantSchema,
  }
  const kind: FileKind<Checkpoint<R>> = {
    format,
    version,
    migrations,
    schema: z
      .strictObject({
        format: z.string(),
        version: z.number(),
        ...z.object(place).partial().shape,
        digest: z.string().optional(),
        [name]: recordsSchema,
      })
      .transform((content: JsonRecord) => ({
        tip: undefined,
        records: byId(content[name] as readonly R[]),
      })),
  }
  const headerSchema = z
    .strictObject({
      format: z.literal(format),
      version: z.literal(version),
      ...place,
      [name]: z.tuple([]),
    })
    .transform(({ head, sequence, writtenAt }): CheckpointTip => ({ head, sequence, writtenAt }))

  const decode = async (bytes: Uint8Array): Promise<Decoded<Checkpoint<R>>> =>
    (await decodeSealed(bufferOf(bytes))) ?? decodeAs(kind, bytes)

  /**
   * A file that is to the last bit as today's version wrote it; nothing for any other. Its records were
   * checked when they went in: to check a hundred thousand again at every start would take seconds.
   */
  async function decodeSealed(bytes: Buffer): Promise<Decoded<Checkpoint<R>> | undefined> {
    const end = await sealedLength(bytes)
    if (end === undefined) return undefined
    const start = bytes.indexOf('\n') + 1
    const records = new Map<string, R>()
    try {
      const tip = headerSchema.parse(JSON.parse(`${bytes.subarray(0, start).toString()}]}`))
      await inSlices(bytes.subarray(start, end), (slice) => {
        const lines: R[] = JSON.parse(`[${slice.toString().replace(/,\n$/, '')}]`)
        for (const one of lines) records.set(one.id, one)
      })
      return { kind: 'good', value: { tip, records } }
    } catch {
      return undefined
    }
  }

  return { encode: ({ tip, records }) => checkpointText(model, tip, records.values()), decode }
}

/** Whether the bytes are, to the last one, what a store wrote. */
export const isSealed = async (bytes: Uint8Array): Promise<boolean> =>
  (await sealedLength(bufferOf(bytes))) !== undefined

/** How many bytes the digest at the end covers; nothing where it does not fit them. */
async function sealedLength(bytes: Buffer): Promise<number | undefined> {
  const end = bytes.lastIndexOf(beforeDigest)
  if (end < 0) return undefined
  const hash = createHash('sha256')
  await inSlices(bytes.subarray(0, end), (slice) => hash.update(slice))
  const isWhole = bytes.subarray(end).toString() === `${beforeDigest}${hash.digest('hex')}"}\n`
  return isWhole ? end : undefined
}

/** Goes through lines some at a time; all else that waits has its turn in between. */
async function inSlices(bytes: Buffer, visit: (lines: Buffer) => void): Promise<void> {
  for (let start = 0; start < bytes.length; ) {
    const lineEnd = bytes.indexOf('\n', start + sliceLength)
    const end = lineEnd < 0 ? bytes.length : lineEnd + 1
    visit(bytes.subarray(start, end))
    start = end
    if (start < bytes.length) await new Promise((resolve) => setImmediate(resolve))
  }
}

const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  Buffer.from(buffer, byteOffset, byteLength)
