/**
 * `npm run bench`: what reading costs, beside other ways of marking a text, in one browser and one run.
 * `-- --quick` takes fewer counts and repetitions. Each cell is median / p95 in milliseconds.
 */
import { cpus, loadavg } from 'node:os'
import type { OpenDocument } from '../../core/publication/open-document'
import { longDocument, randomMarks } from '../../tests/support/long-document'
import { openReport } from '../../tests/unit/support/report'
import type { PeerName } from './page/peers'
import { startTimes } from './start'
import { markdownTable, spread } from './table'
import { BenchBrowser, type BenchWindow, benchMarks } from './window'

const isQuick = process.argv.includes('--quick')
const counts = isQuick ? [0, 5_000] : [0, 1_000, 5_000, 10_000]
const repetitions = isQuick ? 6 : 20
const frames = isQuick ? 60 : 240
const starts = isQuick ? 3 : 10

const peers: readonly PeerName[] = [
  'plain-highlights',
  'recogito-css',
  'recogito-spans',
  'wrapped-elements',
]

/** The cells of a line by what they were measured of. */
type Line = Readonly<Record<string, string>>

async function run(): Promise<void> {
  const load = loadavg()[0] ?? 0
  const started = await startTimes(starts)
  const browser = await BenchBrowser.start()
  try {
    const lines = new Map<string, Line>()
    const put = (name: string, column: string, cell: string) =>
      lines.set(name, { ...lines.get(name), [column]: cell })
    const empty = await browser.empty()
    put('memory of the window, MB', 'an empty window', (await empty.memory()).toFixed(0))
    await empty.close()
    const long = longDocument(1_000_000)
    for (const [open, what, marks] of [
      ...counts.map((count) => [openReport, 'the report', count] as const),
      [long, '1,000,000 characters', 10_000] as const,
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one window at a time, or they would wait for each other
      await measure(browser, open, `${what}, ${marks} marks`, marks, put)
    }
    print(lines, browser.version, load)
    const spreads = Array.from(started, ([name, times]) => `${name} ${spread(times)}`)
    say(`\nstart, to the first text: ${spreads.join(', ')} ms`)
  } finally {
    await browser.close()
  }
}

type Put = (line: string, column: string, cell: string) => void

async function measure(
  browser: BenchBrowser,
  open: OpenDocument,
  what: string,
  count: number,
  put: Put,
): Promise<void> {
  const marks = randomMarks(open.document, count)
  const piyue = await browser.piyue(open, marks)
  const { page } = piyue
  const frame = await page.evaluate(() => bench.frameOfText().toJSON() as DOMRect)
  put(`scrolling a frame: ${what}`, 'Piyue', spread(await scrolled(piyue)))
  const putTimes = (name: string, column: string, { clock, own }: Times) => {
    put(`${name}: ${what}`, column, spread(clock))
    put(`${name}, the main thread's own time: ${what}`, column, spread(own))
  }
  putTimes('switching script', 'Piyue', await switched(piyue, 'app'))
  putTimes('selecting', 'Piyue', await repeated(piyue, 'selectInView'))
  if (count > 0) putTimes('opening a card', 'Piyue', await repeated(piyue, 'clickMark'))
  putTimes('a key in the find bar', 'Piyue', await typed(piyue))
  put('memory of the window, MB', `Piyue, ${what}`, (await piyue.memory()).toFixed(0))
  await piyue.close()
  if (open !== openReport) return
  for (const peer of peers) {
    /* oxlint-disable no-await-in-loop -- one window at a time, or they would wait for each other */
    const window = await browser.peer(open, frame)
    const painted = await window.page.evaluate(
      ([name, all]) => bench.toFrame(() => benchText.paint(name, all)),
      [peer, benchMarks(open, marks)] as const,
    )
    put(`first paint of the marks: ${what}`, peer, painted.toFixed(0))
    put(`scrolling a frame: ${what}`, peer, spread(await scrolled(window)))
    if (peer === 'plain-highlights') {
      putTimes('switching script', peer, await switched(window, 'text'))
    }
    await window.close()
    /* oxlint-enable no-await-in-loop */
  }
}

async function scrolled(window: BenchWindow): Promise<readonly number[]> {
  await window.page.evaluate(() => bench.scroll(20, 200))
  return window.page.evaluate((count) => bench.scroll(count, 60), frames)
}

/** What something takes to the next frame, each time it is done, in ms: by the clock, and of the main thread's own time. */
interface Times {
  readonly clock: readonly number[]
  readonly own: readonly number[]
}

/**
 * Times something that is done over and over.
 *
 * @param act does it once, and gives how long the clock says that took
 * @param before makes ready for each time
 */
async function timed(
  window: BenchWindow,
  times: number,
  act: (i: number) => Promise<number>,
  before: (i: number) => Promise<unknown> = async () => undefined,
): Promise<Times> {
  const clock: number[] = []
  const own: number[] = []
  for (let i = 0; i < times; i++) {
    /* oxlint-disable no-await-in-loop -- one after the other is what is measured */
    await before(i)
    await window.page.evaluate(() => bench.rested())
    own.push(
      await window.ownTimeOf(async () => {
        clock.push(await act(i))
      }),
    )
    /* oxlint-enable no-await-in-loop */
  }
  return { clock, own }
}

/** @param what the app, or the bare text */
async function switched(window: BenchWindow, what: 'app' | 'text'): Promise<Times> {
  const act = (i: number) =>
    window.page.evaluate(
      ([of, to]) => bench.toFrame(() => (of === 'app' ? bench.switchTo(to) : benchText.swap(to))),
      [what, i % 2 === 0 ? 'hans' : 'hant'] as const,
    )
  // The first two have what later ones find there already.
  await timed(window, 2, act)
  return timed(window, repetitions, act)
}

const repeated = (window: BenchWindow, what: 'selectInView' | 'clickMark'): Promise<Times> =>
  timed(
    window,
    repetitions,
    () => window.page.evaluate((name) => bench.toFrame(bench[name]), what),
    (i) =>
      window.page.evaluate(async (turn) => {
        document.getSelection()?.removeAllRanges()
        bench.goTo(1_500 + 40 * turn)
        await new Promise((resolve) => setTimeout(resolve, 300))
        bench.aim(turn)
      }, i),
  )

async function typed(window: BenchWindow): Promise<Times> {
  const { page } = window
  await page.keyboard.press('Control+f')
  await page.locator('.find-field').waitFor()
  const queries = ['發', '發展', '發展的', '項', '項目']
  const type = (i: number) =>
    page.evaluate(
      (query) => bench.toFrame(() => bench.type(query)),
      queries[i % queries.length] ?? '',
    )
  const pause = (time: number) => () =>
    page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), time)
  // The first key makes ready what later ones find there.
  await page.evaluate(() => bench.type('工'))
  await pause(3_000)()
  return timed(window, repetitions, type, pause(250))
}

const say = (text: string) => process.stdout.write(`${text}\n`)

function print(lines: ReadonlyMap<string, Line>, version: string, load: number): void {
  const columns = ['Piyue', ...peers]
  const { model = 'unknown' } = cpus()[0] ?? {}
  say(`Chromium ${version}; ${cpus().length} × ${model}; load ${load.toFixed(1)} at the start\n`)
  const rows = [...lines].filter(([name]) => !name.startsWith('memory'))
  say(
    markdownTable([
      ['median / p95, ms', ...columns],
      ...rows.map(([name, cells]) => [name, ...columns.map((column) => cells[column] ?? '—')]),
    ]),
  )
  const held = Object.entries(lines.get('memory of the window, MB') ?? {})
  const windows = held.map(([what, memory]) => `${what} ${memory}`)
  say(`\nmemory private to the window's process: ${windows.join(', ')} MB`)
}

run().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  process.exitCode = 1
})
