import type { Session } from '../chromium/session'
import { applyPermissions } from '../network/permissions'
import { interceptRequests } from '../network/requests'
import { isolatedWorld } from '../wire/messages'
import type { Navigation } from './navigation'
import { type EventTaker, relayEvents } from './page-events'
import { isolatedWorldScript, mainWorldScript } from './page-scripts'

/** The page that is set up. */
interface SetUpPage extends EventTaker {
  navigated(inPage: boolean): void
  mayNavigate(url: string): boolean
  preloadFailed(error: Error): void
}

/** Makes a page of Chromium a page of the app: its scripts, its requests, its events. */
export async function setUpPage(
  session: Session,
  contents: SetUpPage,
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
}

async function addScripts(
  session: Session,
  contents: SetUpPage,
  preload: string | undefined,
): Promise<void> {
  let source: string
  try {
    source = isolatedWorldScript(preload)
  } catch (error) {
    contents.preloadFailed(error as Error)
    source = isolatedWorldScript(undefined)
  }
  // In this order they run in each document.
  await Promise.all([
    session.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript() }),
    session.send('Page.addScriptToEvaluateOnNewDocument', { worldName: isolatedWorld, source }),
  ])
}
