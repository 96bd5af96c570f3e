import { type Browser, chromium } from 'playwright-core'
import RealmEnvironment from '../../../tools/test/realm-environment'
import { browserAddress } from './surroundings'

declare global {
  /** The browser of the run, as a test file is connected with it. */
  var piyueBrowser: Browser
}

/**
 * Node, connected with the browser of the run. Playwright lies outside the modules of the test files,
 * which are loaded anew for each: so it is loaded once for all files of a worker.
 */
export default class BrowserEnvironment extends RealmEnvironment {
  #browser: Browser | undefined

  override async setup(): Promise<void> {
    await super.setup()
    this.#browser = await chromium.connect(browserAddress())
    globalThis.piyueBrowser = this.#browser
  }

  override async teardown(): Promise<void> {
    await this.#browser?.close()
    await super.teardown()
  }
}
