import { app } from '../api/app'
import { pageCopied } from '../api/clipboard'
import { endMethods } from '../api/destroyed'
import { implementedEmitter } from '../api/implemented-emitter'
import { implementedOnly } from '../api/implemented-only'
import { dispatch } from '../api/ipc-main'
import { nativeTheme } from '../api/native-theme'
import { PreventableEvent } from '../api/preventable-event'
import { defaultSession } from '../api/session'
import { isGone, type Session, unlessGone } from '../chromium/session'
import { accelerators, chooseByKey } from '../menu/menu-keys'
import { pack } from '../wire/codec'
import type { FromPage, Place } from '../wire/messages'
import { type EditingCommand, edit } from './editing-commands'
import { createMainFrame } from './frame'
import { Navigation } from './navigation'
import { PageChannel } from './page-channel'
import { setUpPage } from './page-setup'
import { printToPdf, untilPrinted } from './print-to-pdf'
import { type AppPage, type AppWindow, openWindows } from './registry'
import { Zoom } from './zoom'

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]

interface Page {
  session: Session
  channel: PageChannel
}

/** What a page tells the window that it is in. */
export interface HostWindow extends AppWindow {
  /** Settles when a window that was opened is where it belongs. */
  readonly placed: Promise<void>
  getBounds(): Electron.Rectangle
  pageLoaded(): void
  placeSeen(place: Place, zoomed: boolean): void
  focusSeen(focused: boolean): void
}

/** `webContents`: the page of a window. Calls made before the page is there wait for it. */
export class WebContents extends implementedEmitter('webContents') implements Implemented, AppPage {
  readonly session = defaultSession as unknown as Electron.Session
  readonly mainFrame = createMainFrame(() => this.navigation.url)
  private readonly navigation = new Navigation()
  private readonly zoom = new Zoom()
  private readonly page: Promise<Page>
  private openHandler: OpenHandler = () => ({ action: 'allow' })
  private targetId: string | undefined
  private destroyed = false

  /** @param opening gives the page's session once Chromium has opened it */
  constructor(
    readonly id: number,
    readonly window: HostWindow,
    opening: Promise<Session>,
    private readonly preload: string | undefined,
  ) {
    super()
    this.page = opening.then((session) => this.attach(session))
    this.page.catch((error: unknown) => {
      if (!this.destroyed) app.fail(error)
    })
  }

  private async attach(session: Session): Promise<Page> {
    this.targetId = session.targetId
    const channel = new PageChannel(session)
    nativeTheme.attach(session)
    this.once('destroyed', () => nativeTheme.detach(session))
    // All at once: the page's process, which is only starting, takes it in the order in which it is sent.
    await Promise.all([
      channel.open(
        (message) => this.received(message, channel),
        () => sendAccelerators(channel),
      ),
      setUpPage(session, this, this.navigation, this.preload),
      this.window.placed,
    ])
    await session.send('Runtime.runIfWaitingForDebugger')
    return { session, channel }
  }

  private received(message: FromPage, channel: PageChannel): void {
    // What was still under way when the window was closed; Electron's went with the page.
    if (this.destroyed) return
    const { page } = channel
    switch (message.type) {
      case 'invoke':
      case 'send':
        void dispatch(message, this as unknown as Electron.WebContents, (reply) => {
          void channel.send(reply, page)
        })
        break
      case 'preload-error':
        this.preloadFailed(Object.assign(new Error(message.message), { stack: message.stack }))
        break
      case 'key':
        chooseByKey(message.stroke, this.window)
        break
      case 'place':
        this.window.placeSeen(message.place, this.zoom.getLevel() !== 0)
        break
      case 'focus':
        this.window.focusSeen(message.focused)
        break
      case 'dark':
        nativeTheme.pageIsDark(message.dark)
        break
      case 'context-menu':
        this.emit('context-menu', {}, message.params)
        break
      case 'copied':
        pageCopied(message.text, message.html)
        break
      default:
        message satisfies never
    }
  }

  async loadURL(url: string): Promise<void> {
    const loaded = new Promise<void>((resolve, reject) => {
      this.once('did-finish-load', () => resolve())
      this.once('destroyed', () => reject(new Error(`ERR_FAILED (-2) loading '${url}'`)))
    })
    const { session } = await Promise.race([this.page, loaded.then(() => this.page)])
    await Promise.race([this.navigate(session, url), loaded])
    await loaded
  }

  private async navigate(session: Session, url: string): Promise<void> {
    try {
      await this.navigation.load(session, url)
    } catch (error) {
      this.emit('did-fail-load', {}, -2, error instanceof Error ? error.message : '', url, true)
      throw error
    }
  }

  getURL(): string {
    return this.navigation.url
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  send(channel: string, ...args: unknown[]): void {
    const packed = pack(args)
    this.withPage((page) => page.channel.send({ type: 'event', channel, args: packed }))
  }

  /** The policy of every page is that of the switch `webrtc-ip-handling-policy`. */
  setWebRTCIPHandlingPolicy(_policy: string): void {}

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  reload(): void {
    this.withPage(({ session }) => session.send('Page.reload'))
  }

  close(): void {
    this.window.close()
  }

  focus(): void {
    this.withPage(({ session }) => session.send('Page.bringToFront'))
  }

  /** Kills the page's process, as a crash would. */
  forcefullyCrashRenderer(): void {
    this.withPage(({ session }) => unlessGone(session.send('Page.crash')))
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const { session } = await this.page
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    })
    if (!exceptionDetails) return result.value
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    const { session } = await this.page
    return printToPdf(session, options)
  }

  /** Has Chromium show its print preview, in which the reader prints or does not: it does not tell which. */
  print(
    _options: Electron.WebContentsPrintOptions = {},
    callback: (isPrinted: boolean, failureReason: string) => void = () => {},
  ): void {
    const told = async () => {
      try {
        await this.executeJavaScript(untilPrinted, true)
        callback(true, '')
      } catch (error) {
        callback(false, String(error))
      }
    }
    void told()
  }

  readonly undo = this.editing('undo')
  readonly redo = this.editing('redo')
  readonly cut = this.editing('cut')
  readonly copy = this.editing('copy')
  readonly paste = this.editing('paste')
  readonly delete = this.editing('delete')
  readonly selectAll = this.editing('selectAll')

  private editing(command: EditingCommand): () => void {
    return () => this.withPage(({ session }) => edit(session, command))
  }

  getZoomLevel(): number {
    return this.zoom.getLevel()
  }

  getZoomFactor(): number {
    return this.zoom.getFactor()
  }

  setZoomLevel(level: number): void {
    this.zoom.setLevel(level)
    this.applyZoom()
  }

  setZoomFactor(factor: number): void {
    this.zoom.setFactor(factor)
    this.applyZoom()
  }

  /** After the window's size has changed: the view that is enlarged must change with it. */
  sizeChanged(): void {
    if (this.zoom.getLevel() !== 0) this.applyZoom()
  }

  private applyZoom(): void {
    this.withPage(({ session }) => this.zoom.apply(session, this.window.getBounds()))
  }

  openDevTools(): void {
    console.error('stand-in: no developer tools here; --remote-debugging-port gives an address')
  }

  // What follows is for the stand-in's own parts.

  /** Runs when the page is there, unless it goes before. */
  withPage(run: (page: Page) => unknown): void {
    void this.onPage(run)
  }

  /** As `withPage`; settles when that is done, or cannot be done any more. */
  async onPage(run: (page: Page) => unknown): Promise<void> {
    try {
      await run(await this.page)
    } catch (error) {
      if (!this.destroyed && !isGone(error)) console.error('stand-in:', error)
    }
  }

  isTarget(targetId: string): boolean {
    return this.targetId === targetId
  }

  loaded(): void {
    this.emit('did-finish-load', {})
    this.emit('did-stop-loading', {})
    this.window.pageLoaded()
  }

  navigated(inPage: boolean): void {
    const { url } = this.navigation
    if (inPage) this.emit('did-navigate-in-page', {}, url, true)
    else this.emit('did-navigate', {}, url, 200, '')
  }

  /** Asks the app about a navigation that the page began. */
  mayNavigate(url: string): boolean {
    const event = Object.assign(new PreventableEvent(), {
      url,
      isMainFrame: true,
      isSameDocument: false,
      frame: this.mainFrame,
      initiator: this.mainFrame,
    })
    this.emit('will-navigate', event, url, false, true)
    return !event.defaultPrevented
  }

  /** Asks the app about a new window. It never opens: the page's window is closed as it comes. */
  askToOpen(request: { url: string; frameName: string; features: string }): void {
    const { action } = this.openHandler({
      ...request,
      disposition: 'new-window',
      referrer: { url: this.navigation.url, policy: 'default' },
    })
    if (action !== 'deny') console.error('stand-in: windows opened by a page are not implemented')
  }

  preloadFailed(error: Error): void {
    console.error('Unable to load preload script:', error)
    this.emit('preload-error', {}, this.preload, error)
  }

  acceleratorsChanged(): void {
    this.withPage(({ channel }) => sendAccelerators(channel))
  }

  /** The window has gone, and the page with it. */
  gone(): void {
    this.destroyed = true
    endMethods(this, methods)
    this.emit('destroyed')
    this.removeAllListeners()
  }
}

/** A page that begins is told the keys of the menu, and each when they change. */
const sendAccelerators = (channel: PageChannel): void =>
  void channel.send({ type: 'accelerators', accelerators: accelerators() })

/** What a page does as long as there is one. */
const methods = [
  'close',
  'copy',
  'cut',
  'delete',
  'executeJavaScript',
  'focus',
  'forcefullyCrashRenderer',
  'getURL',
  'getZoomFactor',
  'getZoomLevel',
  'loadURL',
  'openDevTools',
  'paste',
  'print',
  'printToPDF',
  'redo',
  'reload',
  'selectAll',
  'send',
  'setWebRTCIPHandlingPolicy',
  'setWindowOpenHandler',
  'setZoomFactor',
  'setZoomLevel',
  'undo',
] as const satisfies readonly (keyof Electron.WebContents)[]

type Implemented = Pick<
  Electron.WebContents,
  (typeof methods)[number] | 'id' | 'isDestroyed' | 'mainFrame' | 'session'
>

const all = (): WebContents[] => openWindows().map(({ webContents: one }) => one as WebContents)

/** `webContents`, the module. */
export const webContents = implementedOnly('webContents', {
  getAllWebContents: all,
  fromId: (id: number) => all().find((contents) => contents.id === id),
  fromDevToolsTargetId: (targetId: string) => all().find((contents) => contents.isTarget(targetId)),
})
