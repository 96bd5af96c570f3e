import path from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { Settings, SettingsPatch } from '../../core/app/settings'
import { pageUrl } from './page-server'

/** Where the window stands when the reader has not placed it, and the least it can be. CSS pixels. */
const usual = { width: 1400, height: 900 }
const least = { minWidth: 640, minHeight: 480 }

interface WindowOptions {
  /** Absolute path of the built app. */
  readonly dist: string
  readonly title: string
  readonly settings: Settings
  /** Keeps where the window stands. */
  readonly onPlaced: (patch: SettingsPatch) => void
}

/** Opens the window; it shows itself when there is something to see. */
export function openWindow({ dist, title, settings, onPlaced }: WindowOptions): BrowserWindow {
  followTheme(settings)
  const window = new BrowserWindow({
    ...usual,
    ...least,
    ...placeOf(settings),
    title,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1917' : '#fbfaf7',
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
  window.once('ready-to-show', () => {
    if (settings.window?.maximized) window.maximize()
    window.show()
  })
  window.on('close', () => {
    const { x, y, width, height } = window.getNormalBounds()
    onPlaced({ window: { x, y, width, height, maximized: window.isMaximized() } })
  })
  void window.loadURL(pageUrl)
  return window
}

/** Makes menus and dialogs of the system follow the reader's theme. */
export function followTheme({ theme }: Pick<Settings, 'theme'>): void {
  const sources = {
    system: 'system',
    light: 'light',
    dark: 'dark',
    sepia: 'light',
    contrast: 'system',
  } as const
  nativeTheme.themeSource = sources[theme]
}

/** The place the window had, if a display is still there; a display that is gone must not hide it. */
function placeOf({ window }: Settings) {
  if (window === null) return {}
  const { width, height, x, y } = window
  if (x === undefined || y === undefined) return { width, height }
  const isSeen = screen.getAllDisplays().some(({ workArea }) => {
    const right = workArea.x + workArea.width
    const bottom = workArea.y + workArea.height
    return x < right - 80 && x + width > workArea.x + 80 && y >= workArea.y && y < bottom - 40
  })
  return isSeen ? { width, height, x, y } : { width, height }
}
