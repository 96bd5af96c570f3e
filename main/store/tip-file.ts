import { closed, z } from '../../core/text/schema'
import type { FileSystem, OpenFile } from './file-system'
import { seal, unseal } from './journal-entry'
import { readFileAs } from './reading'
import { replaceFile, writeAll } from './replace-file'

const tipSchema = closed({ sequence: z.number().int().nonnegative() })

/**
 * How many changes have been acknowledged, in a file beside the journal.
 *
 * A journal whose end was cut off looks just like one whose last change was never finished; this
 * number tells the two apart. It is written after the journal has been flushed and is itself never
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

  async write(sequence: number): Promise<void> {
    this.#file ??= await this.#open()
    await writeAll(this.#file, tipLine(sequence), 0)
  }

  async #open(): Promise<OpenFile> {
    const facts = await this.#files.facts(this.#path)
    // Never emptied: until the new number is on disk the old one stays.
    if (facts?.size !== tipLine(0).length) {
      await replaceFile(this.#files, this.#path, [tipLine(0)])
    }
    return this.#files.open(this.#path, 'change')
  }

  async close(): Promise<void> {
    const file = this.#file
    this.#file = undefined
    await file?.close()
  }
}

/** Of one length for ever, so that writing over the old number leaves nothing of it behind. */
const tipLine = (sequence: number): string =>
  seal(JSON.stringify({ sequence }).padEnd('{"sequence":}'.length + 16)).line

/** The number kept last; nothing where there is none that can be trusted. */
export async function readTip(files: FileSystem, path: string): Promise<number | undefined> {
  const reading = await readFileAs(files, path, (bytes) => {
    const read = tipSchema.safeParse(unseal(bytes.subarray(0, -1))?.content)
    return read.success
      ? { kind: 'good', value: read.data.sequence }
      : { kind: 'damaged', damage: 'invalid' }
  })
  return reading.kind === 'good' ? reading.value : undefined
}
