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
const macApplications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * An installed Chromium: what `PIYUE_CHROMIUM` names, else the first one on the search path.
 * @throws when PIYUE_CHROMIUM names a file that cannot be run
 */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env['PIYUE_CHROMIUM']
  if (named) {
    if (!isExecutable(named)) throw new Error(`PIYUE_CHROMIUM=${named} is not an executable file`)
    return named
  }
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter(Boolean)
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return [...onPath, ...macApplications].find(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
