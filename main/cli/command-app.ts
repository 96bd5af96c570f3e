import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { app, session } from 'electron'
import { messagesIn } from '../../core/messages/language'
import type { PdfPrinter } from '../exchange/pdf-printer'
import { hiddenWindowPrinter } from '../exchange/print-pdf'
import { loadReport } from '../library/report'
import { readStoredSettings } from '../store/settings-store'
import { assetsFolder, distFolder, systemLanguage } from '../surroundings'
import { guardSession } from '../window/guards'
import { servePage } from '../window/page-server'
import type { Invocation } from './parse'
import { runCommand } from './run'
import { type CommandSurroundings, exitCodes } from './surroundings'

/** Carries out a command without a window of its own, and ends the process with its exit code. */
export function runWithoutWindow(invocation: Exclude<Invocation, { kind: 'window' }>): void {
  if (invocation.kind === 'export') useSessionOfItsOwn()
  // The window that prints a PDF opens and closes; that is not the end of the command.
  app.on('window-all-closed', () => {})
  void exitCodeOf(invocation).then((code) => app.exit(code))
}

async function exitCodeOf(invocation: Exclude<Invocation, { kind: 'window' }>): Promise<number> {
  try {
    return await runCommand(invocation, surroundings())
  } catch (error) {
    process.stderr.write(`piyue: ${error instanceof Error ? error.message : String(error)}\n`)
    return exitCodes.notDone
  }
}

/**
 * Lets Chromium keep its files apart from those of a running app: both would write to the same
 * profile. Must run before the app is ready.
 */
function useSessionOfItsOwn(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'piyue-'))
  app.setPath('sessionData', folder)
  process.once('exit', () => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    } catch {
      // Chromium still holds a file of it; the system clears its folder of temporary files itself.
    }
  })
}

function surroundings(): CommandSurroundings {
  const userData = app.getPath('userData')
  const settings = () => readStoredSettings(userData)
  const messages = async () => {
    const { language } = await settings()
    return messagesIn[language === 'system' ? systemLanguage() : language]
  }
  return {
    userData,
    workingFolder: process.cwd(),
    version: app.getVersion(),
    messages,
    material: async () => ({
      publication: await loadReport(assetsFolder()),
      settings: await settings(),
      messages: await messages(),
      appVersion: app.getVersion(),
      pdf: printer,
    }),
    becomeOnly: (handedOver) => app.requestSingleInstanceLock({ ...handedOver }),
    wait: (time) => setTimeout(time),
    print: (line) => process.stdout.write(`${line}\n`),
    printError: (line) => process.stderr.write(`${line}\n`),
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
