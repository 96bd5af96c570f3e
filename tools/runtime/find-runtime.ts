import { findChromium } from './chromium'
import { canInstallPackages, installPackages } from './debian-packages'
import { fetchElectron } from './electron-download'
import { type Obstacle, obstacleToElectron } from './electron-obstacles'
import { electronVersion, findElectron } from './electron-package'
import type { Findings } from './help-screen'
import { standInExecutable } from './paths'
import { type RuntimeChoice, runtimeChoice } from './runtime-choice'
import { prepareStandInDist } from './stand-in-dist'

/** Something that runs the app: start `executable` with the app's folder as its first argument. */
interface Runtime {
  readonly name: 'Electron' | 'stand-in'
  readonly executable: string
}

/** What may be done to find a runtime, and where to say what is being done. */
interface Search {
  readonly say: (line: string) => void
  /** Whether Electron may be downloaded; otherwise only an installed one counts. */
  readonly mayDownload: boolean
  /** What the app will be started with. */
  readonly args?: readonly string[]
}

const becauseOf: Readonly<Record<Obstacle, string>> = {
  'no-display': 'there is no display to show a window on',
  root: 'Electron does not run as root',
  'no-user-namespaces': "Electron's sandbox is forbidden here (users may make no namespaces)",
}

/**
 * Finds what the app can run on: Electron where it can start, else the stand-in with an installed
 * Chromium. Electron is fetched only where it could start.
 *
 * @returns what was found instead, if it can run on nothing
 * @throws when PIYUE_RUNTIME asks for what is not there
 */
export async function findRuntime(search: Search): Promise<Runtime | Findings> {
  const choice = runtimeChoice()
  const electron = await lookForElectron(choice, search)
  if (electron.executable !== undefined)
    return { name: 'Electron', executable: electron.executable }
  if (!findChromium() && canInstallPackages()) {
    await installPackages('Chromium', ['chromium', 'fonts-noto-cjk'], search.say)
  }
  if (!findChromium()) {
    if (choice === 'auto') return electron.findings
    throw new Error('PIYUE_RUNTIME=stand-in: no Chromium is installed')
  }
  const { obstacle } = electron.findings
  if (choice === 'auto' && obstacle !== undefined)
    search.say(`On the stand-in: ${becauseOf[obstacle]}.`)
  await prepareStandInDist()
  return { name: 'stand-in', executable: standInExecutable }
}

/** Whether something to run the app on was found. */
export const isRuntime = (found: Runtime | Findings): found is Runtime => 'executable' in found

interface LookedFor {
  /** Electron's executable, if it is here and can start. */
  readonly executable: string | undefined
  readonly findings: Findings
}

async function lookForElectron(choice: RuntimeChoice, search: Search): Promise<LookedFor> {
  const installed = findElectron()
  const obstacle = obstacleToElectron(installed, search.args)
  const findings = {
    platform: process.platform,
    electronVersion: electronVersion(),
    electron: installed,
    obstacle,
    fetchProblem: undefined,
  }
  if (choice === 'stand-in' || (choice === 'auto' && obstacle !== undefined))
    return { executable: undefined, findings }
  if (choice === 'electron' && obstacle !== undefined)
    search.say(`Electron was asked for, though ${becauseOf[obstacle]}.`)
  if (installed !== undefined) return { executable: installed, findings }
  const fetched = search.mayDownload
    ? await fetchElectron(search.say, choice === 'electron')
    : { problem: 'that was not tried' }
  if ('executable' in fetched) return { executable: fetched.executable, findings }
  if (choice === 'electron')
    throw new Error(`PIYUE_RUNTIME=electron: Electron is not installed (${fetched.problem})`)
  return { executable: undefined, findings: { ...findings, fetchProblem: fetched.problem } }
}
