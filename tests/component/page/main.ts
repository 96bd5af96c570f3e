/** The page as the app ships it, but for one thing: it begins anew as often as a test asks it to. */
import type { PiyueApi } from '../../../core/contract/contract'
import { showApp } from '../../../renderer/app/show-app'
import { beginAnew } from '../support/wire'

const root = document.getElementById('app')
if (root === null) throw new Error('The page has no #app')
let showing = new AbortController()

/** Shows the app as at a first start, in the place of the one that is shown. */
async function begin(app: HTMLElement): Promise<void> {
  showing.abort()
  showing = new AbortController()
  const { piyue } = globalThis as unknown as { readonly piyue: PiyueApi }
  await showApp(app, piyue, showing.signal)
}

Object.defineProperty(globalThis, beginAnew, { value: () => begin(root) })
// As the app's own page does.
void begin(root)
