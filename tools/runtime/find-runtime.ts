import { findChromium } from './chromium-binary'
import { canInstallPackages, installPackages } from './debian-packages'
import { hasDisplay } from './display'
import { findElectron } from './electron-binary'
import { downloadElectron, tryDownload } from './electron-download'
import { runtimeChoice } from './runtime-choice'
import { prepareStandInDist } from './stand-in-dist'
import { standInExecutable } from './stand-in-dist-paths'

/** Something that runs the app: start `executable` with the app's folder as its first argument. */
export interface Runtime {
  name: 'Electron' | 'stand-in'
  executable: string
}

/** What may be done to find a runtime, and where to say what is being done. */
export interface Search {
  say: (line: string) => void
  /** Whether Electron may be downloaded; otherwise only an installed one counts. */
  mayDownload: boolean
}

/**
 * Finds what the app can run on: Electron, else the stand-in with an installed Chromium.
 *
 * Electron counts only where there is a display, for without one it cannot start.
 * @returns undefined if there is neither
 * @throws when PIYUE_RUNTIME asks for what is not there
 */
export async function findRuntime(search: Search): Promise<Runtime | undefined> {
  const choice = runtimeChoice()
  if (choice !== 'stand-in') {
    const electron = await electronFor(choice, search)
    if (electron) return { name: 'Electron', executable: electron }
  }
  if (!findChromium() && canInstallPackages()) {
    await installPackages('Chromium', ['chromium', 'fonts-noto-cjk'], search.say)
  }
  if (!findChromium()) {
    if (choice === 'auto') return undefined
    throw new Error('PIYUE_RUNTIME=stand-in: no Chromium is installed')
  }
  await prepareStandInDist()
  return { name: 'stand-in', executable: standInExecutable }
}

async function electronFor(
  choice: 'auto' | 'electron',
  search: Search,
): Promise<string | undefined> {
  const installed = findElectron()
  if (choice === 'electron') {
    const electron = installed ?? (search.mayDownload ? await tryDownload(search.say) : undefined)
    if (!electron) throw new Error('PIYUE_RUNTIME=electron: Electron is not installed')
    return electron
  }
  if (!hasDisplay()) {
    if (installed) search.say('Electron needs a display and there is none: using the stand-in.')
    return undefined
  }
  return installed ?? (search.mayDownload ? await downloadElectron(search.say) : undefined)
}
