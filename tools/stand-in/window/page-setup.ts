import type { Session } from '../chromium/session'
import { unlessGone } from '../chromium/session'
import { fromChromium } from '../network/addresses'
import { applyPermissions } from '../network/permissions'
import { interceptRequests } from '../network/requests'
import { isolatedWorld } from '../wire/messages'
import type { Navigation } from './navigation'
import { isolatedWorldScript, mainWorldScript } from './page-scripts'
import type { WebContents } from './web-contents'

/** Makes a page of Chromium a page of the app: its scripts, its requests, its events. */
export async function setUpPage(
  session: Session,
  contents: WebContents,
  navigation: Navigation,
  preload: string | undefined,
): Promise<void> {
  relayEvents(session, contents, navigation)
  await Promise.all([
    navigation.watch(session, (inPage) => contents.navigated(inPage)),
    interceptRequests(session, {
      contents: contents as unknown as Electron.WebContents,
      mayNavigate: (url) => !navigation.takeAsked(url) || contents.mayNavigate(url),
    }),
    addScripts(session, contents, preload),
    applyPermissions(session, contents as unknown as Electron.WebContents),
  ])
  await session.send('Runtime.runIfWaitingForDebugger')
}

async function addScripts(
  session: Session,
  contents: WebContents,
  preload: string | undefined,
): Promise<void> {
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript() })
  let source: string
  try {
    source = isolatedWorldScript(preload)
  } catch (error) {
    contents.preloadFailed(error as Error)
    source = isolatedWorldScript(undefined)
  }
  const worldName = isolatedWorld
  await session.send('Page.addScriptToEvaluateOnNewDocument', { worldName, source })
}

function relayEvents(session: Session, contents: WebContents, navigation: Navigation): void {
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
