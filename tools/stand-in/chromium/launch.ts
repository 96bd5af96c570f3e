import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { findChromium, findHeadlessChromium } from '../../runtime/chromium'
import { environment } from '../boot/environment'
import { Connection } from './connection'
import { blankPage, chromiumSwitches } from './switches'

/** How long Chromium may take to close before it is killed. */
const patience = 3000

/** A running Chromium. */
export interface Chromium {
  connection: Connection
  /** Settles when the process has ended. */
  exited: Promise<void>
  /** Opens one more window without a browser's bars; `page` tells its target from others. */
  openWindow(page: string): void
  /** Closes it in its own way, or after a while by force. */
  close(): Promise<void>
}

/**
 * Starts Chromium with one blank window; where windows are drawn nowhere and Chromium comes without any, with none.
 * @param locale the language of Chromium's own texts and of the pages' `navigator.language`
 * @throws when there is none, or it ends before it answers
 */
export async function launchChromium(
  profile: string,
  locale: string,
  switches: ReadonlyMap<string, string>,
): Promise<Chromium> {
  const executable = environment.headless ? findHeadlessChromium() : findChromium()
  if (!executable) throw new Error('stand-in: no Chromium is installed')
  mkdirSync(profile, { recursive: true })
  const args = chromiumSwitches(profile, locale, switches)
  const env = {
    ...process.env,
    // On Linux Chromium takes its language from here, and not from --lang.
    LANGUAGE: locale.replace('-', '_'),
    // Its reports of crashes lie in the profile, and not among those of a Chromium of the user's own.
    BREAKPAD_DUMP_LOCATION: path.join(profile, 'crashes'),
  }
  const child = spawn(executable, ['--remote-debugging-pipe', ...args, `--app=${blankPage}`], {
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // A process group of its own: Ctrl-C is for the app, which then closes Chromium. If the app is
    // killed, the pipe closes and Chromium ends by itself.
    detached: true,
  })
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const output = passOnStderr(child)
  const kill = (): void => killNow(child, profile)
  process.on('exit', kill)
  void exited.then(() => process.off('exit', kill))

  const connection = new Connection(child.stdio[4] as Readable, child.stdio[3] as Writable)
  try {
    await connection.send('Browser.getVersion')
  } catch {
    throw new Error(`stand-in: ${executable} ended before it answered:\n${output().trim()}`)
  }
  return {
    connection,
    exited,
    openWindow: (page) => {
      // A second start with the same profile hands its command line to the first, and ends.
      spawn(executable, [...args, `--app=${page}`], { env, stdio: 'ignore', detached: true })
    },
    async close() {
      connection.send('Browser.close').catch(() => {}) // answered by the exit, if at all
      const timer = setTimeout(kill, patience)
      await exited
      clearTimeout(timer)
    },
  }
}

/**
 * Hands on the one line of Chromium's stderr that is for others, the debugging address. The rest
 * (noise of drivers and of the launching script) is shown only when the start fails or on demand.
 */
function passOnStderr(child: ChildProcess): () => string {
  let kept = ''
  let rest = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (environment.verbose || line.startsWith('DevTools listening on'))
        process.stderr.write(`${line}\n`)
      else kept = `${kept}${line}\n`.slice(-4000)
    }
  })
  return () => kept + rest
}

function killNow(child: ChildProcess, profile: string): void {
  child.kill('SIGKILL')
  for (const lock of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
    rmSync(path.join(profile, lock), { force: true })
}
