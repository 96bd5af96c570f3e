import { EventEmitter } from 'node:events'
import type { Session } from 'electron'

const app = new EventEmitter()
const switches = new Map<string, string>()

jest.mock('electron', () => ({
  app: {
    on: (name: string, listener: () => void) => app.on(name, listener),
    commandLine: { appendSwitch: (name: string, value: string) => switches.set(name, value) },
  },
  protocol: {},
}))

import { closeNetwork, guardContents, guardSession } from '../../../../main/window/guards'

type Ask = (...args: unknown[]) => unknown

const spelling: boolean[] = []

/** What the session was told to ask, by the name of the method that told it. */
function guarded(options?: { isDevelopment: boolean }): ReadonlyMap<string, Ask> {
  const asked = new Map<string, Ask>()
  const take = (name: string) => (ask: Ask) => asked.set(name, ask)
  const session = {
    setPermissionRequestHandler: take('request'),
    setPermissionCheckHandler: take('check'),
    setDevicePermissionHandler: take('device'),
    setSpellCheckerEnabled: (isEnabled: boolean) => {
      spelling.push(isEnabled)
    },
    webRequest: { onBeforeRequest: take('web') },
  }
  guardSession(session as unknown as Session, options)
  return asked
}

describe('the session', () => {
  it.each(['media', 'geolocation', 'openExternal', 'fullscreen', 'hid', 'clipboard-read', 'new'])(
    'refuses the permission %s, whether it is asked for or looked up',
    (permission) => {
      const answers: unknown[] = []
      guarded().get('request')?.({}, permission, (answer: unknown) => answers.push(answer))
      expect(answers).toEqual([false])
      expect(guarded().get('check')?.({}, permission, 'app://piyue')).toBe(false)
      expect(guarded().get('device')?.({ deviceType: permission })).toBe(false)
    },
  )

  it.each([
    ['app://piyue/index.html', false],
    ['app://piyue.evil/index.html', true],
    ['app://piyue', true],
    ['https://example.com/app://piyue/', true],
    ['http://127.0.0.1/', true],
    ['wss://example.com/', true],
    ['file:///etc/passwd', true],
    ['data:text/html,x', true],
    ['devtools://devtools/', true],
  ])('is asked for %s and cancels it: %s', (url, cancel) => {
    const answers: unknown[] = []
    guarded().get('web')?.({ url }, (answer: unknown) => answers.push(answer))
    expect(answers).toEqual([{ cancel }])
  })
})

it('the session fetches no dictionary of spellings', () => {
  guarded()
  expect(spelling.at(-1)).toBe(false)
})

it('in development, Chromium’s tools may load their own files, and nothing else may', () => {
  const answers: unknown[] = []
  const ask = guarded({ isDevelopment: true }).get('web')
  for (const url of ['devtools://devtools/x.html', 'https://example.com/'])
    ask?.({ url }, (answer: unknown) => answers.push(answer))
  expect(answers).toEqual([{ cancel: false }, { cancel: true }])
})

describe('a page, whichever it is', () => {
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: jest.fn<void, [Ask]>(),
    setWebRTCIPHandlingPolicy: jest.fn(),
  })
  beforeAll(() => {
    guardContents()
    app.emit('web-contents-created', {}, contents)
  })

  it.each(['will-navigate', 'will-redirect', 'will-attach-webview'])('is kept from %s', (name) => {
    const event = { preventDefault: jest.fn() }
    contents.emit(name, event)
    expect(event.preventDefault).toHaveBeenCalledTimes(1)
  })

  it('opens no window, and connects by no other protocol', () => {
    const [open] = contents.setWindowOpenHandler.mock.calls[0] ?? []
    expect(open?.({ url: 'https://example.com/', disposition: 'background-tab' })).toEqual({
      action: 'deny',
    })
    expect(contents.setWebRTCIPHandlingPolicy).toHaveBeenCalledWith('disable_non_proxied_udp')
  })
})

it('Chromium is left no way out but a proxy that is not there', () => {
  closeNetwork()
  expect(Object.fromEntries(switches)).toEqual({
    'proxy-server': '127.0.0.1:9',
    'proxy-bypass-list': '<-loopback>',
    'webrtc-ip-handling-policy': 'disable_non_proxied_udp',
  })
})
