import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'

const shown: string[] = []
const theme = Object.assign(new EventEmitter(), {
  themeSource: 'system',
  shouldUseDarkColors: false,
})

class FakeWindow extends EventEmitter {
  readonly webContents = new EventEmitter()
  visible = false
  readonly isDestroyed = () => false
  readonly isVisible = () => this.visible
  readonly maximize = () => void shown.push('maximize')
  readonly show = () => {
    this.visible = true
    shown.push('show')
  }
  readonly setBackgroundColor = (color: string) => void shown.push(color)
  constructor(readonly options: { readonly icon?: string; readonly backgroundColor: string }) {
    super()
  }
  readonly loadURL = () => Promise.reject(new Error('ERR_FAILED'))
}

const mockApp = { isPackaged: true }

jest.mock('electron', () => ({
  get app() {
    return mockApp
  },
  get nativeTheme() {
    return theme
  },
  protocol: {},
  screen: {
    getPrimaryDisplay: () => ({ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 } }),
    getAllDisplays: () => [],
  },
  get BrowserWindow() {
    return FakeWindow
  },
}))

import { defaultSettings, type Settings, themes } from '../../../../core/app/settings'
import { followPaper, openWindow } from '../../../../main/window/app-window'

const open = (maximized = false, { theme = defaultSettings.theme }: Partial<Settings> = {}) =>
  openWindow({
    dist: '/dist',
    assets: '/assets',
    title: '批閱',
    settings: { ...defaultSettings, theme, window: { width: 800, height: 600, maximized } },
    onPlaced: () => {},
  }) as unknown as FakeWindow

beforeEach(() => {
  jest.useFakeTimers()
  shown.length = 0
})
afterEach(() => jest.useRealTimers())

describe('the window shows itself', () => {
  it('when there is something to see, once, as large as it was', () => {
    const window = open(true)
    window.emit('ready-to-show')
    jest.runAllTimers()
    expect(shown).toEqual(['maximize', 'show'])
  })

  it('though the page cannot be loaded', () => {
    open().webContents.emit('did-fail-load')
    expect(shown).toEqual(['show'])
  })

  it('though the page takes more than three seconds', () => {
    const window = open()
    jest.advanceTimersByTime(2_999)
    expect(shown).toEqual([])
    jest.advanceTimersByTime(1)
    window.emit('ready-to-show')
    expect(shown).toEqual(['show'])
  })

  it('not any more, once it was closed', () => {
    open().emit('closed')
    jest.runAllTimers()
    expect(shown).toEqual([])
  })
})

it('run from the sources, on Linux, the window says which icon it has; a package brings one', () => {
  const icon = process.platform === 'linux' ? path.join('/assets', 'icons/512x512.png') : undefined
  expect(open().options.icon).toBeUndefined()
  mockApp.isPackaged = false
  expect(open().options.icon).toBe(icon)
  mockApp.isPackaged = true
})

describe('the paper under the page', () => {
  /** sRGB of a colour of the style sheet. https://bottosson.github.io/posts/oklab/ */
  function hex(lightness: number, chroma: number, hue: number): string {
    const a = chroma * Math.cos((hue * Math.PI) / 180)
    const b = chroma * Math.sin((hue * Math.PI) / 180)
    const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
    const linear = [
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
    ]
    const channels = linear.map((x) =>
      Math.round(255 * (x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055)),
    )
    return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
  }

  it('has the colours of the style sheets', () => {
    const sheet = (name: string) =>
      readFileSync(path.join(__dirname, '../../../../renderer/styles', name), 'utf8')
    const colorsIn = (value: string) =>
      [...value.matchAll(/oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)|#(\w{3})\b/gu)].map(
        ([, l, c, h, short]) =>
          short === undefined
            ? hex(Number(l) / 100, Number(c), Number(h))
            : `#${[...short].map((digit) => digit + digit).join('')}`,
      )
    const [, byDayAndNight = ''] = /--paper: (.*);/u.exec(sheet('tokens.css')) ?? []
    const [paper, dark] = colorsIn(byDayAndNight)
    const others = [
      ...sheet('themes.css').matchAll(/data-theme="(\w+)"\] \{\s*--paper: (.*);/gu),
    ].map(([, name, value = '']) => [name, colorsIn(value)[0]] as const)
    const paperOf = (name: Settings['theme']) =>
      open(false, { theme: name }).options.backgroundColor
    expect(themes.map(paperOf)).toEqual(
      themes.map((name) => ({ system: paper, paper, dark, ...Object.fromEntries(others) })[name]),
    )
    theme.shouldUseDarkColors = true
    expect(paperOf('system')).toBe(dark)
  })

  it('follows the theme, and is let go of with the window', () => {
    const window = open()
    followPaper(window as unknown as Electron.BrowserWindow, () => defaultSettings)
    theme.shouldUseDarkColors = true
    theme.emit('updated')
    window.emit('closed')
    theme.emit('updated')
    expect(shown).toEqual(['#1c1916'])
  })
})
