import { isTypingKey } from '../../../core/app/accelerators'
import type { ActionId } from '../../../core/app/actions'
import { fontsLoaded } from '../../support/in-page'
import { PiyuePage } from '../../support/piyue-page'
import type { Beginning, InMemoryMain } from './in-memory-main'
import { Line } from './line'
import type { PageWindow } from './page-window'
import { windows } from './windows'

interface OpenOptions extends Beginning {
  /** The window's size in CSS px. */
  readonly viewport?: { readonly width: number; readonly height: number }
  /** Whether the page is loaded anew, where a test looks at what it loads and when. */
  readonly isLoadedAnew?: boolean
}

/**
 * The real page in a window of its own, with an in-memory main process behind it. Nothing may have gone wrong
 * in it when a test leaves it, but what the test has asked for (`faults`).
 */
export class Piyue extends PiyuePage {
  readonly line: Line
  readonly #window: PageWindow

  static async open(options: OpenOptions = {}): Promise<Piyue> {
    const { viewport, isLoadedAnew = false, ...beginning } = options
    const window = await windows.take()
    const { page } = window
    if (viewport !== undefined) await page.setViewportSize(viewport)
    const piyue = new Piyue(window, await Line.open(window, beginning))
    opened.push(piyue)
    await window.show(await windows.url(), isLoadedAnew)
    await piyue.shown()
    return piyue
  }

  private constructor(window: PageWindow, line: Line) {
    super(window.page)
    this.#window = window
    this.line = line
  }

  /** The page has been loaded when this is asked, so that it can be waited for in the page itself. */
  protected override async shown(): Promise<void> {
    const wanted = ['article [data-block]', '.notes:not([aria-busy="true"])']
    await this.page.evaluate(fontsLoaded, wanted)
  }

  get main(): InMemoryMain {
    return this.line.main
  }

  override async chooseMenu(action: ActionId): Promise<void> {
    await this.dialogsClosed()
    this.main.tell({ kind: 'action', action })
    await this.line.settled()
  }

  /** A key of the menu goes to main and comes back as an action: what is pressed after it finds that done. */
  override async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key)
      if (isTypingKey(key)) continue
      // What the page said comes before its answer.
      await this.#window.answered()
      await this.line.settled()
    }
  }

  /** Has the page shown as on something else, until the window is left. */
  async emulateMedia(media: Parameters<PageWindow['emulateMedia']>[0]): Promise<void> {
    await this.#window.emulateMedia(media)
  }

  /** Leaves the window to the next page that is opened, in a test that opens many. */
  async leave(): Promise<void> {
    await leave()
  }

  /**
   * What went wrong in the page since this was asked last: what it threw, wrote to its console, or told main of
   * as an error.
   */
  async faults(): Promise<readonly string[]> {
    if (!this.page.isClosed()) await this.#window.answered()
    await this.line.settled()
    const reports = this.main.errors.splice(0).map((report) => JSON.stringify(report))
    return [...this.complaints.splice(0), ...this.line.faults.splice(0), ...reports]
  }

  /** Has the page begin anew, as after a restart of the app: what main keeps is still there. */
  async reload(): Promise<void> {
    await this.#window.show(await windows.url(), false)
    await this.shown()
  }

  /** Where main knows the reader to be, in code points. */
  get placeKept(): number {
    return this.main.settings.views[this.main.workspace.id]?.place ?? 0
  }

  /** Has the page's clock stand still; from now on it goes as far as a test lets it. */
  async holdClock(): Promise<void> {
    isClockHeld = true
    await this.page.clock.install()
    await this.page.clock.pauseAt(await this.page.evaluate(() => Date.now() + 1_000))
  }
}

/** The pages that the test has opened and not left. */
const opened: Piyue[] = []

/** A clock that is held is so for every window of the browser's context. */
let isClockHeld = false

/** Leaves the windows, and has main close as it does then. @throws what went wrong in them that no test has asked for */
async function leave(): Promise<void> {
  const pages = opened.splice(0)
  try {
    const faults = (await Promise.all(pages.map((piyue) => piyue.faults()))).flat()
    if (faults.length > 0) throw new Error(`In the page went wrong:\n${faults.join('\n')}`)
  } finally {
    await (isClockHeld ? windows.close() : windows.leave())
    isClockHeld = false
    await Promise.all(pages.map(({ main }) => main.close()))
  }
}

afterEach(leave)
