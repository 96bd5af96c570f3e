import { exportFormats, exportScripts } from '../../core/app/export-request'
import { AnnotationStore } from '../store/annotation-store'
import { StoreUnreadable } from '../store/store-errors'
import { exportCommand, exportEditionCommand } from './export-command'
import { importCommand } from './import-command'
import { listCommand } from './list-command'
import type { Invocation } from './parse'
import { type CommandSurroundings, exitCodes } from './surroundings'

/** Carries out what needs no window; gives the exit code. Only an import changes the notes. */
export async function runCommand(
  invocation: Exclude<Invocation, { kind: 'window' }>,
  around: CommandSurroundings,
): Promise<number> {
  try {
    return await carriedOut(invocation, around)
  } catch (error) {
    if (!(error instanceof StoreUnreadable)) throw error
    const { commandLine } = await around.messages()
    around.printError(commandLine.unreadable(error.message))
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
      return importCommand(invocation.file, around)
    case 'list':
      return listCommand(await notesOnDisk(around), around)
    case 'export-edition':
      return exportEditionCommand(invocation.file, around)
    case 'export':
      return exportCommand(invocation, await notesOnDisk(around), around)
  }
}

async function help({ messages }: CommandSurroundings): Promise<string> {
  const { commandLine } = await messages()
  return commandLine.help(exportFormats.join(', '), exportScripts.join(', '))
}

async function notesOnDisk({ userData }: CommandSurroundings) {
  const { annotations } = await AnnotationStore.readOnly(userData)
  return [...annotations.values()]
}
