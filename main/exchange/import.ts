import { randomUUID } from 'node:crypto'
import {
  type AnnotationMap,
  type Change,
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
import type { CorrectionRequest } from '../../core/repair/reader-edition'
import { isOfSystem } from '../disk/disk-problem'
import { UnknownDocument } from '../library/library'
import { countsOf, type PlannedCorrections, planCorrections } from './import-corrections'
import type { ImportReader } from './import-file'
import { type JobContext, unattended } from './jobs'
import type { ImportLibrary, sortImport as SortImport } from './sort-import'

/** What an importer brings notes into. */
interface ImportTarget extends ImportLibrary {
  /** Takes what is imported into a document, as one gesture. */
  readonly take: (documentId: string, imported: Imported) => Promise<ChangeOutcome>
  /** Makes a change set on the notes that are kept for a document that the library does not have. */
  readonly keepFor: (documentId: string, title: string, set: ChangeSet) => Promise<ChangeOutcome>
}

/** What an import brings into a document. */
export interface Imported {
  readonly changes: readonly Change[]
  /** How characters of its forms are to be read. */
  readonly requests: readonly CorrectionRequest[]
  /** Of the text that the places of these are in; that of now, where it is left out. */
  readonly digest?: string | undefined
}

/** What of a file goes to one document. */
export interface Share
  extends Pick<PlannedCorrections, 'documentId' | 'title' | 'requests' | 'digest'> {
  /** Absent where it has no annotations for it. */
  readonly placed?: PlacedItems
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
  constructor(target: ImportTarget, read: ImportReader = readHere) {
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
    const found = placed.map(
      async ({ documentId }) =>
        [documentId, (await this.#target.annotationsOn(documentId)) ?? none] as const,
    )
    const current = new Map(await Promise.all(found))
    return planImports(placed, (documentId) => current.get(documentId) ?? none)
  }

  /** Takes in what goes to each document, one after the other: each has its own undo. */
  async #take({ file, openId, placed, read }: Omit<Held, 'token'>): Promise<ImportOutcome> {
    const whole = await this.#planned(placed)
    const readings = await planCorrections(read, this.#target)
    const hasReadings = readings.some(({ requests }) => requests.length > 0)
    if (whole.changes.size === 0 && !hasReadings) {
      return { kind: 'nothing-new', file, counts: whole.counts }
    }
    const documents: ImportDestination[] = []
    const notTaken = new Map<string, string>()
    let isTaken = false
    for (const share of sharesOf(placed, readings)) {
      // oxlint-disable-next-line no-await-in-loop -- a text is opened for each: no two large ones at once
      const counts = await this.#importInto(share)
      if (counts === undefined) notTaken.set(share.documentId, share.title)
      else if (share.placed) documents.push({ ...destinationOf(share.placed), counts })
      isTaken ||= counts !== undefined
    }
    if (!isTaken) return { kind: 'read-only', file }
    const corrections = countsOf(readings.filter(({ documentId }) => !notTaken.has(documentId)))
    return {
      kind: 'imported',
      file,
      ...(corrections !== undefined && { corrections }),
      counts: sumOfCounts(documents),
      documents: destinationsToTell(documents, openId),
      notTaken: [...notTaken.values()],
    }
  }

  /** How many annotations fared how; nothing where what the document has of the reader cannot be read or written. */
  async #importInto(share: Share): Promise<ImportCounts | undefined> {
    const { documentId, title, placed, requests, digest } = share
    const { counts, changes: planned } = await this.#planned(placed === undefined ? [] : [placed])
    const changes = planned.get(documentId) ?? []
    if (changes.length === 0 && requests.length === 0) return counts
    try {
      const at = new Date().toISOString()
      const outcome = placed?.isAbsent
        ? await this.#target.keepFor(documentId, title, { gesture: 'import', at, changes })
        : await this.#target.take(documentId, { changes, requests, digest })
      return outcome.done || outcome.reason === 'nothing-to-do' ? counts : undefined
    } catch (error) {
      // A change of the reader's that was under way came first: what it left is decided on anew.
      if (error instanceof ChangeConflict) return this.#importInto(share)
      // One that the disk refuses is told with what the others have taken.
      if (error instanceof UnknownDocument || isOfSystem(error)) return undefined
      throw error
    }
  }
}

/** What a file has, by the documents that it goes to. */
export function sharesOf(
  placed: readonly PlacedItems[],
  readings: readonly PlannedCorrections[],
): readonly Share[] {
  const readingsFor = (id: string) => {
    const own = readings.filter(({ documentId }) => documentId === id)
    return { requests: own.flatMap(({ requests }) => requests), digest: own[0]?.digest }
  }
  const corrected = readings.filter(
    ({ documentId, requests }) =>
      requests.length > 0 && placed.every((one) => one.documentId !== documentId),
  )
  return [
    ...placed.map((one) => {
      const { documentId, title } = one
      return { documentId, title, placed: one, ...readingsFor(documentId) }
    }),
    ...corrected,
  ]
}

// Late: what reads an import, which no start waits for.
const readHere: ImportReader = async (file) => (await import('./import-file')).readImportFile(file)

const sortImport: typeof SortImport = async (...given) =>
  (await import('./sort-import')).sortImport(...given)

/** What a file says besides its annotations, which are placed already. */
const withoutItems = (read: RecognizedFile): RecognizedFile => ({ ...read, items: [] })

const none: AnnotationMap = new Map()
