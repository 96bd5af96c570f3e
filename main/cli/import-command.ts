import path from 'node:path'
import type { Annotation } from '../../core/annotation/annotation'
import type { AnnotationMap, Change } from '../../core/annotation/change-set'
import type { ImportCounts, ImportDestination } from '../../core/app/import-report'
import type { StoreStatus } from '../../core/app/store-status'
import {
  destinationOf,
  destinationsToTell,
  type LibraryImportPlan,
  type PlacedItems,
  planImports,
  sumOfCounts,
} from '../../core/exchange/import/plan-import'
import type { Messages } from '../../core/messages/en'
import { type CorrectionRequest, changeFor, isCorrection } from '../../core/repair/reader-edition'
import { type Share, sharesOf } from '../exchange/import'
import { countsOf, type PlannedCorrections, planCorrections } from '../exchange/import-corrections'
import { readImportFile } from '../exchange/import-file'
import { importLibraryOf } from '../exchange/import-library'
import { sortImport } from '../exchange/sort-import'
import { expectDocument } from '../library/absent-documents'
import type { Library } from '../library/library'
import { AnnotationStore } from '../store/annotation-store'
import { type CommandContext, exitCodes } from './command-context'
import type { Subject } from './subject'

/** How often and how long apart the store is looked at, to see what the running app has done. */
const looks = { count: 100, apart: 200 } as const

/**
 * Takes in the notes of a file, each into the document that it belongs to: by the running app where there
 * is one, else here. What cannot be imported is said before anything is touched.
 *
 * @param subject the document for what belongs to no other
 */
export async function importCommand(
  file: string,
  subject: Subject,
  context: CommandContext,
): Promise<number> {
  const target = path.resolve(context.workingFolder, file)
  const messages = await context.messages()
  const recognized = await readImportFile(target)
  if (typeof recognized === 'string') {
    context.printError(messages.import.refusals(target, recognized))
    return exitCodes.notDone
  }
  const library = await context.library()
  const documentId = subject.open.id
  const current = await annotationsOf(subject)
  const placed = await sortImport(recognized, documentId, importLibraryOf(library))
  const plan = planImports(placed, await annotationsOnAll(placed, current, library))
  const readings = await planCorrections(recognized, importLibraryOf(library))
  tellOfLeftOut(plan, messages, context)
  tellOfReadings(readings, messages, context)
  if (plan.changes.size === 0 && readings.every(({ requests }) => requests.length === 0)) {
    context.print(`${messages.import.nothingNew} (${messages.import.summary(plan.counts)})`)
    return isAllRefused(plan.counts) ? exitCodes.notDone : exitCodes.done
  }
  if (context.becomeOnly({ import: target, documentId })) {
    return importHere({ target, openId: documentId, placed, readings, library, messages }, context)
  }
  const areCorrected = async () => {
    const left = await planCorrections(recognized, importLibraryOf(library))
    return left.every(({ requests }) => requests.length === 0)
  }
  if (await isTakenElsewhere(plan, areCorrected, library, context)) {
    const documents = destinationsToTell(plan.documents, documentId)
    context.print(messages.import.imported(target, plan.counts, documents, countsOf(readings)))
    return exitCodes.done
  }
  context.printError(messages.import.notTaken(target))
  return exitCodes.notDone
}

/** @throws StoreUnreadable: where the document that was named cannot take notes, nothing is done. */
async function annotationsOf({ open, notesFolder }: Subject): Promise<Map<string, AnnotationMap>> {
  const { annotations } = await AnnotationStore.readOnly(notesFolder)
  return new Map([[open.id, annotations]])
}

/** The notes on the documents that something goes to. */
async function annotationsOnAll(
  placed: readonly PlacedItems[],
  known: ReadonlyMap<string, AnnotationMap>,
  library: Library,
): Promise<(documentId: string) => AnnotationMap> {
  const { annotationsOn } = importLibraryOf(library)
  const all = placed.map(
    async ({ documentId }) =>
      [
        documentId,
        known.get(documentId) ?? (await annotationsOn(documentId)) ?? new Map(),
      ] as const,
  )
  const found: ReadonlyMap<string, AnnotationMap> = new Map(await Promise.all(all))
  return (documentId) => found.get(documentId) ?? new Map()
}

interface Import {
  /** Absolute path. */
  readonly target: string
  readonly openId: string
  readonly placed: readonly PlacedItems[]
  readonly readings: readonly PlannedCorrections[]
  readonly library: Library
  readonly messages: Messages
}

/** Takes the notes in, in this process, as is decided by what is in each store once it is ours alone. */
async function importHere(
  { target, openId, placed, readings, library, messages }: Import,
  { print, printError }: CommandContext,
): Promise<number> {
  const documents: ImportDestination[] = []
  const tell = () => {
    const destinations = destinationsToTell(documents, openId)
    print(
      messages.import.imported(target, sumOfCounts(documents), destinations, countsOf(readings)),
    )
  }
  for (const share of sharesOf(placed, readings)) {
    // oxlint-disable-next-line no-await-in-loop -- where one cannot be written, those after it are not begun
    const { destination, status } = await importInto(share, library)
    if (status.state === 'unsaved') {
      if (documents.length > 0) tell()
      printError(messages.export.failed(status.file, messages.problems[status.problem]))
      return exitCodes.notDone
    }
    if (destination !== undefined) documents.push(destination)
  }
  tell()
  return exitCodes.done
}

interface Taken {
  /** Absent where there were no annotations to take in. */
  readonly destination?: ImportDestination
  readonly status: StoreStatus
}

/** Takes one document's share of a file into what is kept of it: one gesture, though it lies in two files. */
async function importInto(
  { documentId, placed, requests }: Share,
  library: Library,
): Promise<Taken> {
  const at = new Date().toISOString()
  const taken = placed === undefined ? saved : await importNotes(placed, at, library)
  if (requests.length > 0) await correctIn(documentId, requests, at, library)
  return taken
}

const saved: Taken = { status: { state: 'saved' } }

/** Has characters of a document's forms read otherwise. */
async function correctIn(
  documentId: string,
  requests: readonly CorrectionRequest[],
  at: string,
  library: Library,
): Promise<void> {
  const editing = await library.editing(documentId)
  if (editing === undefined) return
  const { store, proposals = [] } = editing
  const { document } = await library.wholeDocument(documentId)
  const command = { kind: 'correct-all', requests } as const
  const change = changeFor(command, { edition: store.edition, proposals, document })
  if (change !== undefined && isCorrection(change)) {
    await store.record({ gesture: 'import', at, change })
  }
}

async function importNotes(one: PlacedItems, at: string, library: Library): Promise<Taken> {
  const { documentId, title, items, isAbsent } = one
  // What is all refused may be so because the notes cannot be read; then there is nothing to open.
  if (items.every(({ kind }) => kind === 'refused')) {
    const { counts } = planImports([one], () => new Map())
    return { ...saved, destination: { ...destinationOf(one), counts } }
  }
  if (isAbsent) await expectDocument({ documentId, title }, library.catalog)
  const { store } = await AnnotationStore.open({
    folder: library.catalog.notesFolder(documentId),
    onStatus: () => {},
    onNotice: () => {},
  })
  const plan = planImports([one], () => store.annotations)
  const changes = plan.changes.get(documentId)
  // A gesture that did nothing would be the next to be taken back, and end what could be done again.
  if (changes !== undefined) await store.commit({ gesture: 'import', at, changes })
  return {
    destination: { ...destinationOf(one), counts: plan.counts },
    status: await store.close(),
  }
}

/** Whether the running app brings to disk what was handed to it, before patience ends. */
async function isTakenElsewhere(
  { changes }: LibraryImportPlan,
  areCorrected: () => Promise<boolean>,
  library: Library,
  { wait }: CommandContext,
): Promise<boolean> {
  for (let look = 0; look < looks.count; look++) {
    await wait(looks.apart)
    const taken = [...changes].map(([documentId, wanted]) =>
      isTakenInto(library.catalog.notesFolder(documentId), wanted),
    )
    // oxlint-disable-next-line no-await-in-loop -- the other app goes on between two looks
    if ((await Promise.all(taken)).every(Boolean) && (await areCorrected())) return true
  }
  return false
}

async function isTakenInto(folder: string, changes: readonly Change[]): Promise<boolean> {
  const { annotations } = await AnnotationStore.readOnly(folder)
  return changes.every((change) => change.kind === 'delete' || isKept(change.after, annotations))
}

const isKept = (wanted: Annotation, annotations: AnnotationMap) =>
  (annotations.get(wanted.id)?.modifiedAt ?? '') >= wanted.modifiedAt

/** Says of each note that is not simply taken in why. */
function tellOfLeftOut(
  { items, counts }: Pick<LibraryImportPlan, 'items' | 'counts'>,
  { import: wording, commandLine }: Messages,
  { printError }: CommandContext,
): void {
  for (const { index, decision, reason, leftOut, quote } of items) {
    if (reason === null && leftOut.length === 0) continue
    const why = reason === null ? [] : [wording.reasons[reason]]
    const words = [
      wording.decisions[decision],
      quote,
      ...why,
      ...leftOut.map((one) => wording.leftOut[one]),
    ]
    printError(`${index + 1}: ${words.filter((word) => word !== '').join(' — ')}`)
  }
  const further = Object.values(counts).reduce((sum, count) => sum + count, 0) - items.length
  if (further > 0) printError(commandLine.furtherNotListed(further))
}

/** Says of each correction that is not simply taken in why. */
function tellOfReadings(
  readings: readonly PlannedCorrections[],
  { import: wording }: Messages,
  { printError }: CommandContext,
): void {
  for (const item of readings.flatMap(({ items }) => items)) {
    if (item.decision !== 'kept' && item.decision !== 'lost') continue
    printError(`${wording.correctionDecisions[item.decision]} — ${wording.correction(item)}`)
  }
}

const isAllRefused = ({ refused, ...others }: ImportCounts) =>
  refused > 0 && Object.values(others).every((count) => count === 0)
