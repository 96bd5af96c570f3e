import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { buildSync } from 'esbuild'
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core'
import type { Annotation } from '../../core/annotation/annotation'
import type { OpenDocument } from '../../core/publication/open-document'
import { Line } from '../../tests/component/support/line'
import { hostPage, type PageHost } from '../../tests/component/support/page-host'
import { PageWindow } from '../../tests/component/support/page-window'
import { pageSideFile } from '../../tests/component/support/surroundings'
import { findChromium } from '../runtime/chromium'
import type { Bench } from './page/bench-page'
import type { BenchBlock, BenchFrame, BenchMark } from './page/text'

declare global {
  var bench: Bench
  /** The text that a peer shows. */
  var benchText: InstanceType<Bench['BenchText']>
}

const emptyPage = '<!doctype html><html lang="en"><title>Empty</title><body></body></html>'

const viewport = { width: 1400, height: 900 }

/** One Chromium for all that is compared; each window has a process of its own. */
export class BenchBrowser {
  readonly #browser: Browser
  readonly #host: PageHost
  readonly #script: string

  static async start(): Promise<BenchBrowser> {
    const executablePath = findChromium()
    if (executablePath === undefined) throw new Error('The benchmark needs an installed Chromium')
    const browser = await chromium.launch({
      executablePath,
      // A frame is then as long as its work, and no shorter for having been quick.
      args: [
        '--no-sandbox',
        '--disable-frame-rate-limit',
        '--disable-gpu-vsync',
        '--js-flags=--expose-gc',
      ],
    })
    return new BenchBrowser(browser, await hostPage())
  }

  private constructor(browser: Browser, host: PageHost) {
    this.#browser = browser
    this.#host = host
    const { outputFiles } = buildSync({
      entryPoints: [path.join(__dirname, 'page/bench-page.ts')],
      bundle: true,
      write: false,
      format: 'iife',
      target: 'chrome150',
      loader: { '.css': 'empty' },
      // The page keeps no mark of the build.
      sourcemap: false,
    })
    this.#script = outputFiles[0]?.text ?? ''
  }

  get version(): string {
    return this.#browser.version()
  }

  async close(): Promise<void> {
    await this.#browser.close()
    await this.#host.close()
  }

  /** A window with nothing in it. */
  async empty(): Promise<BenchWindow> {
    const { window, page } = await this.#window()
    const url = new URL('/empty.html', this.#host.url).href
    await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: emptyPage }))
    await page.goto(url)
    return window
  }

  /** The app's page with an in-memory main process behind it, when its text is there. */
  async piyue(open: OpenDocument, annotations: readonly Annotation[]): Promise<PiyueWindow> {
    const { window, page } = await this.#window()
    const side = await PageWindow.of(page, readFileSync(pageSideFile, 'utf8'))
    const line = await Line.open(side, { open, annotations })
    await page.goto(this.#host.url)
    await page.locator('[data-block]').first().waitFor()
    // Very many annotations arrive behind the text.
    await page.waitForFunction(
      (count) =>
        count === 0 ||
        document.querySelector('.notes .count')?.textContent?.startsWith(`${count} mark`),
      annotations.length,
    )
    await page.evaluate(() => document.fonts.ready.then(() => bench.idle()))
    return Object.assign(window, { line })
  }

  /** The same text and style without the app. */
  async peer(open: OpenDocument, frame: BenchFrame): Promise<BenchWindow> {
    const window = await this.empty()
    const blocks = blocksOf(open)
    await window.page.evaluate(
      async ([all, at, sheets]) => {
        for (const href of sheets) {
          const link = document.createElement('link')
          link.rel = 'stylesheet'
          link.href = href
          document.head.append(link)
          await new Promise((resolve) => link.addEventListener('load', resolve))
        }
        globalThis.benchText = new bench.BenchText(all, at)
        await document.fonts.ready
        await bench.idle()
      },
      [blocks, frame, await this.#sheets()] as const,
    )
    return window
  }

  async #sheets(): Promise<readonly string[]> {
    const page = await (await fetch(this.#host.url)).text()
    const [, main = ''] = /rel="stylesheet"[^>]*href="([^"]+)"/u.exec(page) ?? []
    return [main, './fonts/noto-serif-tc/index.css', './fonts/noto-serif-sc/index.css']
  }

  async #window() {
    const context = await this.#browser.newContext({ viewport })
    const page = await context.newPage()
    await page.addInitScript({ content: this.#script })
    const window = new BenchWindow(page, await context.newCDPSession(page))
    await window.prepare()
    return { window, page }
  }
}

type PiyueWindow = BenchWindow & { readonly line: Line }

/** A window that is measured. */
export class BenchWindow {
  readonly #cdp: CDPSession

  constructor(
    readonly page: Page,
    cdp: CDPSession,
  ) {
    this.#cdp = cdp
  }

  async prepare(): Promise<void> {
    await this.#cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  }

  close(): Promise<void> {
    return this.page.context().close()
  }

  /**
   * What the page's main thread does while something is done, in ms of its own time: neither what others do is in it,
   * nor what the page does when there is nothing better to do.
   */
  async ownTimeOf(act: () => Promise<unknown>): Promise<number> {
    await this.page.evaluate(() => bench.holdIdle())
    const before = await this.#taskTime()
    await act()
    const after = await this.#taskTime()
    await this.page.evaluate(() => bench.letIdle())
    return after - before
  }

  /**
   * Memory that the window's process has to itself, in MB, after two collections with the page at rest between
   * them: what the first lets go of is given back in that time.
   */
  async memory(): Promise<number> {
    const pid = await this.#pid()
    await this.#cdp.send('HeapProfiler.collectGarbage')
    await setTimeout(2_000)
    await this.#cdp.send('HeapProfiler.collectGarbage')
    const [, kilobytes = '0'] =
      /Private_Dirty:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? []
    return Number(kilobytes) / 1024
  }

  /**
   * The process that has worked as long as the page says that its own has, before some work and after it: the
   * browser has other pages, which work too.
   */
  async #pid(): Promise<number> {
    const before = await this.#apart()
    await this.page.evaluate(() => {
      const end = performance.now() + 150
      while (performance.now() < end) Math.sqrt(end)
    })
    const after = await this.#apart()
    const apartOf = (pid: number) => (before.get(pid) ?? Infinity) + (after.get(pid) ?? Infinity)
    const [pid] = [...after.keys()].toSorted((a, b) => apartOf(a) - apartOf(b))
    if (pid === undefined) throw new Error('The window has no process')
    return pid
  }

  /** For each process that shows pages, by its id, how far what it has worked is from what this page's has, in s. */
  async #apart(): Promise<ReadonlyMap<number, number>> {
    const own = await this.#metric('ProcessTime')
    const { processInfo } = await this.#browserSession((cdp) =>
      cdp.send('SystemInfo.getProcessInfo'),
    )
    const renderers = processInfo.filter(({ type }) => type === 'renderer')
    return new Map(renderers.map(({ id, cpuTime }) => [id, Math.abs(cpuTime - own)]))
  }

  async #browserSession<T>(ask: (cdp: CDPSession) => Promise<T>): Promise<T> {
    const browser = this.page.context().browser()
    if (browser === null) throw new Error('The window has no browser')
    const cdp = await browser.newBrowserCDPSession()
    try {
      return await ask(cdp)
    } finally {
      await cdp.detach()
    }
  }

  /** ms since the page began. */
  async #taskTime(): Promise<number> {
    return (await this.#metric('TaskDuration')) * 1000
  }

  /** @returns what Chromium measures, times in seconds. */
  async #metric(named: 'TaskDuration' | 'ProcessTime'): Promise<number> {
    const { metrics } = await this.#cdp.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === named)?.value ?? 0
  }
}

/** A document's blocks in two forms, as plain data. */
function blocksOf(open: OpenDocument): readonly BenchBlock[] {
  const [hant, hans] = [open.renditionOf('zh-Hant'), open.renditionOf('zh-Hans')]
  return open.document.placed.map(({ block }) => ({
    tag: block.kind === 'heading' ? `h${block.level}` : 'p',
    hant: hant.block(block.id).text,
    hans: hans.block(block.id).text,
  }))
}

/** Marks as peers take them. */
export function benchMarks(
  open: OpenDocument,
  annotations: readonly Annotation[],
): readonly BenchMark[] {
  const numbers = new Map(open.document.placed.map((placed, i) => [placed, i]))
  return annotations.flatMap(({ range, style }) => {
    const placed = open.document.blockAt(range.start)
    if (placed === undefined) return []
    const from = open.document.offsets.toUtf16(placed.range.start)
    return [
      {
        block: numbers.get(placed) ?? 0,
        start: open.document.offsets.toUtf16(range.start) - from,
        end: open.document.offsets.toUtf16(range.end) - from,
        layer: `${style.color}-${style.kind}`,
      },
    ]
  })
}
