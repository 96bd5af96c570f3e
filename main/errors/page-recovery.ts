import type { BrowserWindow, WebContents } from 'electron'

/** What is done about a page whose process has ended. */
type Recovery = 'reload' | 'ask'

/** How often the page is shown anew by itself within the time, in ms. */
const tries = { most: 3, within: 60_000 }

/**
 * Decides what to do each time the page's process ends: it holds nothing that main has not, so it is
 * shown again; but a page that ends again and again is a reader's to decide about.
 */
function recoveries(): () => Recovery {
  let reloads: readonly number[] = []
  return () => {
    const time = Date.now()
    reloads = reloads.filter((at) => time - at < tries.within)
    if (reloads.length >= tries.most) {
      reloads = []
      return 'ask'
    }
    reloads = [...reloads, time]
    return 'reload'
  }
}

interface Watch {
  /** Tells of the end of the page's process, with Chromium's word for how it came. */
  readonly onGone: (reason: string) => void
  /** Asks the reader whether to show the page once more. */
  readonly ask: () => Promise<boolean>
  /** Gives up: the reader wants no more of it. */
  readonly giveUp: () => void
}

/** Shows a page again when its process has ended: three times by itself, then as the reader says. */
export function recoverPage(contents: WebContents, { onGone, ask, giveUp }: Watch): void {
  const recovery = recoveries()
  const reload = () => {
    if (!contents.isDestroyed()) contents.reload()
  }
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    onGone(reason)
    if (recovery() === 'reload') reload()
    else void ask().then((again) => (again ? reload() : giveUp()))
  })
}

/**
 * Asks about a page that does not answer, one question at a time. Such a page keeps even its window from being
 * closed, for that waits until the page has heard of it.
 *
 * @param ask whether to end the page, which is then shown again as any that has ended
 */
export function watchForHangs(window: BrowserWindow, ask: () => Promise<boolean>): void {
  let isAsked = false
  const askOnce = async () => {
    if (isAsked) return
    isAsked = true
    const isEnded = await ask()
    isAsked = false
    if (isEnded && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer()
  }
  window.on('unresponsive', () => void askOnce())
}
