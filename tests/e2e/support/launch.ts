import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { repositoryRoot, standInDist, standInExecutable } from '../../../tools/runtime/paths'
import { captureOutput } from './capture-output'
import { packed, packedExecutable, unpackedExecutable } from './executable'

export interface LaunchOptions {
  /** The folder of user data. Without one, a temporary folder is made, and removed by `close`. */
  userData?: string
  /** What follows the app on the command line. */
  args?: string[]
  /** Added to this process's environment. */
  env?: Record<string, string>
  /** The system's language for the app, as a BCP 47 tag; English unless it is given. */
  locale?: string
  /** Another app than Piyue: the folder of its package.json. */
  app?: string
}

/** An app that runs in a window of its own. */
export interface LaunchedApp {
  app: ElectronApplication
  page: Page
  userData: string
  /** What the main process has written so far. */
  output: () => string
  /** Quits the app and waits until it has gone. */
  close: () => Promise<void>
}

/** Apps that still run; a test that fails before it closes its app must not keep the run alive. */
const running = new Set<LaunchedApp>()
if (typeof afterAll === 'function')
  afterAll(async () => {
    for (const app of running) await app.close()
  })

/** Starts an app and waits until its first window has loaded its page. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const userData = options.userData ?? temporaryUserData()
  const { result, output } = await captureOutput(async () => {
    const app = await start(userData, options)
    const page = await app.firstWindow()
    // A new window shows a blank page until the app tells it what to load.
    await page.waitForURL((url) => !['about:', 'data:'].includes(url.protocol))
    return { app, page }
  })
  const child = result.app.process()
  const leaks = watchForLeaks(result.app)
  const launched: LaunchedApp = {
    ...result,
    userData,
    output: () => output.text(),
    close: async () => {
      running.delete(launched)
      await quit(result.app, child, () => output.text())
      if (!options.userData) rmSync(userData, { recursive: true, force: true })
      if (leaks.length > 0) throw new Error(`let through to the network: ${leaks.join(', ')}`)
    },
  }
  running.add(launched)
  return launched
}

/** How what the app or its policy refuses ends. Whatever got farther ends otherwise. */
const refusals = /^(?:csp|net::ERR_ABORTED|net::ERR_BLOCKED_BY_.*)$/u

/**
 * Every request and socket of any window that was let through to the network, where nothing answers:
 * a test may have its page try, but no app may let it.
 */
function watchForLeaks(app: ElectronApplication): readonly string[] {
  const leaks: string[] = []
  const context = app.context()
  const watch = (page: Page) => page.on('websocket', (socket) => leaks.push(socket.url()))
  context.pages().forEach(watch)
  context.on('page', watch)
  context.on('response', (response) => {
    if (isOutside(response.url())) leaks.push(response.url())
  })
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    if (isOutside(request.url()) && !refusals.test(reason)) leaks.push(`${request.url()} ${reason}`)
  })
  return leaks
}

/** Whether an address is the network's: not the app's own, nor one that its name stands for. */
const isOutside = (url: string): boolean =>
  /^(?:https?|wss?|ftp):/u.test(url) && !/^https:\/\/[^/]*\.stand-in\.invalid\//u.test(url)

/** How long an app may take to quit. */
const patience = 30_000

/** What ended a process; null while it runs, and where it ended by itself. */
const signalOf = (child: ChildProcess): NodeJS.Signals | null => child.signalCode

/** @throws if the app does not quit when it is asked to, and is killed then, or if it crashes */
async function quit(
  app: ElectronApplication,
  child: ChildProcess,
  output: () => string,
): Promise<void> {
  if (child.exitCode !== null || signalOf(child) !== null) return
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`the app did not quit; it wrote:\n${output()}`))
    }, patience)
  })
  await Promise.race([app.close(), tooLong]).finally(() => clearTimeout(timer))
  const signalCode = signalOf(child)
  if (signalCode !== null)
    throw new Error(`the app ended by ${signalCode} as it quit; it wrote:\n${output()}`)
}

function start(userData: string, options: LaunchOptions): Promise<ElectronApplication> {
  const command = commandFor(options.app)
  const args = [...command.args, ...switches(userData, options), ...(options.args ?? [])]
  const launch = { args, cwd: repositoryRoot, env: environment(options.env) }
  if (packed && !options.app)
    return _electron.launch({ ...launch, executablePath: command.executable })
  // Without a path Playwright finds Electron itself, and makes the app wait for it.
  if (command.executable === standInExecutable)
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = standInDist
  return _electron.launch(launch)
}

/** A temporary folder of user data, for tests that start an app more than once. */
export function temporaryUserData(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'piyue-test-'))
}

/** The executable, and what comes before an app's own arguments. */
export function commandFor(app?: string): { executable: string; args: string[] } {
  if (packed && !app) return { executable: packedExecutable, args: [] }
  return { executable: unpackedExecutable(), args: [app ?? '.'] }
}

function switches(userData: string, { locale = 'en-US' }: LaunchOptions): string[] {
  return [`--user-data-dir=${userData}`, `--lang=${locale}`]
}

/** This process's environment without what would change the app's behaviour. */
export function environment(added: Record<string, string> = {}): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  const {
    NODE_OPTIONS: _options,
    ELECTRON_RUN_AS_NODE: _asNode,
    ...rest
  } = Object.fromEntries(inherited)
  return { ...rest, ...added }
}
