import path from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import type { Settings, SettingsPatch, Theme } from '../../core/app/settings'
import { pageUrl } from './page-server'
import { leastSize, placeOn } from './placement'

/** How large the window is when the reader has not placed it. CSS pixels. */
const usual = { width: 1400, height: 900 }

/** How long the page may take before the window is shown without it, in ms. */
const patience = 3_000

interface WindowOptions {
  /** Absolute path of the built app. */
  readonly dist: string
  /** Absolute path of what the app brings with it. */
  readonly assets: string
  readonly title: string
  readonly settings: Settings
  /** Keeps where the window stands. */
  readonly onPlaced: (patch: SettingsPatch) => void
}

/** Opens the window; it shows itself when there is something to see, or ought to be. */
export function openWindow({ dist, assets, title, settings, onPlaced }: WindowOptions) {
  followTheme(settings)
  const window = new BrowserWindow({
    ...placeOn(displays(), settings.window, usual),
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    title,
    show: false,
    backgroundColor: paperOf(settings),
    ...iconFor(assets),
    webPreferences: {
      preload: path.join(dist, 'preload/preload.js'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  })
  showWhenReady(window, settings.window?.maximized ?? false)
  window.on('close', () => {
    const { x, y, width, height } = window.getNormalBounds()
    onPlaced({ window: { x, y, width, height, maximized: window.isMaximized() } })
  })
  // What goes wrong is told by did-fail-load.
  window.loadURL(pageUrl).catch(() => {})
  return window
}

/** Shows the window with its page; without, where that fails or takes too long: never not at all. */
function showWhenReady(window: BrowserWindow, maximized: boolean): void {
  const show = () => {
    clearTimeout(timer)
    if (window.isDestroyed() || window.isVisible()) return
    if (maximized) window.maximize()
    window.show()
  }
  const timer = setTimeout(show, patience)
  window.once('ready-to-show', show)
  window.webContents.once('did-fail-load', show)
  window.once('closed', () => clearTimeout(timer))
}

/** The colour of the page before it is painted, by theme: that of the style sheets. */
const papers: Readonly<Record<Exclude<Theme, 'system'>, string>> = {
  paper: '#fcf9f5',
  white: '#ffffff',
  sepia: '#f6ecd7',
  green: '#d1edd4',
  dark: '#1c1916',
  black: '#000000',
  contrast: '#ffffff',
}

/** What lies under the page: seen while it loads, and at the edges while the window grows. */
function paperOf({ theme }: Pick<Settings, 'theme'>): string {
  if (theme !== 'system') return papers[theme]
  return nativeTheme.shouldUseDarkColors ? papers.dark : papers.paper
}

/** Keeps what lies under the page in the colour of the theme, the reader's or the system's. */
export function followPaper(window: BrowserWindow, settings: () => Settings): void {
  const paint = () => {
    if (!window.isDestroyed()) window.setBackgroundColor(paperOf(settings()))
  }
  nativeTheme.on('updated', paint)
  window.once('closed', () => nativeTheme.removeListener('updated', paint))
}

/** Makes menus and dialogs of the system follow the reader's theme. */
export function followTheme({ theme }: Pick<Settings, 'theme'>): void {
  const sources = {
    system: 'system',
    paper: 'light',
    white: 'light',
    sepia: 'light',
    green: 'light',
    dark: 'dark',
    black: 'dark',
    contrast: 'system',
  } as const
  nativeTheme.themeSource = sources[theme]
}

/** The primary display first. */
function displays() {
  const primary = screen.getPrimaryDisplay()
  return [primary, ...screen.getAllDisplays().filter(({ id }) => id !== primary.id)]
}

/** A package brings the icon with it; on Linux, what runs from the sources must say which it is. */
function iconFor(assets: string) {
  const isNeeded = process.platform === 'linux' && !app.isPackaged
  return isNeeded ? { icon: path.join(assets, 'icons/512x512.png') } : {}
}
