import { accessSync, constants } from 'node:fs'
import path from 'node:path'

/** What an installed Chromium may be called, the plainest first. */
const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
]
/** Chromium that opens no window, as Debian calls it. */
export const headlessShell = 'chromium-headless-shell'

const macApplications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * An installed Chromium: what `PIYUE_CHROMIUM` names, else the first one on the search path.
 * @throws when PIYUE_CHROMIUM names a file that cannot be run
 */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  return namedIn(env) ?? [...onSearchPath(names, env), ...macApplications].find(isExecutable)
}

/**
 * What draws pages for tests: Chromium without a browser's windows where it is installed, which draws the
 * same at two thirds of the processor time, else Chromium itself.
 * @throws when PIYUE_CHROMIUM names a file that cannot be run
 */
export function findHeadlessChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  return namedIn(env) ?? findHeadlessShell(env) ?? findChromium(env)
}

/** Chromium without a browser's windows, if it is on the search path. */
export const findHeadlessShell = (env: NodeJS.ProcessEnv = process.env): string | undefined =>
  onSearchPath([headlessShell], env).find(isExecutable)

function namedIn(env: NodeJS.ProcessEnv): string | undefined {
  const named = env['PIYUE_CHROMIUM'] || undefined
  if (named !== undefined && !isExecutable(named))
    throw new Error(`PIYUE_CHROMIUM=${named} is not an executable file`)
  return named
}

function onSearchPath(names: readonly string[], env: NodeJS.ProcessEnv): string[] {
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
