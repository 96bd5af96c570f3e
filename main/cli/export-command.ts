import path from 'node:path'
import { exportToFile } from '../exchange/export'
import { templateFiles } from '../exchange/templates'
import { writeEdition } from '../exchange/write-edition'
import type { ExportInvocation } from './parse'
import { notesOnDisk, type Subject, subjectOf } from './subject'
import { type CommandSurroundings, exitCodes } from './surroundings'

/** Writes the notes to the file named, and says so; the reader's own files are only read. */
export async function exportCommand(
  { file, format, script, template }: ExportInvocation,
  subject: Subject,
  around: CommandSurroundings,
): Promise<number> {
  const { workingFolder, version: appVersion, pdf, print, printError } = around
  const target = path.resolve(workingFolder, file)
  const { open } = subject
  const annotations = await notesOnDisk(subject)
  const messages = await around.messages()
  const { colorNames } = await around.settings()
  const now = new Date().toISOString()
  const outcome = await exportToFile(
    { format, script, template },
    target,
    { open, annotations, messages, colorNames, appVersion, now },
    { pdf, templates: templateFiles(workingFolder) },
  )
  const { export: wording, problems } = messages
  switch (outcome.kind) {
    case 'written':
      print(wording.written(messages.marksHere(outcome.count, outcome.notes), outcome.file))
      return exitCodes.done
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

/** Writes the edition of the bundled report to the file named, and says so; nothing else is read. */
export async function exportEditionCommand(
  file: string,
  around: CommandSurroundings,
): Promise<number> {
  const { workingFolder, version: appVersion, print, printError } = around
  const { open } = await subjectOf(undefined, around)
  const messages = await around.messages()
  const target = path.resolve(workingFolder, file)
  const outcome = await writeEdition(target, { open, messages, appVersion })
  if (outcome.kind === 'written') {
    print(messages.edition.tei.written(outcome.file))
    return exitCodes.done
  }
  printError(messages.export.failed(outcome.file, messages.problems[outcome.problem]))
  return exitCodes.notDone
}
