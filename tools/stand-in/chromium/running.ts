import path from 'node:path'
import { getPath } from '../api/app-paths'
import { appLocale } from '../api/locale'
import { getContext } from '../boot/context'
import { environment } from '../boot/environment'
import { Browser } from './browser'
import { launchChromium } from './launch'

let running: Promise<Browser> | undefined

/**
 * The running Chromium, started when the first window needs it: an app that opens no window needs
 * none. It ends with its last window, and is then started anew for the next.
 */
export function ensureBrowser(): Promise<Browser> {
  running ??= start()
  return running
}

/** Closes Chromium; nothing, where it was not started. */
export function closeBrowser(): Promise<void> | undefined {
  const browser = running
  running = undefined
  // A start that failed has been reported where it was asked for, and has left nothing to close.
  return browser?.then((started) => started.close()).catch(() => {})
}

async function start(): Promise<Browser> {
  if (environment.headless)
    console.error(
      'stand-in: no display, so the window is drawn nowhere (--remote-debugging-port shows it, Ctrl+C ends it)',
    )
  const profile = path.join(getPath('sessionData'), 'stand-in-chromium')
  const launching = launchChromium(profile, appLocale(), getContext().switches)
  loadRequests()
  const chromium = await launching
  void forget(chromium.exited)
  const browser = await Browser.connect(chromium)
  const { product } = await chromium.connection.send('Browser.getVersion')
  ;(process.versions as Record<string, string | undefined>)['chrome'] = product.split('/')[1]
  return browser
}

/** Has Node load what requests and answers are made of while Chromium starts, and not when a page waits for the first. */
const loadRequests = (): unknown => new Request('https://stand-in.invalid/')

async function forget(exited: Promise<void>): Promise<void> {
  await exited
  running = undefined
}
