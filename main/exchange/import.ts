import { randomUUID } from 'node:crypto'
import {
  type AnnotationMap,
  ChangeConflict,
  type ChangeSet,
} from '../../core/annotation/change-set'
import {
  type ImportCounts,
  type ImportDestination,
  type ImportOutcome,
  type ImportPreview,
  mostListed,
} from '../../core/app/import-report'
import type { ChangeOutcome } from '../../core/contract/contract'
import {
  destinationOf,
  destinationsToTell,
  type LibraryImportPlan,
  type PlacedItems,
  planImports,
  sumOfCounts,
} from '../../core/exchange/import/plan-import'
import type { RecognizedFile } from '../../core/exchange/import/recognize'
import type { CorrectionWish } from '../../core/repair/reader-edition'
import { countsOf, type PlannedCorrections, planCorrections } from './import-corrections'
import { type ImportReader, readImportFile } from './import-file'
import { type JobContext, unattended } from './jobs'
import { type ImportLibrary, sortImport } from './sort-import'

/** What an importer brings notes into. */
interface ImportTarget extends ImportLibrary {
  /** Makes a change set on a document as one gesture. */
  readonly take: (documentId: string, set: ChangeSet) => Promise<ChangeOutcome>
  /** Makes a change set on the notes that are kept for a document that the library does not have. */
  readonly keepFor: (documentId: string, title: string, set: ChangeSet) => Promise<ChangeOutcome>
  /** Reads characters of a document's forms otherwise, as one gesture. */
  readonly correct: (
    documentId: string,
    wishes: readonly CorrectionWish[],
  ) => Promise<ChangeOutcome>
}

interface Held {
  readonly token: string
  readonly file: string
  readonly openId: string
  readonly placed: readonly PlacedItems[]
  readonly read: RecognizedFile
}

/**
 * Takes in notes from files: first shows what would happen, and does it when asked to. The file is read
 * and its words are placed once; what the reader saw is what is imported, even if the file has changed
 * since. Only what becomes of each note is decided anew, at the moment when it is done.
 */
export class Importer {
  readonly #target: ImportTarget
  readonly #read: ImportReader
  /** The last preview: only that can be confirmed. */
  #held: Held | undefined

  /** @param read what reads a file, for whom others wait; else it is read here */
  constructor(target: ImportTarget, read: ImportReader = readImportFile) {
    this.#target = target
    this.#read = read
  }

  /**
   * @param file absolute path
   * @param openId the document for what belongs to no other
   * @throws the signal's reason where reading is stopped
   */
  async preview(
    file: string,
    openId: string,
    context: JobContext = unattended,
  ): Promise<ImportPreview> {
    const recognized = await this.#read(file, context.signal)
    if (typeof recognized === 'string') return { kind: 'refused', file, refusal: recognized }
    const placed = await sortImport(recognized, openId, this.#target, context)
    const held = { token: randomUUID(), file, openId, placed, read: withoutItems(recognized) }
    this.#held = held
    const { counts, documents, items } = await this.#planned(placed)
    const { origin } = recognized
    const corrections = await planCorrections(recognized, this.#target)
    return {
      kind: 'preview',
      token: held.token,
      file,
      origin,
      counts,
      documents: destinationsToTell(documents, openId),
      items,
      corrections: corrections.flatMap((plan) => plan.items).slice(0, mostListed),
    }
  }

  /** Imports what a preview showed, decided anew by the notes there are now. */
  async confirm(token: string): Promise<ImportOutcome> {
    const held = this.#held
    if (held?.token !== token) return { kind: 'gone' }
    this.#held = undefined
    return this.#take(held)
  }

  /** Imports a file without showing it first: for the command line. */
  async importFile(file: string, openId: string): Promise<ImportOutcome> {
    const recognized = await this.#read(file, unattended.signal)
    if (typeof recognized === 'string') return { kind: 'refused', file, refusal: recognized }
    const placed = await sortImport(recognized, openId, this.#target)
    return this.#take({ file, openId, placed, read: withoutItems(recognized) })
  }

  async #planned(placed: readonly PlacedItems[]): Promise<LibraryImportPlan> {
    const current = new Map<string, AnnotationMap>()
    for (const { documentId } of placed) {
      // oxlint-disable-next-line no-await-in-loop -- few documents
      current.set(documentId, (await this.#target.notesOn(documentId)) ?? none)
    }
    return planImports(placed, (documentId) => current.get(documentId) ?? none)
  }

  /** Takes in what goes to each document, one after the other: each has its own undo. */
  async #take({ file, openId, placed, read }: Omit<Held, 'token'>): Promise<ImportOutcome> {
    const whole = await this.#planned(placed)
    const readings = await planCorrections(read, this.#target)
    const hasReadings = readings.some(({ wishes }) => wishes.length > 0)
    if (whole.changes.size === 0 && !hasReadings) {
      return { kind: 'nothing-new', file, counts: whole.counts }
    }
    const documents: ImportDestination[] = []
    const notTaken: string[] = await this.#takeCorrections(readings)
    const isCorrected = hasReadings && notTaken.length === 0
    for (const one of placed) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const counts = await this.#importInto(one)
      if (counts === undefined) {
        if (!notTaken.includes(one.title)) notTaken.push(one.title)
      } else documents.push({ ...destinationOf(one), counts })
    }
    if (documents.length === 0 && !isCorrected) return { kind: 'read-only', file }
    const corrections = countsOf(readings)
    return {
      kind: 'imported',
      file,
      ...(corrections !== undefined && { corrections }),
      counts: sumOfCounts(documents),
      documents: destinationsToTell(documents, openId),
      notTaken,
    }
  }

  /** Corrects what is to be corrected; gives the titles of documents where that cannot be kept. */
  async #takeCorrections(plans: readonly PlannedCorrections[]): Promise<string[]> {
    const notTaken: string[] = []
    for (const { documentId, title, wishes } of plans) {
      if (wishes.length === 0) continue
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const outcome = await this.#target.correct(documentId, wishes)
      if (!outcome.done) notTaken.push(title)
    }
    return notTaken
  }

  /** How many fared how; nothing where the document's notes cannot be written. */
  async #importInto(placed: PlacedItems): Promise<ImportCounts | undefined> {
    const { documentId, title, isAbsent } = placed
    const { counts, changes } = await this.#planned([placed])
    const set = changes.get(documentId)
    if (set === undefined) return counts
    const at = new Date().toISOString()
    try {
      const change = { gesture: 'import', at, changes: set } as const
      const outcome = isAbsent
        ? await this.#target.keepFor(documentId, title, change)
        : await this.#target.take(documentId, change)
      return outcome.done ? counts : undefined
    } catch (error) {
      // A change of the reader's that was under way came first: what it left is decided on anew.
      if (error instanceof ChangeConflict) return this.#importInto(placed)
      throw error
    }
  }
}

/** What a file says besides its annotations, which are placed already. */
const withoutItems = (read: RecognizedFile): RecognizedFile => ({ ...read, items: [] })

const none: AnnotationMap = new Map()
