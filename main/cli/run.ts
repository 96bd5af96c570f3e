import { exportFormats, exportScripts } from '../../core/app/export-request'
import { StoreUnreadable } from '../store/durable/durable-file'
import { type CommandContext, exitCodes } from './command-context'
import { exportCommand, exportEditionCommand } from './export-command'
import { importCommand } from './import-command'
import { documentsCommand, listCommand } from './list-command'
import type { Invocation } from './parse'
import { DocumentNotHere, subjectOf, UnclearDocument } from './subject'

/** Performs what needs no window; gives the exit code. Only an import changes the notes. */
export async function runCommand(
  invocation: Exclude<Invocation, { kind: 'window' }>,
  context: CommandContext,
): Promise<number> {
  try {
    return await perform(invocation, context)
  } catch (error) {
    const { commandLine } = await context.messages()
    if (error instanceof UnclearDocument) {
      context.printError(commandLine.unclearDocument(error.called, error.count))
      return exitCodes.notDone
    }
    if (error instanceof DocumentNotHere) {
      const { title, id, count } = error.absent
      context.printError(commandLine.notHere(title, id, count))
      return exitCodes.notDone
    }
    if (!(error instanceof StoreUnreadable)) throw error
    context.printError(commandLine.unreadable(error.file, error.reason))
    return exitCodes.unreadable
  }
}

async function perform(
  invocation: Exclude<Invocation, { kind: 'window' }>,
  context: CommandContext,
): Promise<number> {
  switch (invocation.kind) {
    case 'wrong':
      context.printError((await context.messages()).commandLine.wrong(invocation.problem))
      return exitCodes.wrongArgument
    case 'help':
      context.print(await help(context))
      return exitCodes.done
    case 'version':
      context.print(context.version)
      return exitCodes.done
    case 'import':
      return importCommand(invocation.file, await subjectOf(invocation.document, context), context)
    case 'list':
      return listCommand(invocation.document, context)
    case 'documents':
      return documentsCommand(context)
    case 'export-edition':
      return exportEditionCommand(invocation.file, context)
    case 'export':
      return exportCommand(invocation, context)
  }
}

async function help({ messages }: CommandContext): Promise<string> {
  const { commandLine } = await messages()
  return commandLine.help(exportFormats.join(', '), exportScripts.join(', '))
}
