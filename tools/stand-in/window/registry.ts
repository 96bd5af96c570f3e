import type { EditingCommand } from './editing-commands'
import type { PageChannel } from './page-channel'

/** What the parts of the stand-in know of a window: `BrowserWindow` is one. */
export interface AppWindow {
  readonly id: number
  readonly webContents: AppPage
  close(): void
  destroy(): void
  isDestroyed(): boolean
  minimize(): void
  maximize(): void
  unmaximize(): void
  isMaximized(): boolean
  setFullScreen(full: boolean): void
  isFullScreen(): boolean
}

/** And of its page: `WebContents` is one. */
export interface AppPage extends Record<EditingCommand, () => void> {
  reload(): void
  openDevTools(): void
  getZoomLevel(): number
  setZoomLevel(level: number): void
  acceleratorsChanged(): void
  /** Runs when the page is there, unless it goes before. */
  onPage(run: (page: { readonly channel: PageChannel }) => unknown): Promise<void>
}

/** The app's open windows, the one that had the focus last at the end. */
const windows: AppWindow[] = []

export function addWindow(window: AppWindow): void {
  windows.push(window)
}

export function removeWindow(window: AppWindow): void {
  const at = windows.indexOf(window)
  if (at !== -1) windows.splice(at, 1)
}

/** In the order in which they were opened. */
export function openWindows(): AppWindow[] {
  return [...windows].sort((a, b) => a.id - b.id)
}

/** Remembers that `window` has the focus. */
export function noteFocus(window: AppWindow): void {
  if (!windows.includes(window)) return
  removeWindow(window)
  windows.push(window)
}

export function lastFocused(): AppWindow | undefined {
  return windows.at(-1)
}
