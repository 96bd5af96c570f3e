import { EventEmitter } from 'node:events'
import type { Session } from '../../../../tools/stand-in/chromium/session'
import {
  applyPermissions,
  setPermissionCheckHandler,
} from '../../../../tools/stand-in/network/permissions'
import { PageChannel } from '../../../../tools/stand-in/window/page-channel'

/** A page whose process has yet to start: nothing that it is sent is answered. */
function startingPage() {
  const sent: string[] = []
  const send = (method: string) => {
    sent.push(method)
    return new Promise(() => {})
  }
  const session = { targetId: 't', send, sendToBrowser: send, on: () => {} }
  return { sent, session: session as unknown as Session }
}

describe('while the process of a page is starting', () => {
  it('the page is asked to tell of its worlds, and given the way to main', () => {
    const { sent, session } = startingPage()
    void new PageChannel(session).open(
      () => {},
      () => {},
    )
    expect(sent).toEqual(['Runtime.enable', 'Runtime.addBinding'])
  })

  it('all permissions are refused', async () => {
    const { sent, session } = startingPage()
    setPermissionCheckHandler(() => false)
    void applyPermissions(session, {} as Electron.WebContents)
    await new Promise(setImmediate)
    expect(sent.length).toBeGreaterThan(10)
    setPermissionCheckHandler(null)
  })
})

describe('the way to a page', () => {
  it('is there whenever one begins, and not for what is in a frame or a world of others', () => {
    const chromium = Object.assign(new EventEmitter(), { send: async () => ({}), targetId: 'page' })
    const begun = jest.fn()
    void new PageChannel(chromium as unknown as Session).open(() => {}, begun)
    const begin = (name: string, frameId: string) =>
      chromium.emit('Runtime.executionContextCreated', { context: { name, auxData: { frameId } } })
    begin('', 'page')
    begin('Electron Isolated Context', 'frame')
    expect(begun).toHaveBeenCalledTimes(0)
    begin('Electron Isolated Context', 'page')
    begin('Electron Isolated Context', 'page')
    expect(begun).toHaveBeenCalledTimes(2)
  })

  it('leads an answer to the page that asked, and to none that came in its place', async () => {
    const told: unknown[] = []
    const send = async (method: string, { uniqueContextId }: { uniqueContextId?: string } = {}) => {
      if (method === 'Runtime.evaluate') told.push(uniqueContextId)
    }
    const chromium = Object.assign(new EventEmitter(), { send, targetId: 'page' })
    const channel = new PageChannel(chromium as unknown as Session)
    void channel.open(
      () => {},
      () => {},
    )
    const begin = (uniqueId: string) =>
      chromium.emit('Runtime.executionContextCreated', {
        context: { name: 'Electron Isolated Context', uniqueId, auxData: { frameId: 'page' } },
      })
    const answer = { type: 'reply', id: 1, value: '1' } as const
    begin('first')
    const { page: first } = channel
    await channel.send(answer, first)
    begin('second')
    await channel.send(answer, first)
    await channel.send(answer, channel.page)
    expect(told).toEqual(['first', 'second'])
  })
})
