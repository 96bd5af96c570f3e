import { readFileSync } from 'node:fs'
import type { BrowserContext, Page } from 'playwright-core'
import type { ActionId } from '../../../core/app/actions'
import { PiyuePage } from '../../support/piyue-page'
import { type Beginning, type InMemoryMain, report } from './in-memory-main'
import { Line } from './line'
import { hostPage, type PageHost } from './page-host'
import { pageSideFile } from './surroundings'
import { reportPlace } from './wire'

export interface OpenOptions extends Beginning {
  /** The window's size in CSS px. */
  readonly viewport?: { readonly width: number; readonly height: number }
}

const usualViewport = { width: 1400, height: 900 }

/** The real page in a window of its own, with an in-memory main process behind it. */
export class Piyue extends PiyuePage {
  readonly line: Line

  static async open({ viewport, ...beginning }: OpenOptions = {}): Promise<Piyue> {
    shared ??= Surroundings.find()
    const surroundings = await shared
    const { host, script } = surroundings
    const page = await surroundings.window()
    if (viewport !== undefined) await page.setViewportSize(viewport)
    const piyue = new Piyue(page, await Line.connect(page, script, beginning))
    await page.goto(host.url)
    await piyue.shown()
    return piyue
  }

  private constructor(page: PiyuePage['page'], line: Line) {
    super(page)
    this.line = line
  }

  get main(): InMemoryMain {
    return this.line.main
  }

  override async chooseMenu(action: ActionId): Promise<void> {
    this.main.tell({ kind: 'action', action })
    await this.line.settled()
  }

  /** Leaves the window to the next page that is opened, in a test that opens many. */
  async leave(): Promise<void> {
    await (await shared)?.leaveWindows()
  }

  /** Loads the page anew, as after a crash of it: what main keeps is still there. */
  async reload(): Promise<void> {
    await this.page.reload()
    await this.shown()
  }
}

/** A script that puts the report where the page's side of the line looks for it. */
const withReport = `globalThis.${reportPlace} = ${JSON.stringify(JSON.stringify(report.publication))}`

/** What a test file shares: the one browser of the run, and the page to show in it. */
class Surroundings {
  readonly host: PageHost
  /** What stands in a page before its own scripts. */
  readonly script = `${withReport};\n${readFileSync(pageSideFile, 'utf8')}`
  readonly #context: BrowserContext
  readonly #shown = new Set<Page>()
  /**
   * Windows that a test has left. The next loads the page in one of them anew, which costs half of what
   * another window would; only the page's document could remember anything, and that is gone.
   */
  readonly #left: Page[] = []

  static async find(): Promise<Surroundings> {
    const [context, host] = await Promise.all([
      globalThis.piyueBrowser.newContext({ viewport: usualViewport }),
      hostPage(),
    ])
    return new Surroundings(context, host)
  }

  private constructor(context: BrowserContext, host: PageHost) {
    this.#context = context
    this.host = host
  }

  async window(): Promise<Page> {
    const page = this.#left.pop() ?? (await this.#context.newPage())
    this.#shown.add(page)
    return page
  }

  /** Leaves all windows as they would be new. */
  async leaveWindows(): Promise<void> {
    const pages = [...this.#shown].filter((page) => !page.isClosed())
    this.#shown.clear()
    await Promise.all(pages.map(asNew))
    this.#left.push(...pages)
  }

  async close(): Promise<void> {
    await this.#context.close()
    await this.host.close()
  }
}

async function asNew(page: Page): Promise<void> {
  page.removeAllListeners()
  await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null })
  await page.setViewportSize(usualViewport)
  await page.mouse.up()
  await page.mouse.move(0, 0)
}

let shared: Promise<Surroundings> | undefined

afterEach(async () => {
  await (await shared)?.leaveWindows()
})

afterAll(async () => {
  await (await shared)?.close()
})
