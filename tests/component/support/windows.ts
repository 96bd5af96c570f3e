import { readFileSync } from 'node:fs'
import type { BrowserContext } from 'playwright-core'
import { report } from './bundled-report'
import { hostPage, type PageHost } from './page-host'
import { PageWindow, usualViewport } from './page-window'
import { pageSideFile } from './surroundings'
import { reportPlace } from './wire'

/**
 * The windows of a worker, and the page to show in them. The next test has the page begin anew in a window
 * that an earlier one has left, which costs less than to load it and much less than another window: scripts
 * and fonts are there. Nothing that was shown stays, for the page takes it all down before.
 */
class Windows {
  /** What stands in a page before its own scripts: the report, where main's side leaves it out, and the line. */
  readonly #script =
    `globalThis.${reportPlace} = ${JSON.stringify(JSON.stringify(report.publication))};
${readFileSync(pageSideFile, 'utf8')}`
  #host: Promise<PageHost> | undefined
  #context: Promise<BrowserContext> | undefined
  readonly #shown = new Set<PageWindow>()
  readonly #left: PageWindow[] = []

  /** Address of the page. */
  async url(): Promise<string> {
    this.#host ??= hostPage()
    return (await this.#host).url
  }

  async take(): Promise<PageWindow> {
    this.#context ??= globalThis.piyueBrowser.newContext({ viewport: usualViewport })
    const window = this.#left.pop() ?? (await this.#another(await this.#context))
    this.#shown.add(window)
    return window
  }

  async #another(context: BrowserContext): Promise<PageWindow> {
    return PageWindow.of(await context.newPage(), this.#script)
  }

  /** Leaves all windows to the next test. */
  async leave(): Promise<void> {
    const windows = [...this.#shown].filter(({ page }) => !page.isClosed())
    this.#shown.clear()
    await Promise.all(windows.map((window) => window.leave()))
    this.#left.push(...windows)
  }

  /** Closes all windows, where they are not as they were; the next test gets others. */
  async close(): Promise<void> {
    const context = await this.#context
    this.#context = undefined
    this.#shown.clear()
    this.#left.length = 0
    await context?.close()
  }
}

export const windows = new Windows()
