import { readFileSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { ActionId } from '../../../core/app/actions'
import { PiyuePage } from '../../support/piyue-page'
import type { Beginning, InMemoryMain } from './in-memory-main'
import { Line } from './line'
import { hostPage, type PageHost } from './page-host'
import { browserAddress, pageSideFile } from './surroundings'

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
    const { context, host, script } = await shared
    const page = await context.newPage()
    open.add(page)
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

  /** Loads the page anew, as after a crash of it: what main keeps is still there. */
  async reload(): Promise<void> {
    await this.page.reload()
    await this.shown()
  }
}

const open = new Set<Page>()

/** What a test file shares: the one browser of the run, and the page to show in it. */
class Surroundings {
  readonly context: BrowserContext
  readonly host: PageHost
  readonly script = readFileSync(pageSideFile, 'utf8')
  readonly #browser: Browser

  static async find(): Promise<Surroundings> {
    const [browser, host] = await Promise.all([chromium.connect(browserAddress()), hostPage()])
    const context = await browser.newContext({ viewport: usualViewport })
    const surroundings = new Surroundings(browser, context, host)
    // As long as one page of its site is open, the next does not have to start a process of its own.
    const anchor = await context.newPage()
    await anchor.goto(host.blank)
    return surroundings
  }

  private constructor(browser: Browser, context: BrowserContext, host: PageHost) {
    this.#browser = browser
    this.context = context
    this.host = host
  }

  async leave(): Promise<void> {
    await this.#browser.close()
    await this.host.close()
  }
}

let shared: Promise<Surroundings> | undefined

afterEach(async () => {
  await Promise.all([...open].map((page) => page.close()))
  open.clear()
})

afterAll(async () => {
  await (await shared)?.leave()
})
