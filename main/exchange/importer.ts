import { randomUUID } from 'node:crypto'
import type { AnnotationMap, ChangeSet } from '../../core/annotation/change-set'
import type { ChangeOutcome } from '../../core/contract/contract'
import { type ImportPlan, planImport } from '../../core/exchange/import/plan-import'
import type { RecognizedFile } from '../../core/exchange/import/recognize'
import type { ImportOutcome, ImportPreview } from '../../core/exchange/import/verdict'
import type { Publication } from '../../core/publication/publication'
import { importSurroundings } from './import-surroundings'
import { readImportFile } from './read-import-file'

/** What an importer brings notes into. */
export interface ImportTarget {
  readonly publication: Publication
  readonly annotations: () => AnnotationMap
  /** Makes a change set as one gesture. */
  readonly take: (set: ChangeSet) => Promise<ChangeOutcome>
}

interface Held {
  readonly token: string
  readonly file: string
  readonly recognized: RecognizedFile
}

/**
 * Takes in notes from files: first shows what would happen, and does it when asked to. The file is
 * read once; what the reader saw is what is imported, even if the file has changed since.
 */
export class Importer {
  readonly #target: ImportTarget
  /** The last preview: only that can be confirmed. */
  #held: Held | undefined

  constructor(target: ImportTarget) {
    this.#target = target
  }

  /** @param file absolute path */
  async preview(file: string): Promise<ImportPreview> {
    const recognized = await readImportFile(file)
    if (typeof recognized === 'string') return { kind: 'refused', file, refusal: recognized }
    const held = { token: randomUUID(), file, recognized }
    this.#held = held
    const { counts, items } = await this.#plan(recognized)
    return { kind: 'preview', token: held.token, file, origin: recognized.origin, counts, items }
  }

  /** Imports what a preview showed, judged anew by the notes there are now. */
  async confirm(token: string): Promise<ImportOutcome> {
    const held = this.#held
    if (held?.token !== token) return { kind: 'gone' }
    this.#held = undefined
    return this.#take(held.file, held.recognized)
  }

  /** Imports a file without showing it first: for the command line. */
  async importFile(file: string): Promise<ImportOutcome> {
    const recognized = await readImportFile(file)
    return typeof recognized === 'string'
      ? { kind: 'refused', file, refusal: recognized }
      : this.#take(file, recognized)
  }

  async #take(file: string, recognized: RecognizedFile): Promise<ImportOutcome> {
    const { counts, changes } = await this.#planUndisturbed(recognized)
    if (changes.length === 0) return { kind: 'nothing-new', file, counts }
    const at = new Date().toISOString()
    const outcome = await this.#target.take({ gesture: 'import', at, changes })
    return outcome.done ? { kind: 'imported', file, counts } : { kind: 'read-only', file }
  }

  /** A plan for the notes as they are: judging takes a while, in which the reader may go on. */
  async #planUndisturbed(recognized: RecognizedFile): Promise<ImportPlan> {
    const before = this.#target.annotations()
    const plan = await this.#plan(recognized)
    return before === this.#target.annotations() ? plan : this.#planUndisturbed(recognized)
  }

  #plan(recognized: RecognizedFile): Promise<ImportPlan> {
    const { publication, annotations } = this.#target
    return planImport(recognized, importSurroundings(publication, annotations()))
  }
}
