import type { BrowserWindow } from './browser-window'

/** The app's open windows, the one that had the focus last at the end. */
const windows: BrowserWindow[] = []

export function addWindow(window: BrowserWindow): void {
  windows.push(window)
}

export function removeWindow(window: BrowserWindow): void {
  const at = windows.indexOf(window)
  if (at !== -1) windows.splice(at, 1)
}

/** In the order in which they were opened. */
export function openWindows(): BrowserWindow[] {
  return [...windows].sort((a, b) => a.id - b.id)
}

/** Remembers that `window` has the focus. */
export function noteFocus(window: BrowserWindow): void {
  if (!windows.includes(window)) return
  removeWindow(window)
  windows.push(window)
}

export function lastFocused(): BrowserWindow | undefined {
  return windows.at(-1)
}
