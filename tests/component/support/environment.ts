import { type Browser, chromium } from 'playwright-core'
import RealmEnvironment from '../../../tools/jest/realm-environment'
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
    leavePackagesUnmapped()
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

/**
 * Has Jest look up the source of frames of our own files alone. Playwright takes down the stack at each of its
 * calls, where most frames are its own, and to look those up in vain costs more than many a call.
 */
function leavePackagesUnmapped(): void {
  const mapped = Error.prepareStackTrace?.bind(Error)
  if (mapped === undefined) return
  Error.prepareStackTrace = (error, frames) => {
    const said = mapped(error, []) as string
    const lineOf = (frame: NodeJS.CallSite): string =>
      isOfPackage(frame.getFileName())
        ? // oxlint-disable-next-line typescript/no-base-to-string -- a call site writes itself as V8 would
          `\n    at ${frame.toString()}`
        : (mapped(error, [frame]) as string).slice(said.length)
    return said + frames.map(lineOf).join('')
  }
}

const isOfPackage = (file: string | null | undefined): boolean =>
  /^(?:$|node:)|[\\/]node_modules[\\/]/u.test(file ?? '')
