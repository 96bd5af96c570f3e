import { app, type Session, type WebContents } from 'electron'
import { pageOrigin } from './page-server'

/** The discard port, on which nothing listens. */
const nowhere = '127.0.0.1:9'

/**
 * Leaves Chromium no way to the network but a proxy that is not there: what the session's listener is
 * not asked about (connections made ahead, WebRTC) comes no farther. Must run before the app is ready.
 */
export function closeNetwork(): void {
  app.commandLine.appendSwitch('proxy-server', nowhere)
  app.commandLine.appendSwitch('proxy-bypass-list', '<-loopback>')
  app.commandLine.appendSwitch('webrtc-ip-handling-policy', withoutUdp)
}

/**
 * Lets the page use the voices of a Linux system, which Chromium leaves alone unless told of them. Must
 * run before the app is ready.
 */
export function openVoices(): void {
  if (process.platform === 'linux') app.commandLine.appendSwitch('enable-speech-dispatcher')
}

const withoutUdp = 'disable_non_proxied_udp'

/**
 * Refuses every permission, device and request to anywhere but the page's own files; in development
 * also to those of Chromium's tools, which come with it.
 */
export function guardSession(session: Session, { isDevelopment = false } = {}): void {
  session.setSpellCheckerEnabled(false)
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((request, answer) => {
    const isOurs = request.url.startsWith(`${pageOrigin}/`)
    const isTool = isDevelopment && request.url.startsWith('devtools://')
    answer({ cancel: !isOurs && !isTool })
  })
}

/** Refuses navigation, new windows and embedded pages, in every page that there will ever be. */
export function guardContents(): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWebRTCIPHandlingPolicy(withoutUdp)
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
