import { EventEmitter } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

jest.mock('electron', () => ({ app: {} }))

import { isDisplayMissing } from '../../../../main/start/display'
import { chooseFolders, sweepTemporarySessions } from '../../../../main/start/folders'
import { closeBeforeQuitting } from '../../../../main/start/quitting'
import { type OutsideRequest, OutsideRequests } from '../../../../main/start/requests'

describe('what comes from outside', () => {
  const began = () => {
    const app = new EventEmitter()
    const requests = new OutsideRequests(app as unknown as Electron.App)
    const served: OutsideRequest[] = []
    return { app, requests, served, serve: () => requests.serve((one) => served.push(one)) }
  }

  it('is kept until it is served, and served in its order, then at once', () => {
    const { app, served, serve } = began()
    app.emit('open-url', { preventDefault: () => {} }, 'piyue://a')
    app.emit('open-file', { preventDefault: () => {} }, '/a.md')
    app.emit('second-instance', {}, ['piyue', 'b.md'], '/home', { import: '/c' })
    expect(served).toEqual([])
    serve()
    app.emit('open-url', { preventDefault: () => {} }, 'piyue://d')
    expect(served).toEqual([
      { kind: 'link', url: 'piyue://a' },
      { kind: 'document', file: '/a.md' },
      { kind: 'start', argv: ['piyue', 'b.md'], folder: '/home', data: { import: '/c' } },
      { kind: 'link', url: 'piyue://d' },
    ])
  })

  it('is known to have the app show something, before it is served', () => {
    const { app, requests } = began()
    app.emit('second-instance', {}, ['piyue'], '/home', { import: '/c' })
    expect(requests.areToShow).toBe(false)
    app.emit('open-file', { preventDefault: () => {} }, '/a.md')
    expect(requests.areToShow).toBe(true)
  })

  it('is served once, though the page is loaded anew', () => {
    const { app, served, serve } = began()
    app.emit('open-url', { preventDefault: () => {} }, 'piyue://a')
    serve()
    serve()
    expect(served).toHaveLength(1)
  })

  it('is taken from the system, which would otherwise do with it as it does', () => {
    const { app } = began()
    const preventDefault = jest.fn()
    app.emit('open-url', { preventDefault }, 'piyue://a')
    app.emit('open-file', { preventDefault }, '/a.md')
    expect(preventDefault).toHaveBeenCalledTimes(2)
  })
})

describe('a display', () => {
  it.each([
    ['linux', {}, '', true],
    ['linux', { DISPLAY: '' }, '', true],
    ['linux', { DISPLAY: ':0' }, '', false],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, '', false],
    ['linux', {}, 'headless', false],
    ['linux', {}, 'x11', true],
    ['darwin', {}, '', false],
    ['win32', {}, '', false],
  ] as const)(
    'on %s with %j and ozone %j is missing: %s',
    (platform, env, ozonePlatform, missing) => {
      expect(isDisplayMissing({ platform, env, ozonePlatform })).toBe(missing)
    },
  )
})

describe('the folders', () => {
  const chosen = (isPackaged: boolean, given?: string) => {
    const paths = new Map([
      ['appData', '/config'],
      ['userData', given ?? '/config/Piyue'],
    ])
    chooseFolders({
      isPackaged,
      commandLine: { hasSwitch: () => given !== undefined },
      getPath: (name: string) => paths.get(name),
      setPath: (name: string, folder: string) => paths.set(name, folder),
    } as unknown as Electron.App)
    return [paths.get('userData'), paths.get('sessionData')]
  }

  it('of the package are the reader’s; those of the sources are others', () => {
    expect(chosen(true)).toEqual(['/config/Piyue', '/config/Piyue/session'])
    expect(chosen(false)).toEqual([
      '/config/Piyue Development',
      '/config/Piyue Development/session',
    ])
  })

  it('are those on the command line, where it names them', () => {
    expect(chosen(true, '/elsewhere')).toEqual(['/elsewhere', '/elsewhere/session'])
    expect(chosen(false, '/elsewhere')).toEqual(['/elsewhere', '/elsewhere/session'])
  })

  it('that a command left behind are swept away, but none that one may still use', async () => {
    const parent = mkdtempSync(path.join(tmpdir(), 'piyue-test-'))
    const folder = (name: string, age: number) => {
      const made = path.join(parent, name)
      mkdirSync(path.join(made, 'Default'), { recursive: true })
      const time = new Date(Date.now() - age)
      utimesSync(made, time, time)
      return made
    }
    const day = 24 * 60 * 60 * 1000
    const old = folder('piyue-print-a', 2 * day)
    const used = folder('piyue-print-b', 1000)
    const foreign = folder('other-print-c', 2 * day)
    await sweepTemporarySessions(Date.now(), parent)
    expect([old, used, foreign].map((one) => existsSync(one))).toEqual([false, true, true])
    rmSync(parent, { recursive: true })
  })
})

describe('before the app ends', () => {
  const began = () => {
    const app = Object.assign(new EventEmitter(), { quit: jest.fn() })
    const window = new EventEmitter()
    let closed = () => {}
    const close = jest.fn(() => new Promise<void>((resolve) => (closed = resolve)))
    closeBeforeQuitting(app as unknown as Electron.App, close)
    app.emit('browser-window-created', {}, window)
    const quit = () => {
      const preventDefault = jest.fn()
      app.emit('will-quit', { preventDefault })
      return preventDefault.mock.calls.length > 0 ? 'waits' : 'ends'
    }
    return { app, window, close, quit, closed: () => closed() }
  }

  it('what waits is written out, once, and then it ends', async () => {
    const { app, close, quit, closed } = began()
    expect([quit(), quit()]).toEqual(['waits', 'waits'])
    expect(close).toHaveBeenCalledTimes(1)
    expect(app.quit).not.toHaveBeenCalled()
    closed()
    await Promise.all([close.mock.results[0]?.value, new Promise(setImmediate)])
    expect(app.quit).toHaveBeenCalledTimes(1)
    expect(quit()).toBe('ends')
  })

  it('that is done too when Windows ends the session, for which the app begins to quit at once', () => {
    const { app, window, close, quit } = began()
    window.emit('session-end')
    expect(close).toHaveBeenCalledTimes(1)
    // Else Electron would not wait for what was begun.
    expect(app.quit).toHaveBeenCalledTimes(1)
    expect(quit()).toBe('waits')
    expect(close).toHaveBeenCalledTimes(1)
  })
})
