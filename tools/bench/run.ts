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
  putSwitches(put, what, 'Piyue', await switched(piyue, 'app'))
  put(`selecting: ${what}`, 'Piyue', spread(await repeated(piyue, 'selectInView')))
  if (count > 0) put(`opening a card: ${what}`, 'Piyue', spread(await repeated(piyue, 'clickMark')))
  put(`a key in the find bar: ${what}`, 'Piyue', spread(await typed(piyue)))
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
      putSwitches(put, what, peer, await switched(window, 'text'))
    }
    await window.close()
    /* oxlint-enable no-await-in-loop */
  }
}

function putSwitches(
  put: Put,
  what: string,
  column: string,
  { clock, own }: Awaited<ReturnType<typeof switched>>,
): void {
  put(`switching script: ${what}`, column, clock)
  put(`the same, the main thread's own time: ${what}`, column, own)
}

async function scrolled(window: BenchWindow): Promise<readonly number[]> {
  await window.page.evaluate(() => bench.scroll(20, 200))
  return window.page.evaluate((count) => bench.scroll(count, 60), frames)
}

/**
 * Switches of script, to the next frame, in ms: by the clock, and of the main thread's own time.
 *
 * @param what the app, or the bare text
 */
async function switched(window: BenchWindow, what: 'app' | 'text') {
  const clock: number[] = []
  const own: number[] = []
  for (let i = 0; i < repetitions + 2; i++) {
    const script = i % 2 === 0 ? 'hans' : 'hant'
    /* oxlint-disable no-await-in-loop -- one after the other is what is measured */
    own.push(
      await window.ownTimeOf(async () => {
        const time = await window.page.evaluate(
          ([of, to]) =>
            bench.toFrame(() => (of === 'app' ? bench.switchTo(to) : benchText.swap(to))),
          [what, script] as const,
        )
        clock.push(time)
      }),
    )
    await window.page.evaluate(() => bench.idle())
    /* oxlint-enable no-await-in-loop */
  }
  return { clock: spread(clock.slice(2)), own: spread(own.slice(2)) }
}

const repeated = (
  window: BenchWindow,
  what: 'selectInView' | 'clickMark',
): Promise<readonly number[]> =>
  window.page.evaluate(
    async ([name, count]) => {
      const times: number[] = []
      for (let i = 0; i < count; i++) {
        document.getSelection()?.removeAllRanges()
        bench.goTo(1_500 + i * 40)
        await new Promise((resolve) => setTimeout(resolve, 300))
        await bench.framePainted()
        times.push(await bench.toFrame(bench[name]))
      }
      return times
    },
    [what, repetitions] as const,
  )

async function typed(window: BenchWindow): Promise<readonly number[]> {
  await window.page.keyboard.press('Control+f')
  await window.page.locator('.find-field').waitFor()
  return window.page.evaluate(async (count) => {
    const queries = ['發', '發展', '發展的', '項', '項目']
    bench.type('工')
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    const times: number[] = []
    for (let i = 0; i < count; i++) {
      times.push(await bench.toFrame(() => bench.type(queries[i % queries.length] ?? '')))
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
    return times
  }, repetitions)
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
