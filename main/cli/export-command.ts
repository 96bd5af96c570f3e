import path from 'node:path'
import { type ExportRequest, holdsText, standsWithoutNotes } from '../../core/app/export-request'
import type { Messages } from '../../core/messages/en'
import { exportToFile } from '../exchange/export'
import { type Gathered, gatherNotes } from '../exchange/export-source'
import { templateFiles } from '../exchange/templates'
import { writeEdition } from '../exchange/write-edition'
import { absentDocuments, keptDocument } from '../library/absent-documents'
import { annotationsIn } from '../library/list-documents'
import { type CommandContext, exitCodes } from './command-context'
import type { ExportInvocation } from './parse'
import { annotationsOnDisk, keptIdOf, keptSubjectOf, subjectOf } from './subject'

/** Writes the notes to the file named, and says so; the reader's own files are only read. */
export async function exportCommand(
  { file, format, script, scope, template, documents: named }: ExportInvocation,
  context: CommandContext,
): Promise<number> {
  const { workingFolder, version: appVersion, pdf, print, printError } = context
  const target = path.resolve(workingFolder, file)
  const messages = await context.messages()
  const { export: wording, problems } = messages
  const request = { format, script, scope, template }
  const { documents, unreadable } = await documentsToExport(named, request, context)
  const [first, ...others] = documents
  if (first === undefined) {
    printError(unreadable.length > 0 ? wording.nothingRead(unreadable) : wording.nothing)
    return exitCodes.notDone
  }
  const { colorNames } = await context.settings()
  const now = new Date().toISOString()
  const outcome = await exportToFile(
    request,
    target,
    { documents: [first, ...others], messages, colorNames, appVersion, now },
    { pdf, templates: templateFiles(workingFolder) },
  )
  switch (outcome.kind) {
    case 'written':
      print(wording.written(whatOf(outcome, messages), outcome.file))
      if (unreadable.length === 0) return exitCodes.done
      printError(wording.notIncluded(unreadable))
      return exitCodes.notDone
    case 'nothing-to-export':
      printError(wording.nothing)
      return exitCodes.notDone
    case 'failed':
      printError(wording.failed(outcome.file, problems[outcome.problem]))
      return exitCodes.notDone
    case 'template':
      printError(wording.notWritten(wording.templateProblem(outcome.name, outcome.problem)))
      return exitCodes.notDone
    case 'cancelled':
      return exitCodes.notDone
  }
}

/** What was written, in words: the marks; null where there are none, and it is the document alone. */
const whatOf = (
  { count, notes }: { readonly count: number; readonly notes: number },
  { marksHere }: Messages,
) => (count === 0 ? null : marksHere(count, notes))

/**
 * The documents named, with the notes on them as they lie on disk; the bundled report where none is named.
 * Those that the library does not list are among all, too: nothing that the reader wrote is left out.
 *
 * @throws UnclearDocument, and StoreUnreadable where one document is meant and its notes cannot be read
 */
async function documentsToExport(
  named: ExportInvocation['documents'],
  request: Pick<ExportRequest, 'format' | 'scope' | 'template'>,
  context: CommandContext,
): Promise<Pick<Gathered, 'documents' | 'unreadable'>> {
  if (named === undefined || (named !== 'all' && named.length === 1)) {
    const subject = await keptSubjectOf(named?.[0], context)
    const annotations = await annotationsOnDisk(subject)
    const { open, library } = subject
    const pictures = holdsText(request) ? await library.pictures(open.id) : undefined
    const document = {
      open,
      annotations,
      pictures,
      disambiguator: library.catalog.disambiguator(open.id),
    }
    const isSaying = annotations.length > 0 || standsWithoutNotes(request)
    return { documents: isSaying ? [document] : [], unreadable: [] }
  }
  const library = await context.library()
  const ids =
    named === 'all'
      ? [...library.catalog.entries, ...(await absentDocuments(library.catalog))].map(
          ({ id }) => id,
        )
      : await Promise.all(named.map((name) => keptIdOf(name, library, context)))
  const gathered = await gatherNotes([...new Set(ids)], request, {
    documentOf: (id) => keptDocument(id, library),
    annotationsOn: (id) => annotationsIn(library.catalog.notesFolder(id)),
    picturesOf: (id) => library.pictures(id),
    disambiguator: (id) => library.catalog.disambiguator(id),
  })
  return { ...gathered, unreadable: gathered.unreadable.map((id) => library.catalog.titleOf(id)) }
}

/** Writes the edition of the bundled report to the file named, and says so; nothing else is read. */
export async function exportEditionCommand(file: string, context: CommandContext): Promise<number> {
  const { workingFolder, version: appVersion, print, printError } = context
  const { open } = await subjectOf(undefined, context)
  const messages = await context.messages()
  const target = path.resolve(workingFolder, file)
  const outcome = await writeEdition(target, { open, messages, appVersion })
  if (outcome.kind === 'written') {
    print(messages.edition.tei.written(outcome.file))
    return exitCodes.done
  }
  printError(messages.export.failed(outcome.file, messages.problems[outcome.problem]))
  return exitCodes.notDone
}
