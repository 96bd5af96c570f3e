import { type ReadonlySignal, signal } from '@preact/signals'
import { render } from 'preact'
import type { PiyueApi } from '../core/contract/contract'
import { App } from './app/app'
import { keepLook } from './app/look'
import { AppState } from './state/app-state'
import { setApartWhatIsDrawn } from './ui/drawn-text'
import { loadFonts, loadOtherFonts } from './ui/fonts'
import { SystemSpeech } from './ui/speech'

declare global {
  interface Window {
    readonly piyue: PiyueApi
  }
}

/** Whether a media query holds, kept up to date for as long as the page lives. */
function mediaSignal(query: string): ReadonlySignal<boolean> {
  const list = matchMedia(query)
  const holds = signal(list.matches)
  list.addEventListener('change', (event) => {
    holds.value = event.matches
  })
  return holds
}

/** What a browser says when a size observed changes what is observed: it tells the rest a frame later. */
const isDeferredResize = (message: string) => message.startsWith('ResizeObserver loop')

const root = document.getElementById('app')
if (root === null) throw new Error('The page has no #app')
const opening = await window.piyue.start()
const speech = new SystemSpeech()
const app = new AppState({
  api: window.piyue,
  opening,
  isNarrow: mediaSignal('(width < 1180px)'),
  notesLieOver: mediaSignal('(width < 850px)'),
  speech,
})
window.addEventListener('error', ({ error, message }) => {
  if (!isDeferredResize(message)) app.notices.reportError(error ?? message)
})
window.addEventListener('unhandledrejection', ({ reason }) => app.notices.reportError(reason))
// The system's voices go on when the page is gone.
window.addEventListener('pagehide', () => speech.stop())
await app.show(opening.showing)
const shown = app.workspace.peek()?.view.state.peek().script ?? 'zh-Hant'
await loadFonts(
  shown,
  app.preferences.language.peek(),
  app.preferences.settings.peek().typography.typeface,
)
setApartWhatIsDrawn()
keepLook(document.documentElement, app.preferences)
render(<App app={app} />, root)
requestIdleCallback(() => void loadOtherFonts())
