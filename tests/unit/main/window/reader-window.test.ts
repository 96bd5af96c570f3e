import { EventEmitter } from 'node:events'

const sent: unknown[] = []

class FakeWindow extends EventEmitter {
  readonly webContents = Object.assign(new EventEmitter(), {
    send: (_channel: string, event: unknown) => void sent.push(event),
  })
  readonly isDestroyed = () => false
  readonly isVisible = () => false
  readonly show = () => {}
  readonly setBackgroundColor = () => {}
  readonly setRepresentedFilename = () => {}
  readonly setDocumentEdited = () => {}
  readonly loadURL = async () => {}
}

jest.mock('electron', () => ({
  app: { isPackaged: true },
  nativeTheme: Object.assign(new EventEmitter(), { themeSource: 'system' }),
  protocol: {},
  screen: {
    getPrimaryDisplay: () => ({ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 } }),
    getAllDisplays: () => [],
  },
  get BrowserWindow() {
    return FakeWindow
  },
}))

import { defaultSettings } from '../../../../core/app/settings'
import type { AppEvent } from '../../../../core/contract/contract'
import { messagesIn } from '../../../../core/messages/language'
import { ReaderWindow } from '../../../../main/window/reader-window'

const performed = (action: 'find' | 'undo' | 'redo'): AppEvent => ({ kind: 'action', action })

function opened() {
  const window = new ReaderWindow({
    dist: '/dist',
    assets: '/assets',
    messages: () => messagesIn.en,
    settings: () => defaultSettings,
    onPlaced: () => {},
    onFocus: () => {},
    state: () => ({ file: undefined, isUnsaved: false }),
    onPageGone: () => {},
    quit: () => {},
  })
  window.open()
  const native = window.native as unknown as FakeWindow
  return { window, load: () => native.webContents.emit('did-navigate') }
}

beforeEach(() => {
  jest.useFakeTimers()
  sent.length = 0
})
afterEach(() => jest.useRealTimers())

describe('what the page is told', () => {
  it('before it listens waits, and comes in order, before what is told then', () => {
    const { window, load } = opened()
    window.tell(performed('find'))
    load()
    window.tell(performed('undo'))
    expect(sent).toEqual([])
    window.listen()
    window.tell(performed('redo'))
    expect(sent).toEqual([performed('find'), performed('undo'), performed('redo')])
  })

  it('while it is loaded anew waits until it listens again', () => {
    const { window, load } = opened()
    load()
    window.listen()
    load()
    window.tell(performed('undo'))
    expect(sent).toEqual([])
    window.listen()
    expect(sent).toEqual([performed('undo')])
  })
})
