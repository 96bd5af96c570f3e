import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { electronInstaller, electronVersion, findElectron } from './electron-binary'
import { cacheDirectory } from './paths'

/** How long a download may take before the start goes on without it. */
const patience = 20_000
/** How long a failed try is remembered, so that a start without network is not slow each time. */
const memory = 6 * 60 * 60 * 1000
const failureFile = path.join(cacheDirectory, 'electron-download-failed.json')

interface Failure {
  version: string
  at: number
  why: string
}

/** The last failed try for this version, if it is recent enough to be believed. */
export function recentFailure(now = Date.now()): Failure | undefined {
  try {
    const failure = JSON.parse(readFileSync(failureFile, 'utf8')) as Failure
    const fresh = failure.version === electronVersion() && now - failure.at < memory
    return fresh ? failure : undefined
  } catch {
    return undefined // never tried, or the note is unreadable: then it is tried anew
  }
}

/**
 * Downloads Electron's executable, for at most 20 s.
 * @returns its path, or undefined; why it failed is said through `say` and remembered
 */
export async function downloadElectron(say: (line: string) => void): Promise<string | undefined> {
  const failed = recentFailure()
  if (failed) {
    say(
      `Electron's executable could not be fetched earlier (${failed.why}); not tried again for some hours. ` +
        'PIYUE_RUNTIME=electron tries at once.',
    )
    return undefined
  }
  return tryDownload(say)
}

/** As {@link downloadElectron}, whatever happened before. */
export async function tryDownload(say: (line: string) => void): Promise<string | undefined> {
  say(`Electron ${electronVersion()} is not installed; fetching it (for 20 s at most) …`)
  const why = await runInstaller()
  const executable = findElectron()
  if (executable) {
    rmSync(failureFile, { force: true })
    return executable
  }
  const failure: Failure = { version: electronVersion(), at: Date.now(), why }
  mkdirSync(cacheDirectory, { recursive: true })
  writeFileSync(failureFile, `${JSON.stringify(failure)}\n`)
  say(`Electron could not be fetched from github.com: ${why}.`)
  return undefined
}

/** Runs the package's installer; resolves to why it gave nothing (meaningless if it succeeded). */
function runInstaller(): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [electronInstaller], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let output = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text))
    const timer = setTimeout(() => child.kill('SIGKILL'), patience)
    child.on('error', (error) => resolve(error.message))
    child.on('close', (_code, signal) => {
      clearTimeout(timer)
      resolve(signal ? 'no answer within 20 s' : reasonIn(output))
    })
  })
}

/** The line of an error report that names the cause: the innermost network error, else the first. */
export function reasonIn(output: string): string {
  const lines = output.split('\n').map((line) => line.trim())
  const cause = lines.map((line) => /\b(?:getaddrinfo|connect) E[A-Z]+\b[^\n{]*/.exec(line)?.[0])
  const first = lines.find(Boolean)?.replace(/^\w*Error: /, '')
  return (cause.find(Boolean) ?? first ?? 'no reason given').trim()
}
