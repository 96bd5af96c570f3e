import type { PiyueApi } from '../core/contract/contract'
import { showApp } from './app/show-app'

declare global {
  interface Window {
    readonly piyue: PiyueApi
  }
}

const root = document.getElementById('app')
if (root === null) throw new Error('The page has no #app')
const forAsLongAsThePage = new AbortController()
// Not waited for here: what the app loads of its own has parts of this file, and would wait for it in turn.
void showApp(root, window.piyue, forAsLongAsThePage.signal)
