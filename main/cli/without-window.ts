import { writeSync } from 'node:fs'
import { app } from 'electron'
import { useTemporarySession } from '../start/folders'
import { exitCodes } from './command-context'
import type { Invocation, WindowInvocation } from './parse'

/** Carries out a command without a window of its own, and ends the process with its exit code. */
export function runWithoutWindow(invocation: Exclude<Invocation, WindowInvocation>): void {
  if (invocation.kind === 'export' && invocation.format === 'pdf') useTemporarySession(app)
  // The window that prints a PDF opens and closes; that is not the end of the command.
  app.on('window-all-closed', () => {})
  // A command is no program that the Dock should show.
  app.dock?.hide()
  runLate(invocation).then((code) => app.exit(code), endWithReason)
}

/** Late, for a window has no need of it. */
async function runLate(invocation: Exclude<Invocation, WindowInvocation>): Promise<number> {
  const { runInvocation } = await import('./command-app')
  return runInvocation(invocation)
}

/** What carries it out could not be loaded. */
function endWithReason(error: unknown): void {
  writeSync(2, `piyue: ${error instanceof Error ? error.message : String(error)}\n`)
  app.exit(exitCodes.notDone)
}
