import { effect } from '@preact/signals'
import { render } from 'preact'
import type { PiyueApi } from '../core/contract/contract'
import { App } from './app'
import { reopenDraft } from './state/annotate'
import { keepDrafts } from './state/drafts'
import { loadFonts, loadOtherFonts } from './state/fonts'
import { createSession, shownTitle } from './state/session'
import { watchErrors } from './state/watch-errors'

declare global {
  interface Window {
    readonly piyue: PiyueApi
  }
}

const app = await window.piyue.start()
const opening = await window.piyue.openWorkspace(app.showing.documentId)
const root = document.getElementById('app')
if (root === null) throw new Error('The page has no #app')
const session = createSession(window.piyue, app, opening)
keepDrafts(session)
reopenDraft(session)
watchErrors(session)
effect(() => {
  document.title = `${shownTitle(session)} — ${session.messages.value.appName}`
})
await loadFonts(session.view.peek().script, session.language.peek())
render(<App session={session} />, root)
requestIdleCallback(() => void loadOtherFonts())
