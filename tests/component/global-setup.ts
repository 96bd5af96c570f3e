import { type BrowserServer, chromium } from 'playwright-core'
import { findHeadlessChromium } from '../../tools/runtime/chromium'
import { prepareTests } from '../support/prepare'
import { browserVariable } from './support/surroundings'

declare global {
  var piyueBrowserServer: BrowserServer | undefined
}

/** Before the component tests: builds the page, and starts the one browser that all of them use. */
export default async function setUp(): Promise<void> {
  prepareTests('component')
  const executablePath = findHeadlessChromium()
  if (executablePath === undefined) throw new Error('No Chromium is installed')
  const server = await chromium.launchServer({
    executablePath,
    args: ['--no-sandbox', '--process-per-site'],
  })
  globalThis.piyueBrowserServer = server
  process.env[browserVariable] = server.wsEndpoint()
}
