import type { App } from 'electron'

/**
 * Has everything closed before the app ends, once: when it quits, which waits for that, and when Windows
 * ends the session, which waits little, and asks no app whether it may.
 *
 * @param close writes out what waits
 */
export function closeBeforeQuitting(
  app: Pick<App, 'on' | 'quit'>,
  close: () => Promise<void>,
): void {
  let areClosed = false
  let closing: Promise<void> | undefined
  const closeAndQuit = () => {
    closing ??= close().finally(() => {
      areClosed = true
      app.quit()
    })
  }
  app.on('will-quit', (event) => {
    if (areClosed) return
    event.preventDefault()
    closeAndQuit()
  })
  app.on('browser-window-created', (_event, window) => {
    window.on('session-end', () => {
      closeAndQuit()
      // Of an app that has not begun to quit by then Electron ends the process when this returns.
      app.quit()
    })
  })
}
