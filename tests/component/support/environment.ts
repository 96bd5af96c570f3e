import { type Browser, chromium } from 'playwright-core'
import RealmEnvironment from '../../../tools/test/realm-environment'
import { browserAddress } from './surroundings'

declare global {
  /** The browser of the run, as this worker is connected with it. */
  var piyueBrowser: Browser
}

/**
 * Connected with the browser of the run, once for all files of a worker. Playwright lies outside the modules
 * of the test files, so it is loaded once, too.
 */
export default class BrowserEnvironment extends RealmEnvironment {
  override async setup(): Promise<void> {
    await super.setup()
    browser ??= connect()
    globalThis.piyueBrowser = await browser
  }
}

let browser: Promise<Browser> | undefined

async function connect(): Promise<Browser> {
  const connected = await chromium.connect(browserAddress())
  // A worker that listens to Jest no longer has nothing left to do, and ends when nothing keeps it.
  process.on('removeListener', (event) => {
    if (event === 'message') void connected.close()
  })
  return connected
}
