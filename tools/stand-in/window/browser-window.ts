import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { app } from '../api/app'
import { endMethods } from '../api/destroyed'
import { implementedEmitter } from '../api/implemented-emitter'
import { PreventableEvent } from '../api/preventable-event'
import { screenSeen } from '../api/screen'
import { ensureBrowser } from '../chromium/running'
import type { Session } from '../chromium/session'
import type { Place } from '../wire/messages'
import { parseColor } from './color'
import { Placement } from './placement'
import { addWindow, lastFocused, noteFocus, openWindows, removeWindow } from './registry'
import { requireSecureSettings } from './secure-settings'
import { type HostWindow, WebContents } from './web-contents'

let windowsMade = 0

/** What is emitted when the reader has brought the window into a state. */
const stateEvents = {
  normal: 'restore',
  minimized: 'minimize',
  maximized: 'maximize',
  fullscreen: 'enter-full-screen',
} as const

/** `BrowserWindow`: a window of Chromium without a browser's bars. */
export class BrowserWindow
  extends implementedEmitter('BrowserWindow')
  implements Implemented, HostWindow
{
  readonly id = ++windowsMade
  readonly webContents: WebContents
  private readonly placement: Placement
  private title: string
  private visible: boolean
  private shownOnce = false
  private destroyed = false
  private closePage: (() => void) | undefined
  placed: Promise<void> = Promise.resolve()

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    requireSecureSettings(options.webPreferences)
    const { x, y, width = 800, height = 600 } = options
    this.placement = new Placement({ x: x ?? 0, y: y ?? 0, width, height }, x !== undefined)
    this.title = options.title ?? app.getName()
    this.visible = options.show ?? true
    const { preload } = options.webPreferences ?? {}
    this.webContents = new WebContents(this.id, this, this.open(), preload)
    addWindow(this)
    if (options.backgroundColor) this.setBackgroundColor(options.backgroundColor)
    app.emit('web-contents-created', {}, this.webContents)
    app.emit('browser-window-created', {}, this)
  }

  static getAllWindows(): BrowserWindow[] {
    return openWindows() as BrowserWindow[]
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null
  }

  static fromId(id: number): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.id === id) ?? null
  }

  static getFocusedWindow(): BrowserWindow | null {
    return (lastFocused() as BrowserWindow | undefined) ?? null
  }

  private async open(): Promise<Session> {
    const browser = await ensureBrowser()
    const session = await browser.openPage({
      closed: () => this.closedByReader(),
      opened: (targetId) => browser.closePage(targetId),
    })
    this.placed = this.placement.open(session, this.visible)
    this.closePage = () => browser.closePage(session.targetId)
    if (this.destroyed) this.closePage()
    return session
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  isVisible(): boolean {
    return this.visible
  }

  show(): void {
    if (!this.visible) {
      this.visible = true
      // Maximised before it was shown, as a window may be: then it stays so.
      if (this.placement.current === 'minimized')
        this.withSession((session) => this.placement.setState(session, 'normal'))
      this.emit('show')
    }
    this.focus()
  }

  showInactive(): void {
    this.show()
  }

  hide(): void {
    if (!this.visible) return
    this.visible = false
    this.withSession((session) => this.placement.setState(session, 'minimized'))
    this.emit('hide')
  }

  focus(): void {
    noteFocus(this)
    this.webContents.focus()
  }

  isFocused(): boolean {
    return lastFocused() === this
  }

  minimize(): void {
    this.setState('minimized', 'minimize')
  }

  isMinimized(): boolean {
    return this.visible && this.placement.current === 'minimized'
  }

  restore(): void {
    this.setState('normal', 'restore')
  }

  maximize(): void {
    this.setState('maximized', 'maximize')
  }

  isMaximized(): boolean {
    return this.placement.current === 'maximized'
  }

  unmaximize(): void {
    this.setState('normal', 'unmaximize')
  }

  setFullScreen(full: boolean): void {
    if (full) this.setState('fullscreen', 'enter-full-screen')
    else this.setState('normal', 'leave-full-screen')
  }

  isFullScreen(): boolean {
    return this.placement.current === 'fullscreen'
  }

  private setState(
    state: 'normal' | 'minimized' | 'maximized' | 'fullscreen',
    event: string,
  ): void {
    if (this.placement.current === state) return
    this.withSession((session) => this.placement.setState(session, state))
    this.emit(event)
  }

  getBounds(): Rectangle {
    return { ...this.placement.now }
  }

  getNormalBounds(): Rectangle {
    return { ...this.placement.bounds }
  }

  getContentBounds(): Rectangle {
    return { ...this.placement.now }
  }

  setBounds(bounds: Partial<Rectangle>): void {
    const before = this.getBounds()
    this.withSession((session) => this.placement.moveTo(session, bounds))
    const after = { ...before, ...bounds }
    Object.assign(this.placement.bounds, bounds)
    if (after.width !== before.width || after.height !== before.height) this.emit('resize')
    if (after.x !== before.x || after.y !== before.y) this.emit('move')
    this.webContents.sizeChanged()
  }

  getSize(): number[] {
    return [this.placement.bounds.width, this.placement.bounds.height]
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }

  getTitle(): string {
    return this.title
  }

  /** Chromium shows the page's own title; this one is only kept. */
  setTitle(title: string): void {
    this.title = title
  }

  /** Shown while there is no page, or where it paints nothing. */
  setBackgroundColor(color: string): void {
    this.withSession((session) =>
      session.send('Emulation.setDefaultBackgroundColorOverride', { color: parseColor(color) }),
    )
  }

  /** Only macOS has a mark for these. */
  setDocumentEdited(_edited: boolean): void {}
  setRepresentedFilename(_file: string): void {}

  /** No menu bar is drawn. */
  setMenuBarVisibility(_visible: boolean): void {}

  close(): void {
    if (this.destroyed) return
    const event = new PreventableEvent()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  destroy(): void {
    if (this.destroyed) return
    this.closePage?.()
    this.gone()
  }

  // What follows is for the stand-in's own parts.

  private withSession(run: (session: Session) => unknown): void {
    this.webContents.withPage((page) => run(page.session))
  }

  pageLoaded(): void {
    if (this.shownOnce) return
    this.shownOnce = true
    this.emit('ready-to-show')
  }

  /** The page has seen its window in another place, size or state. */
  placeSeen(place: Place, zoomed: boolean): void {
    screenSeen(place)
    this.withSession(async (session) => {
      const before = this.placement.current
      const state = await this.placement.readState(session)
      if (this.destroyed) return
      const { moved, resized } = this.placement.heard(place, zoomed)
      if (state !== before && this.visible) this.emit(stateEvents[state])
      if (moved) this.emit('move')
      if (!resized) return
      this.emit('resize')
      this.webContents.sizeChanged()
    })
  }

  focusSeen(focused: boolean): void {
    if (focused) noteFocus(this)
    this.emit(focused ? 'focus' : 'blur')
  }

  /** The reader has closed the window, which is why `close` comes too late to be prevented. */
  private closedByReader(): void {
    if (this.destroyed) return
    const event = new PreventableEvent()
    this.emit('close', event)
    if (event.defaultPrevented)
      console.error('stand-in: a window that was closed from outside cannot be kept open')
    this.gone()
  }

  private gone(): void {
    this.destroyed = true
    removeWindow(this)
    this.webContents.gone()
    endMethods(this, methods)
    this.emit('closed')
    if (openWindows().length === 0) app.windowAllClosed()
  }
}

/** What a window does as long as there is one. */
const methods = [
  'close',
  'focus',
  'getBounds',
  'getContentBounds',
  'getNormalBounds',
  'getSize',
  'getTitle',
  'hide',
  'isFocused',
  'isFullScreen',
  'isMaximized',
  'isMinimized',
  'isVisible',
  'loadURL',
  'maximize',
  'minimize',
  'restore',
  'setBackgroundColor',
  'setBounds',
  'setDocumentEdited',
  'setFullScreen',
  'setMenuBarVisibility',
  'setRepresentedFilename',
  'setSize',
  'setTitle',
  'show',
  'showInactive',
  'unmaximize',
] as const satisfies readonly (keyof Electron.BrowserWindow)[]

type Implemented = Pick<
  Electron.BrowserWindow,
  (typeof methods)[number] | 'destroy' | 'id' | 'isDestroyed'
>
