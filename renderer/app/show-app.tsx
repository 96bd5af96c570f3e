import { type ReadonlySignal, signal } from '@preact/signals'
import { render } from 'preact'
import { spokenIn } from '../../core/app/settings'
import type { PiyueApi } from '../../core/contract/contract'
import { AppState } from '../state/app-state'
import { loadLocale } from '../state/locale'
import { setApartWhatIsDrawn } from '../ui/drawn-text'
import { beginToLoadFonts, loadFonts, loadOtherFonts } from '../ui/fonts'
import { SystemSpeech } from '../ui/speech'
import { App } from './app'
import { keepLook } from './look'

setApartWhatIsDrawn()

/** Whether a media query holds, kept up to date until the signal. */
function mediaSignal(query: string, until: AbortSignal): ReadonlySignal<boolean> {
  const list = matchMedia(query)
  const holds = signal(list.matches)
  const change = (event: MediaQueryListEvent) => {
    holds.value = event.matches
  }
  list.addEventListener('change', change, { signal: until })
  return holds
}

/** What a browser says when a size observed changes what is observed: it tells the rest a frame later. */
const isDeferredResize = (message: string) => message.startsWith('ResizeObserver loop')

/** Has what goes wrong anywhere in the page told to the reader, until the signal. */
function reportFaults({ notices }: AppState, until: AbortSignal): void {
  const fail = ({ error, message }: ErrorEvent) => {
    if (!isDeferredResize(message)) notices.reportError(error ?? message)
  }
  const reject = ({ reason }: PromiseRejectionEvent) => notices.reportError(reason)
  window.addEventListener('error', fail, { signal: until })
  window.addEventListener('unhandledrejection', reject, { signal: until })
}

/** Resolves once the page has shown something; at once where it has. */
const firstPaint = (): Promise<void> =>
  new Promise((resolve) => {
    const observer = new PerformanceObserver((paints) => {
      if (paints.getEntriesByName('first-contentful-paint').length === 0) return
      observer.disconnect()
      resolve()
    })
    observer.observe({ type: 'paint', buffered: true })
  })

/**
 * Shows the app in an element, as at its start. At the signal all of it is taken away again, what listens to the
 * window and to main included.
 */
export async function showApp(root: HTMLElement, api: PiyueApi, until: AbortSignal): Promise<void> {
  // Else the text, once it is there, would wait for them.
  beginToLoadFonts()
  const opening = await api.start()
  const locale = await loadLocale(spokenIn(opening.settings, opening.systemLanguage))
  if (until.aborted) return
  const speech = new SystemSpeech()
  const app = new AppState({
    api,
    opening,
    locale,
    isNarrow: mediaSignal('(width < 1180px)', until),
    notesLieOver: mediaSignal('(width < 850px)', until),
    speech,
  })
  until.addEventListener('abort', () => app.dispose())
  reportFaults(app, until)
  const leave = () => {
    // What was typed in the last moment waits to be kept.
    app.workspace.peek()?.note.drafts.flush()
    // The system's voices go on when the page is gone.
    speech.stop()
  }
  window.addEventListener('pagehide', leave, { signal: until })
  const shown = app.show(opening.showing)
  // What main tells is heard from now on; until then it has waited there.
  api.listen().catch((error: unknown) => app.notices.reportError(error))
  await shown
  await loadFonts(
    app.workspace.peek()?.view.state.peek().script ?? 'zh-Hant',
    app.preferences.language.peek(),
    app.preferences.settings.peek().typography.typeface,
  )
  if (until.aborted) return
  const stopLook = keepLook(document.documentElement, app.preferences)
  render(<App app={app} />, root)
  until.addEventListener('abort', () => {
    render(null, root)
    stopLook()
    speech.stop()
  })
  // Not before the text is seen: more faces would have the engine lay everything out anew for it.
  void firstPaint().then(() => requestIdleCallback(() => void loadOtherFonts()))
}
