import type { Session } from '../chromium/session'
import { fromChromium, toChromium } from '../network/addresses'
import { handlerFor } from '../network/protocol'

const isHandled = (scheme: string): boolean => handlerFor(scheme) !== undefined

/** Where a page is, and which of its navigations it began itself. */
export class Navigation {
  /** The address of the page that is there now, as the app calls it. */
  url = ''
  /** Addresses that scripts or links of the page asked for, and that are not decided upon. */
  private readonly asked = new Set<string>()

  /** Whether the window still shows the page that Chromium opened it with: Electron has none. */
  get isBlank(): boolean {
    return this.url === ''
  }

  async watch(session: Session, changed: (inPage: boolean) => void): Promise<void> {
    session.on('Page.frameRequestedNavigation', ({ frameId, url }) => {
      if (frameId === session.targetId) this.asked.add(fromChromium(withoutFragment(url)))
    })
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) return
      this.asked.clear()
      const url = fromChromium(frame.url + (frame.urlFragment ?? ''))
      if (url.startsWith('data:') && this.isBlank) return
      this.url = url
      changed(false)
    })
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId !== session.targetId) return
      this.url = fromChromium(url)
      changed(true)
    })
    await session.send('Page.enable')
  }

  /** Whether the page itself asked to go there: `will-navigate` is for these alone. */
  takeAsked(url: string): boolean {
    return this.asked.delete(url)
  }

  /** @throws an error with Chromium's code, as Electron's `loadURL` does */
  async load(session: Session, url: string): Promise<void> {
    const { errorText } = await session.send('Page.navigate', { url: toChromium(url, isHandled) })
    if (!errorText) return
    const code = errorText.replace('net::', '')
    throw Object.assign(new Error(`${code} (-2) loading '${url}'`), { code, url })
  }
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/, '')
}
