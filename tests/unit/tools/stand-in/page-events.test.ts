import { EventEmitter } from 'node:events'
import type { Session } from '../../../../tools/stand-in/chromium/session'
import { Navigation } from '../../../../tools/stand-in/window/navigation'
import { relayEvents } from '../../../../tools/stand-in/window/page-events'
import type { WebContents } from '../../../../tools/stand-in/window/web-contents'

/** A page of Chromium that tells what a test has it tell, and what the app hears of it. */
async function page() {
  const chromium = Object.assign(new EventEmitter(), { send: async () => ({}), targetId: 'page' })
  const heard: string[] = []
  const contents = {
    emit: (name: string) => heard.push(name),
    loaded: () => heard.push('did-finish-load'),
  }
  const session = chromium as unknown as Session
  const navigation = new Navigation()
  relayEvents(session, contents as unknown as WebContents, navigation)
  await navigation.watch(session, () => heard.push('did-navigate'))
  const commit = (url: string) => chromium.emit('Page.frameNavigated', { frame: { url } })
  return { heard, commit, load: () => chromium.emit('Page.loadEventFired', {}) }
}

describe('a new window of Chromium', () => {
  it('tells nothing of the blank page that it opens with, however late that loads', async () => {
    const { heard, commit, load } = await page()
    commit('data:text/html,')
    load()
    expect(heard).toEqual([])
  })

  it('tells when the page that the app asked for is there, and when it is loaded', async () => {
    const { heard, commit, load } = await page()
    commit('data:text/html,')
    commit('https://piyue.app.stand-in.invalid/index.html')
    load()
    expect(heard).toEqual(['did-navigate', 'did-finish-load'])
  })
})
