import { setTimeout } from 'node:timers/promises'
import { app, dialog, session } from 'electron'
import { messagesIn } from '../../core/messages/language'
import { hiddenWindowPrinter, type PdfPrinter } from '../exchange/pdf'
import { DocumentWorker } from '../library/document-worker'
import { Library } from '../library/library'
import { loadReport } from '../library/report'
import { assetsFolder, distFolder, systemLanguage } from '../start/environment'
import { sweepTemporarySessions } from '../start/folders'
import { readStoredSettings } from '../store/settings-store'
import { guardSession } from '../window/guards'
import { servePage } from '../window/page-server'
import { type CommandContext, exitCodes } from './command-context'
import { isHeard, Output } from './output'
import type { Invocation, WindowInvocation } from './parse'
import { runCommand } from './run'

const out = new Output(process.stdout)
const err = new Output(process.stderr)

/** Carries out a command, and gives its exit code once all that was printed has been taken. */
export async function runInvocation(
  invocation: Exclude<Invocation, WindowInvocation>,
): Promise<number> {
  const [code] = await Promise.all([exitCodeOf(invocation), sweepTemporarySessions()])
  const failure = await out.drained()
  if (failure !== undefined) {
    const { desktop } = messagesIn[systemLanguage()]
    err.print(desktop.outputFailed(failure.code ?? failure.message))
  }
  await err.drained()
  if (code === exitCodes.wrongArgument && isUnheard()) await showErrors()
  return failure === undefined ? code : exitCodes.notDone
}

async function exitCodeOf(invocation: Exclude<Invocation, WindowInvocation>): Promise<number> {
  try {
    return await runCommand(invocation, commandContext())
  } catch (error) {
    err.print(`piyue: ${error instanceof Error ? error.message : String(error)}`)
    return exitCodes.notDone
  }
}

/** Whether nobody can have read what was said, and somebody sits before a screen. */
const isUnheard = () =>
  app.commandLine.getSwitchValue('ozone-platform') !== 'headless' &&
  !process.stdin.isTTY &&
  !isHeard(1, process.stdout.isTTY) &&
  !isHeard(2, process.stderr.isTTY)

/** Shows what was wrong in a dialog, where no terminal, pipe or file has taken it. */
async function showErrors(): Promise<void> {
  await app.whenReady()
  dialog.showErrorBox(messagesIn[systemLanguage()].appName, said.join('\n'))
}

/** What was said to be wrong. */
const said: string[] = []

function commandContext(): CommandContext {
  const userData = app.getPath('userData')
  const settings = () => readStoredSettings(userData)
  const messages = async () => {
    const { language } = await settings()
    return messagesIn[language === 'system' ? systemLanguage() : language]
  }
  return {
    workingFolder: process.cwd(),
    version: app.getVersion(),
    messages,
    settings,
    library: async () => {
      // Only when the app is ready can a document's forms be made in a process of their own.
      await app.whenReady()
      return Library.open({
        report: loadReport(assetsFolder()),
        userData,
        worker: new DocumentWorker(distFolder()),
      })
    },
    pdf: printer,
    becomeOnly: (handedOver) => app.requestSingleInstanceLock({ ...handedOver }),
    wait: (time) => setTimeout(time),
    print: out.print,
    printError: (line) => {
      said.push(line)
      err.print(line)
    },
  }
}

/** Prints as the app does, which serves its pages from the start; a command only when it prints. */
const printer: PdfPrinter = {
  fontFaces: hiddenWindowPrinter.fontFaces,
  print: async (html) => {
    await app.whenReady()
    guardSession(session.defaultSession)
    servePage(distFolder())
    return hiddenWindowPrinter.print(html)
  },
}
