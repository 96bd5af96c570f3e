import { closed, z } from '../../core/text/schema'
import type { FileSystem, OpenFile } from '../disk/file-system'
import { replaceFile, writeAll } from '../disk/write-file'
import { seal, unseal } from './journal-entry'
import { readFileAs } from './reading'
import { chainPointSchema } from './snapshot'

const tipSchema = closed({
  sequence: z.number().int().nonnegative(),
  /** Which change that was, and where the journal begins that holds it; an earlier version kept neither. */
  head: chainPointSchema.optional(),
  start: chainPointSchema.optional(),
})

/** The change that was acknowledged last. */
export type Tip = z.output<typeof tipSchema>

/**
 * Which change has been acknowledged last, in a file beside the journal.
 *
 * A journal whose end was cut off looks just like one whose last change was never finished, and another
 * machine's that a sync engine put in its place may fit as well; this tells them apart. It is written after the journal has been flushed and is itself never
 * flushed: so it costs nothing, and after a power cut it is too low at worst, which says nothing.
 */
export class TipFile {
  readonly #files: FileSystem
  readonly #path: string
  #file: OpenFile | undefined

  constructor(files: FileSystem, path: string) {
    this.#files = files
    this.#path = path
  }

  async write(tip: Required<Tip>): Promise<void> {
    this.#file ??= await this.#open()
    await writeAll(this.#file, tipLine(tip), 0)
  }

  async #open(): Promise<OpenFile> {
    const facts = await this.#files.facts(this.#path)
    // Never emptied: until the new number is on disk the old one stays.
    if (facts?.size !== none.length) await replaceFile(this.#files, this.#path, [none])
    return this.#files.open(this.#path, 'change')
  }

  async close(): Promise<void> {
    const file = this.#file
    this.#file = undefined
    await file?.close()
  }
}

/** Of one length for ever, so that writing over the old one leaves nothing of it behind. */
const tipLine = ({ start, head, sequence }: Required<Tip>): string =>
  seal(JSON.stringify({ start, head, sequence }).padEnd(128)).line

const nowhere = '0'.repeat(32)
const none = tipLine({ start: nowhere, head: nowhere, sequence: 0 })

/** What was kept last; nothing where there is none that can be trusted. */
export async function readTip(files: FileSystem, path: string): Promise<Tip | undefined> {
  const reading = await readFileAs(files, path, (bytes) => {
    const read = tipSchema.safeParse(unseal(bytes.subarray(0, -1))?.content)
    return read.success
      ? { kind: 'good', value: read.data }
      : { kind: 'damaged', damage: 'invalid' }
  })
  return reading.kind === 'good' ? reading.value : undefined
}
