import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron'

const opened: BrowserWindowConstructorOptions[] = []

jest.mock('electron', () => ({
  app: { whenReady: () => Promise.resolve(), isPackaged: true },
  nativeTheme: {},
  screen: {
    getPrimaryDisplay: () => ({ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 } }),
    getAllDisplays: () => [],
  },
  protocol: {},
  BrowserWindow: class {
    readonly webContents = {
      executeJavaScript: () => Promise.resolve(),
      printToPDF: () => Promise.resolve(new Uint8Array()),
      once: () => {},
    }
    constructor(options: BrowserWindowConstructorOptions) {
      opened.push(options)
    }
    once() {}
    on() {}
    destroy() {}
    isDestroyed = () => true
    loadURL = () => Promise.resolve()
  },
}))

import { defaultSettings } from '../../../../core/app/settings'
import { hiddenWindowPrinter } from '../../../../main/exchange/pdf'
import { openWindow } from '../../../../main/window/app-window'

/** What a window of ours may say of its page: nothing else, and so nothing less safe. */
const safe: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
}

it('every window keeps Electron’s safeguards, and switches on nothing besides', async () => {
  jest.useFakeTimers()
  openWindow({
    dist: '/dist',
    assets: '/assets',
    title: '批閱',
    settings: defaultSettings,
    onPlaced: () => {},
  })
  jest.useRealTimers()
  await hiddenWindowPrinter.print('<p>')
  expect(opened.map(({ webPreferences }) => webPreferences)).toEqual([
    { ...safe, navigateOnDragDrop: false, preload: '/dist/preload/preload.js' },
    safe,
  ])
})
