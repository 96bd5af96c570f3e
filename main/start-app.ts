import { app, session } from 'electron'
import { reportOf } from '../core/app/error-report'
import { spokenIn } from '../core/app/settings'
import type { StoreNotice } from '../core/app/store-notice'
import { messagesIn } from '../core/messages/language'
import type { App } from './app'
import { ErrorLog } from './errors/error-log'
import { serveCalls } from './ipc'
import { assetsFolder, distFolder, systemLanguage } from './start/environment'
import { sweepTemporarySessions } from './start/folders'
import { closeBeforeQuitting } from './start/quitting'
import type { OutsideRequests } from './start/requests'
import { SettingsStore } from './store/settings-store'
import { guardSession } from './window/guards'
import { servePage } from './window/page-server'
import { ReaderWindow } from './window/reader-window'

/**
 * Opens the window, and then the app behind it: what that is made of is loaded, and the library read, while the
 * page's process starts. The page's calls wait for it.
 *
 * @param documents named on the command line, as they were given
 */
export async function startApp(
  documents: readonly string[],
  requests: OutsideRequests,
): Promise<void> {
  let running: App | undefined
  guardSession(session.defaultSession, { isDevelopment: !app.isPackaged })
  servePage(distFolder(), async (picture) => running?.pictureOf(picture))
  const folder = app.getPath('userData')
  const notices: StoreNotice[] = []
  const onNotice = (notice: StoreNotice) => {
    // What is found while opening is told when the window asks; what comes later, at once.
    if (running === undefined) notices.push(notice)
    else running.tell({ kind: 'notice', notice })
  }
  const settings = await SettingsStore.open({ folder, onNotice })
  const errors = new ErrorLog(folder, app.getVersion())
  const window = windowFor({ settings, errors }, () => running)
  const openApp = async () => {
    const { App: Opened } = await import('./app')
    running = await Opened.open({
      settings,
      window,
      errors,
      notices,
      documents,
      requests,
      onNotice,
    })
    return running
  }
  const opening = openApp()
  // Everything acknowledged is on disk already; this writes out what waits and tidies up.
  closeBeforeQuitting(app, async () => {
    await Promise.allSettled([opening.then((opened) => opened.close()), settings.close()])
  })
  serveCalls(async () => (await opening).calls)
  window.open()
  await (await opening).begin()
  void sweepTemporarySessions()
}

/**
 * The window, which is opened before there is an app to ask. @param running the app, once the library is read
 */
function windowFor(
  { settings, errors }: { readonly settings: SettingsStore; readonly errors: ErrorLog },
  running: () => App | undefined,
): ReaderWindow {
  return new ReaderWindow({
    dist: distFolder(),
    assets: assetsFolder(),
    messages: () => messagesIn[spokenIn(settings.read(), systemLanguage())],
    settings: () => settings.read(),
    onPlaced: (patch) => settings.patch(patch),
    onFocus: () => running()?.checkOpen(),
    state: () => running()?.documentState ?? { file: undefined, isUnsaved: false },
    onPageGone: (error) => void errors.write(reportOf(error, 'page', new Date().toISOString())),
    quit: () => app.quit(),
  })
}
