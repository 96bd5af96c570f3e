import type { AboutPanelOptionsOptions, App as ElectronApp } from 'electron'
import { hasDisplay } from '../../runtime/electron-obstacles'
import { getContext } from '../boot/context'
import { environment } from '../boot/environment'
import { closeBrowser, ensureBrowser } from '../chromium/running'
import { openWindows } from '../window/registry'
import { getName, getPath, setName, setPath } from './app-paths'
import { commandLine } from './command-line'
import { implementedEmitter } from './implemented-emitter'
import { appLocale, systemLanguages } from './locale'
import { PreventableEvent } from './preventable-event'
import { type SecondInstance, SingleInstanceLock } from './single-instance-lock'

/** `app`. Its events are Electron's, in Electron's order. */
class App extends implementedEmitter('app') implements Implemented {
  readonly commandLine = commandLine as unknown as ElectronApp['commandLine']
  readonly getName = getName
  readonly setName = setName
  readonly getPath = getPath
  readonly setPath = setPath
  /** Unknown before the app is ready. */
  readonly getLocale = (): string => (this.ready ? appLocale() : '')
  readonly getSystemLocale = (): string => systemLanguages()[0] ?? 'en-US'
  readonly getPreferredSystemLanguages = (): string[] => systemLanguages()
  /** macOS alone has a Dock. */
  readonly dock = undefined
  private ready = false
  /** Starts that came before this one was ready. */
  private early: SecondInstance[] = []
  private state: 'running' | 'quitting' | 'exiting' = 'running'
  private lock: SingleInstanceLock | undefined
  private aboutPanel: AboutPanelOptionsOptions = {}
  private becomeReady: () => void = () => {}
  private readonly readiness = new Promise<void>((resolve) => {
    this.becomeReady = resolve
  })

  get name(): string {
    return getName()
  }

  set name(name: string) {
    setName(name)
  }

  get isPackaged(): boolean {
    return getContext().app.packed
  }

  /** Called once the app's main file has been loaded: what follows is driven by events. */
  start(): void {
    if (needsDisplay()) {
      console.error('Missing X server or $DISPLAY\nThe platform failed to initialize.  Exiting.')
      process.exit(1)
    }
    goOnAfterErrors()
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => this.quit())
    // Whoever asks for a debugging address waits for it before there is a window.
    if (getContext().switches.has('remote-debugging-port'))
      ensureBrowser().catch((error: unknown) => this.fail(error))
    setImmediate(() => {
      if (this.state === 'exiting') return
      this.ready = true
      this.emit('will-finish-launching', {})
      this.emit('ready', {}, {})
      this.becomeReady()
      for (const second of this.early.splice(0)) this.startedAgain(second)
    })
  }

  /** Electron tells of another start only once the app is ready. */
  private startedAgain(second: SecondInstance): void {
    const { argv, workingDirectory, additionalData } = second
    if (this.ready) this.emit('second-instance', {}, argv, workingDirectory, additionalData)
    else this.early.push(second)
  }

  whenReady(): Promise<void> {
    return this.readiness
  }

  isReady(): boolean {
    return this.ready
  }

  getVersion(): string {
    return getContext().app.version
  }

  getAppPath(): string {
    return getContext().app.folder
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    this.lock ??= new SingleInstanceLock(getPath('userData'), (second) => this.startedAgain(second))
    return this.lock.request(additionalData ?? null)
  }

  hasSingleInstanceLock(): boolean {
    return this.lock?.held ?? false
  }

  releaseSingleInstanceLock(): void {
    this.lock?.release()
  }

  /** Only the secure settings exist here, so that all pages are sandboxed as it is. */
  enableSandbox(): void {}

  /** Windows alone has such an id. */
  setAppUserModelId(): void {}

  /** A list of the desktop's, which is left alone. */
  addRecentDocument(): void {}

  /** The desktop is left alone by a test runtime; false says that nothing was registered. */
  setAsDefaultProtocolClient(): boolean {
    return false
  }

  setAboutPanelOptions(options: AboutPanelOptionsOptions): void {
    this.aboutPanel = options
  }

  showAboutPanel(): void {
    console.error(`stand-in: about panel ${JSON.stringify(this.aboutPanel)}`)
  }

  quit(): void {
    if (this.state !== 'running') return
    const before = new PreventableEvent()
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    this.state = 'quitting'
    for (const window of openWindows()) {
      window.close()
      if (!window.isDestroyed()) {
        this.state = 'running'
        return
      }
    }
    const will = new PreventableEvent()
    this.emit('will-quit', will)
    this.state = 'running'
    if (!will.defaultPrevented) this.exit(0)
  }

  exit(code = 0): void {
    if (this.state === 'exiting') return
    this.state = 'exiting'
    for (const window of openWindows()) window.destroy()
    this.emit('quit', {}, code)
    const closing = closeBrowser()
    // At once where there is nothing to close, so that what was not waited for is lost as in Electron.
    if (closing === undefined) process.exit(code)
    void closing.then(() => process.exit(code))
  }

  /** After the last window has closed. */
  windowAllClosed(): void {
    if (this.state !== 'running') return
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
    else this.quit()
  }

  /** When the stand-in itself cannot go on. */
  fail(error: unknown): void {
    if (this.state === 'exiting') return
    console.error(error instanceof Error ? error.message : error)
    this.exit(1)
  }
}

type Implemented = Pick<
  ElectronApp,
  | 'addRecentDocument'
  | 'commandLine'
  | 'dock'
  | 'enableSandbox'
  | 'exit'
  | 'getAppPath'
  | 'getLocale'
  | 'getName'
  | 'getPath'
  | 'getPreferredSystemLanguages'
  | 'getSystemLocale'
  | 'getVersion'
  | 'hasSingleInstanceLock'
  | 'isPackaged'
  | 'isReady'
  | 'name'
  | 'quit'
  | 'releaseSingleInstanceLock'
  | 'requestSingleInstanceLock'
  | 'setAboutPanelOptions'
  | 'setAppUserModelId'
  | 'setAsDefaultProtocolClient'
  | 'setName'
  | 'setPath'
  | 'showAboutPanel'
  | 'whenReady'
>

/**
 * Whether Electron would end here. The stand-in draws nowhere instead, unless
 * PIYUE_STAND_IN_NEEDS_DISPLAY=1 asks it to be as strict.
 */
const needsDisplay = (): boolean =>
  environment.needsDisplay &&
  !hasDisplay() &&
  getContext().switches.get('ozone-platform') !== 'headless'

/** An error that nobody catches does not end Electron: without a listener of the app's it is shown. */
function goOnAfterErrors(): void {
  process.on('uncaughtException', (error) => {
    if (process.listenerCount('uncaughtException') > 1) return
    console.error('A JavaScript error occurred in the main process\n', error)
  })
}

export const app = new App()
