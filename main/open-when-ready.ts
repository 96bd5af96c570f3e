import { app, dialog, Menu } from 'electron'
import { saidBeforeStart } from '../core/messages/before-start'
import { appUserModelId, isInstalled, systemLanguage } from './start/environment'
import type { OutsideRequests } from './start/requests'

/**
 * Has the app open when it is ready, or hands over to the one that is open already and ends. All that is not
 * wanted before it is ready is loaded then: Electron starts the engine when main's first file has run.
 *
 * @param documents named on the command line, as they were given
 */
export function openWhenReady(documents: readonly string[], requests: OutsideRequests): void {
  if (!app.requestSingleInstanceLock()) {
    app.exit(0)
    return
  }
  if (isInstalled()) app.setAsDefaultProtocolClient('piyue')
  app.setAppUserModelId(appUserModelId)
  // Else the window would have Electron's own, with what only developers want, until ours is made.
  Menu.setApplicationMenu(null)
  app.on('window-all-closed', () => app.quit())
  app
    .whenReady()
    .then(async () => (await import('./start-app')).startApp(documents, requests))
    .catch(endWithReason)
}

/** Says why the app cannot start, and ends it. */
function endWithReason(error: unknown): void {
  const { startFailed } = saidBeforeStart[systemLanguage()]
  const reason = error instanceof Error ? error.message : String(error)
  dialog.showErrorBox(startFailed.title, `${reason}\n\n${startFailed.detail}`)
  app.exit(1)
}
