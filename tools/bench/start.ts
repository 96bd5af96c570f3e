import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Browser, chromium, type Page } from 'playwright-core'
import { packedExecutable, unpackedExecutable } from '../../tests/e2e/support/executable'
import { repositoryRoot } from '../runtime/paths'

/** A way of starting, and what is in the page once it shows what is waited for. */
interface Way {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly shows: string
}

/** An app that opens a window with one word in it, and does nothing else. */
const emptyMain = `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow().loadURL('data:text/html,<p>Empty</p>'))
`

/**
 * How long the ways of starting take to the frame that first shows text, beside a window of the same runtime
 * with one word in it. Each start has a folder of its own, as a first start has.
 *
 * @returns milliseconds by the name of the way
 */
export async function startTimes(
  repetitions: number,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const empty = mkdtempSync(path.join(tmpdir(), 'piyue-empty-'))
  writeFileSync(path.join(empty, 'package.json'), JSON.stringify({ main: 'main.js' }))
  writeFileSync(path.join(empty, 'main.js'), emptyMain)
  const text = '[data-block]'
  const executable = unpackedExecutable()
  const ways: readonly Way[] = [
    { name: 'an empty window', command: executable, args: [empty], shows: 'p' },
    { name: 'built sources', command: executable, args: ['.'], shows: text },
    { name: 'npm start', command: 'npm', args: ['start', '--'], shows: text },
    ...(existsSync(packedExecutable)
      ? [{ name: 'packed', command: packedExecutable, args: [], shows: text }]
      : []),
  ]
  const times = new Map<string, number[]>(ways.map(({ name }) => [name, []]))
  try {
    for (let i = 0; i <= repetitions; i++) {
      for (const way of ways) {
        // oxlint-disable-next-line no-await-in-loop -- two at a time would wait for each other
        const time = await startOnce(way)
        // The first of each has the system read files that it keeps in memory for the others.
        if (i > 0) times.get(way.name)?.push(time)
      }
    }
    return times
  } finally {
    rmSync(empty, { recursive: true, force: true })
  }
}

/** When any of them has shown itself, in ms; where one has not, it is waited for. */
const untilStarted = 2_500

/** From the command to the frame that first shows something, in ms. */
async function startOnce({ command, args, shows }: Way): Promise<number> {
  const userData = mkdtempSync(path.join(tmpdir(), 'piyue-start-'))
  const port = await freePort()
  const begun = Date.now()
  const child = spawn(
    command,
    [...args, `--user-data-dir=${userData}`, `--remote-debugging-port=${port}`],
    { cwd: repositoryRoot, detached: true, stdio: 'ignore' },
  )
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    // Whoever looks on while the page begins has it do more: what it painted first it knows afterwards, too.
    await setTimeout(untilStarted)
    const browser = await connectedTo(port, child)
    const page = await pageThatShows(browser, shows)
    const painted = await page.evaluate(async (wanted) => {
      const first = await new Promise<PerformanceEntry>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          const paints = list.getEntries() as (PerformanceEntry & { element: Element | null })[]
          const entry = paints.find(({ element }) => element?.closest(wanted))
          if (entry !== undefined) resolve(entry)
        })
        // The first paint of all may be of what stands around the text.
        observer.observe({ type: 'largest-contentful-paint', buffered: true })
      })
      return performance.timeOrigin + first.startTime
    }, shows)
    // With its window the app ends.
    await (await browser.newBrowserCDPSession()).send('Browser.close')
    return painted - begun
  } catch (error) {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
    throw error
  } finally {
    await ended
    rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** @throws Error if the app ends before it can be reached. */
async function connectedTo(port: number, child: ChildProcess): Promise<Browser> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The app ended with ${child.exitCode}`)
    try {
      // oxlint-disable-next-line no-await-in-loop -- again and again until something answers
      return await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    } catch {
      // oxlint-disable-next-line no-await-in-loop
      await setTimeout(20)
    }
  }
}

async function pageThatShows(browser: Browser, selector: string): Promise<Page> {
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('The app has no window')
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  await page.locator(selector).first().waitFor()
  return page
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
