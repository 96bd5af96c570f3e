import { mkdtempSync, rmSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { App } from 'electron'

/** What the folder of the reader's files is called where the app runs from its sources. */
const developmentName = 'Piyue Development'

type Paths = Pick<App, 'isPackaged' | 'commandLine' | 'getPath' | 'setPath'>

/**
 * Says where the app's files lie; must run before the app is ready. What runs from the sources keeps
 * notes and lock of its own, so that work on the app never touches a reader's notes. Chromium's files
 * lie in a folder within, apart from the reader's.
 */
export function chooseFolders(app: Paths): void {
  if (!app.isPackaged && !app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', path.join(app.getPath('appData'), developmentName))
  }
  app.setPath('sessionData', path.join(app.getPath('userData'), 'session'))
}

const temporaryPrefix = 'piyue-print-'

/**
 * Gives Chromium a folder for the time of one command, since two processes must not write to the same
 * one and the app may be running. Must run before the app is ready.
 */
export function useTemporarySession(app: Pick<App, 'setPath'>): void {
  const folder = mkdtempSync(path.join(tmpdir(), temporaryPrefix))
  app.setPath('sessionData', folder)
  process.once('exit', () => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    } catch {
      // Chromium still holds a file of it: a later start sweeps it away.
    }
  })
}

/** After how long a temporary folder cannot belong to a command that still runs, in ms. */
const longest = 24 * 60 * 60 * 1000

/** Removes what commands that were killed, or could not tidy up, have left behind. */
export async function sweepTemporarySessions(now = Date.now(), parent = tmpdir()): Promise<void> {
  const names = await readdir(parent).catch(() => [])
  await Promise.allSettled(
    names
      .filter((name) => name.startsWith(temporaryPrefix))
      .map(async (name) => {
        const folder = path.join(parent, name)
        const { mtimeMs } = await stat(folder)
        if (now - mtimeMs > longest) await rm(folder, { recursive: true, force: true })
      }),
  )
}
