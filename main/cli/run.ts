import { exportFormats, exportScripts } from '../../core/app/export-request'
import { StoreUnreadable } from '../store/durable/durable-file'
import { exportCommand, exportEditionCommand } from './export-command'
import { importCommand } from './import-command'
import { documentsCommand, listCommand } from './list-command'
import type { Invocation } from './parse'
import { DocumentNotHere, subjectOf, UnclearDocument } from './subject'
import { type CommandSurroundings, exitCodes } from './surroundings'

/** Carries out what needs no window; gives the exit code. Only an import changes the notes. */
export async function runCommand(
  invocation: Exclude<Invocation, { kind: 'window' }>,
  around: CommandSurroundings,
): Promise<number> {
  try {
    return await carriedOut(invocation, around)
  } catch (error) {
    const { commandLine } = await around.messages()
    if (error instanceof UnclearDocument) {
      around.printError(commandLine.unclearDocument(error.called, error.count))
      return exitCodes.notDone
    }
    if (error instanceof DocumentNotHere) {
      const { title, id, count } = error.absent
      around.printError(commandLine.notHere(title, id, count))
      return exitCodes.notDone
    }
    if (!(error instanceof StoreUnreadable)) throw error
    around.printError(commandLine.unreadable(error.file, error.reason))
    return exitCodes.unreadable
  }
}

async function carriedOut(
  invocation: Exclude<Invocation, { kind: 'window' }>,
  around: CommandSurroundings,
): Promise<number> {
  switch (invocation.kind) {
    case 'wrong':
      around.printError((await around.messages()).commandLine.wrong(invocation.problem))
      return exitCodes.wrongArgument
    case 'help':
      around.print(await help(around))
      return exitCodes.done
    case 'version':
      around.print(around.version)
      return exitCodes.done
    case 'import':
      return importCommand(invocation.file, await subjectOf(invocation.document, around), around)
    case 'list':
      return listCommand(invocation.document, around)
    case 'documents':
      return documentsCommand(around)
    case 'export-edition':
      return exportEditionCommand(invocation.file, around)
    case 'export':
      return exportCommand(invocation, around)
  }
}

async function help({ messages }: CommandSurroundings): Promise<string> {
  const { commandLine } = await messages()
  return commandLine.help(exportFormats.join(', '), exportScripts.join(', '))
}
