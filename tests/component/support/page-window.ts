import type { CDPSession, Page } from 'playwright-core'
import { fromMain, toMain } from './wire'

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

  /** Says something to the page. @throws what the page throws, or if it has gone */
  async tell(text: string): Promise<void> {
    const expression = `${fromMain}(${JSON.stringify(text)})`
    const { exceptionDetails } = await this.#engine.send('Runtime.evaluate', { expression })
    if (exceptionDetails !== undefined) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    }
  }

  /** Leaves it as it would be new. */
  async leave(): Promise<void> {
    const { page } = this
    this.#listener = undefined
    page.removeAllListeners()
    await page.unrouteAll()
    await page.emulateMedia({
      media: null,
      colorScheme: null,
      forcedColors: null,
      reducedMotion: null,
    })
    await page.setViewportSize(usualViewport)
    await page.mouse.up()
    await page.mouse.move(0, 0)
  }
}
