import { AnnotationStore } from '../store/annotation-store'
import { StoreUnreadable } from '../store/store-errors'
import { exportCommand } from './export-command'
import { help } from './help'
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
    around.printError(`piyue: the notes cannot be read: ${error.message} Nothing was touched.`)
    return exitCodes.unreadable
  }
}

async function carriedOut(
  invocation: Exclude<Invocation, { kind: 'window' }>,
  around: CommandSurroundings,
): Promise<number> {
  switch (invocation.kind) {
    case 'wrong':
      around.printError(invocation.line)
      return exitCodes.wrongArgument
    case 'help':
      around.print(help.trimEnd())
      return exitCodes.done
    case 'version':
      around.print(around.version)
      return exitCodes.done
    case 'import':
      return importCommand(invocation.file, around)
    case 'list':
      return listCommand(await notesOnDisk(around), around)
    case 'export':
      return exportCommand(invocation, await notesOnDisk(around), around)
  }
}

async function notesOnDisk({ userData }: CommandSurroundings) {
  const { annotations } = await AnnotationStore.readOnly(userData)
  return [...annotations.values()]
}
