import { createHash, randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import {
  type AnnotationMap,
  ChangeConflict,
  type ChangeSet,
} from '../../core/annotation/change-set'
import type { ImportOutcome, ImportPreview } from '../../core/app/import-report'
import type { ChangeOutcome } from '../../core/contract/contract'
import { planImport } from '../../core/exchange/import/plan-import'
import { type ReadItem, readItems } from '../../core/exchange/import/read-items'
import type { RecognizedFile } from '../../core/exchange/import/recognize'
import type { OpenDocument } from '../../core/publication/open-document'
import { readImportFile } from './import-file'
import { type JobContext, untold } from './jobs'

/** What an importer brings notes into. */
export interface ImportTarget {
  readonly open: OpenDocument
  readonly annotations: () => AnnotationMap
  /** Makes a change set as one gesture. */
  readonly take: (set: ChangeSet) => Promise<ChangeOutcome>
}

interface Held {
  readonly token: string
  readonly file: string
  readonly items: readonly ReadItem[]
}

/**
 * Takes in notes from files: first shows what would happen, and does it when asked to. The file is read
 * and its words are placed once; what the reader saw is what is imported, even if the file has changed
 * since. Only what becomes of each note is decided anew, at the moment when it is done.
 */
export class Importer {
  readonly #target: ImportTarget
  /** The last preview: only that can be confirmed. */
  #held: Held | undefined

  constructor(target: ImportTarget) {
    this.#target = target
  }

  /** @param file absolute path @throws the signal's reason where reading is stopped */
  async preview(file: string, context: JobContext = untold): Promise<ImportPreview> {
    const recognized = await readImportFile(file)
    if (typeof recognized === 'string') return { kind: 'refused', file, refusal: recognized }
    const items = await readAndPlace(recognized, this.#target.open, context)
    const held = { token: randomUUID(), file, items }
    this.#held = held
    const { counts, items: listed } = planImport(items, this.#target.annotations())
    const { origin } = recognized
    return { kind: 'preview', token: held.token, file, origin, counts, items: listed }
  }

  /** Imports what a preview showed, decided anew by the notes there are now. */
  async confirm(token: string): Promise<ImportOutcome> {
    const held = this.#held
    if (held?.token !== token) return { kind: 'gone' }
    this.#held = undefined
    return this.#take(held.file, held.items)
  }

  /** Imports a file without showing it first: for the command line. */
  async importFile(file: string): Promise<ImportOutcome> {
    const recognized = await readImportFile(file)
    return typeof recognized === 'string'
      ? { kind: 'refused', file, refusal: recognized }
      : this.#take(file, await readAndPlace(recognized, this.#target.open))
  }

  async #take(file: string, items: readonly ReadItem[]): Promise<ImportOutcome> {
    const { counts, changes } = planImport(items, this.#target.annotations())
    if (changes.length === 0) return { kind: 'nothing-new', file, counts }
    const at = new Date().toISOString()
    try {
      const outcome = await this.#target.take({ gesture: 'import', at, changes })
      return outcome.done ? { kind: 'imported', file, counts } : { kind: 'read-only', file }
    } catch (error) {
      // A change of the reader's that was under way came first: what it left is decided on anew.
      if (error instanceof ChangeConflict) return this.#take(file, items)
      throw error
    }
  }
}

/** Milliseconds for which the reading of a file may keep everything else waiting. */
const atOnce = 8

/** Reads and places what a file holds, and lets others have their turn meanwhile. */
export function readAndPlace(
  file: RecognizedFile,
  open: OpenDocument,
  { signal, progress }: JobContext = untold,
): Promise<readonly ReadItem[]> {
  let turnEnds = performance.now() + atOnce
  let done = 0
  const takeTurns = async () => {
    progress(done / file.items.length)
    await setImmediate()
    signal.throwIfAborted()
    turnEnds = performance.now() + atOnce
  }
  return readItems(file, {
    open,
    now: new Date().toISOString(),
    digestOf: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
    pause: () => {
      done++
      return performance.now() < turnEnds ? undefined : takeTurns()
    },
  })
}
