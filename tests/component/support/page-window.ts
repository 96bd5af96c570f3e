import type { CDPSession, Page } from 'playwright-core'
import { beginAnew, fromMain, offerAnew, toMain } from './wire'

export const usualViewport = { width: 1400, height: 900 }

/**
 * A window in which tests show the page, one after the other. What the page and main say to one another
 * goes by the debugging protocol itself, for there is much of it.
 */
export class PageWindow {
  readonly page: Page
  readonly #engine: CDPSession
  /** Takes what the page says; a test that the window has been left by hears nothing more. */
  #listener: ((text: string) => void) | undefined
  /** The names that the page itself has put among the globals; undefined where it was not loaded yet. */
  #globals: readonly string[] | undefined
  #isMediaEmulated = false

  /** @param script what stands in the page before its own scripts: the page's side of the line */
  static async of(page: Page, script: string): Promise<PageWindow> {
    const engine = await page.context().newCDPSession(page)
    await engine.send('Runtime.enable')
    await engine.send('Runtime.addBinding', { name: toMain })
    await page.addInitScript({ content: script })
    return new PageWindow(page, engine)
  }

  private constructor(page: Page, engine: CDPSession) {
    this.page = page
    this.#engine = engine
    engine.on('Runtime.bindingCalled', ({ payload }) => this.#listener?.(payload))
  }

  listen(listener: (text: string) => void): void {
    this.#listener = listener
  }

  /** Whether it is still this listener that hears the page. */
  isHeardBy(listener: (text: string) => void): boolean {
    return this.#listener === listener
  }

  /** Says something to the page; gives what the page threw, if it did. @throws the engine's error if it has gone */
  async tell(text: string): Promise<string | undefined> {
    const expression = `${fromMain}(${JSON.stringify(text)})`
    const { exceptionDetails } = await this.#engine.send('Runtime.evaluate', { expression })
    return exceptionDetails?.exception?.description ?? exceptionDetails?.text
  }

  /** Waits until the page answers: all that it said before is heard by then. */
  async answered(): Promise<void> {
    await this.#engine.send('Runtime.evaluate', { expression: '0' })
  }

  /** Shows the page: another in the place of one that an earlier test has left, or loads it. */
  async show(url: string, isLoadedAnew: boolean): Promise<void> {
    const { page } = this
    if (!isLoadedAnew && (await this.#beginAnew())) return
    await page.goto(url)
    this.#globals = await page.evaluate(() => Object.keys(globalThis))
  }

  /**
   * Has the page begin anew: all that it shows is taken down, but scripts and fonts need not come again. Gives
   * whether that was possible; it is not where a test has put anything among the page's globals.
   */
  async #beginAnew(): Promise<boolean> {
    const known = this.#globals
    if (known === undefined) return false
    return this.page.evaluate(
      async ({ known, steps }) => {
        const isKnown = (name: string) => known.includes(name) || name === 'axe'
        const page = globalThis as unknown as Readonly<Record<string, () => Promise<void>>>
        if (!steps.every((step) => step in page)) return false
        if (!Object.keys(page).every(isKnown)) return false
        for (const element of [document.documentElement, document.body]) {
          for (const name of element.getAttributeNames()) element.removeAttribute(name)
        }
        document.getSelection()?.removeAllRanges()
        for (const step of steps) await page[step]?.()
        return true
      },
      { known, steps: [offerAnew, beginAnew] },
    )
  }

  /** Has the page take what it is shown on for another: paper, a dark desktop, forced colours. */
  async emulateMedia(media: Parameters<Page['emulateMedia']>[0]): Promise<void> {
    this.#isMediaEmulated = true
    await this.page.emulateMedia(media)
  }

  /** Leaves it as it would be new: what was changed is put back, for each step of that costs every test. */
  async leave(): Promise<void> {
    const { page } = this
    this.#listener = undefined
    page.removeAllListeners()
    if (this.#isMediaEmulated) {
      await page.emulateMedia({
        media: null,
        colorScheme: null,
        forcedColors: null,
        reducedMotion: null,
      })
      this.#isMediaEmulated = false
    }
    const { width, height } = page.viewportSize() ?? usualViewport
    if (width !== usualViewport.width || height !== usualViewport.height) {
      await page.setViewportSize(usualViewport)
    }
    await page.mouse.up()
    await page.mouse.move(0, 0)
  }
}
