import type { WebFrameMain } from 'electron'
import type { Session } from '../chromium/session'
import { unlessGone } from '../chromium/session'
import { fromChromium } from '../network/addresses'
import type { Navigation } from './navigation'

/** The page as far as it is told what befalls it. */
export interface EventTaker {
  readonly mainFrame: WebFrameMain
  emit(name: string, ...args: unknown[]): boolean
  loaded(): void
  askToOpen(request: { url: string; frameName: string; features: string }): void
}

/** Has what Chromium tells of a page reach the app as Electron would tell it. */
export function relayEvents(session: Session, contents: EventTaker, navigation: Navigation): void {
  session.on('Page.domContentEventFired', () => {
    if (!navigation.isBlank) contents.emit('dom-ready', {})
  })
  session.on('Page.loadEventFired', () => {
    // That of the blank page can come when the app's is asked for already, and is not its.
    if (!navigation.isBlank) contents.loaded()
  })
  session.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
    contents.askToOpen({
      url: fromChromium(url),
      frameName: windowName,
      features: windowFeatures.join(','),
    })
  })
  session.on('Inspector.targetCrashed', () =>
    contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }),
  )
  session.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    const top = stackTrace?.callFrames[0]
    contents.emit('console-message', {
      level: type === 'error' || type === 'warning' || type === 'debug' ? type : 'info',
      message: args.map(({ value, description }) => String(value ?? description)).join(' '),
      lineNumber: (top?.lineNumber ?? -1) + 1,
      sourceId: fromChromium(top?.url ?? ''),
      frame: contents.mainFrame,
    })
  })
  unlessGone(session.send('Inspector.enable'))
}
