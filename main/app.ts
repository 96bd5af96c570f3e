import { app, type BrowserWindow, dialog, session } from 'electron'
import type { SettingsPatch } from '../core/app/settings'
import type { StoreNotice } from '../core/app/store-notice'
import { eventChannel } from '../core/contract/channels'
import type { AppEvent, AppOpening, HistoryView, Showing } from '../core/contract/contract'
import { readLink } from '../core/exchange/link'
import type { Messages } from '../core/messages/en'
import { messagesIn } from '../core/messages/language'
import { callsOf } from './calls'
import { readHandedOver } from './cli/handed-over'
import { ErrorLog } from './errors/error-log'
import { watchForErrors } from './errors/watch'
import { Importer } from './exchange/importer'
import { serveCalls } from './ipc'
import { Library } from './library/library'
import { SettingsStore } from './store/settings-store'
import { assetsFolder, distFolder, systemLanguage } from './surroundings'
import { setAppMenu } from './window/app-menu'
import { followTheme, openWindow } from './window/app-window'
import { guardSession } from './window/guards'
import { servePage } from './window/page-server'
import { Workspace } from './workspace'

/** The running app: the library, the reader's settings, the open workspace, the menu and the window. */
export class App {
  readonly #library: Library
  readonly #settings: SettingsStore
  readonly #notices: readonly StoreNotice[]
  readonly #errors = new ErrorLog(app.getPath('userData'), app.getVersion())
  /** The open workspaces by their document: the one shown, and any whose changes are not yet on disk. */
  readonly #workspaces = new Map<string, Workspace>()
  #window: BrowserWindow | undefined
  /** What happened before the page listens; nothing of it may be lost. */
  #waiting: AppEvent[] | undefined = []
  #showing: Showing

  /** Opens the app, or hands over to the one that is open already and ends. */
  static open(): void {
    if (!app.requestSingleInstanceLock()) {
      app.exit(0)
      return
    }
    // Run from the sources, it would be Electron itself that opened the links, without the app.
    if (app.isPackaged) app.setAsDefaultProtocolClient('piyue')
    app.on('window-all-closed', () => app.quit())
    app
      .whenReady()
      .then(() => App.#start())
      .catch((error: unknown) => {
        const { startFailed } = messagesIn[systemLanguage()]
        const reason = error instanceof Error ? error.message : String(error)
        dialog.showErrorBox(startFailed.title, `${reason}\n\n${startFailed.detail}`)
        app.exit(1)
      })
  }

  static async #start(): Promise<void> {
    guardSession(session.defaultSession)
    servePage(distFolder())
    const folder = app.getPath('userData')
    const notices: StoreNotice[] = []
    let running: App | undefined
    const onNotice = (notice: StoreNotice) => {
      // What is found while opening is told when the window asks; what comes later, at once.
      if (running === undefined) notices.push(notice)
      else running.tell({ kind: 'notice', notice })
    }
    const [library, settings] = await Promise.all([
      Library.open(assetsFolder(), folder),
      SettingsStore.open({ folder, onNotice }),
    ])
    running = new App(library, settings, notices)
    await running.#openWorkspace(running.#showing.documentId)
    running.#show()
  }

  private constructor(library: Library, settings: SettingsStore, notices: readonly StoreNotice[]) {
    this.#library = library
    this.#settings = settings
    this.#notices = notices
    this.#showing = this.#linkIn(process.argv) ?? {
      documentId: library.bundledId,
      annotationId: null,
    }
    serveCalls(
      callsOf({
        settings,
        errors: this.#errors,
        version: app.getVersion(),
        dataFolder: app.getPath('userData'),
        messages: () => this.#messages,
        window: () => this.#window,
        workspace: (documentId) => this.#opened(documentId),
        importer: (documentId) => this.#importer(documentId),
        start: async () => this.#opening(),
        openWorkspace: (documentId) => this.#openWorkspace(documentId),
        saveSettings: (patch) => this.#saveSettings(patch),
      }),
    )
    watchForErrors((report) => {
      void this.#errors.write(report)
      this.tell({ kind: 'error', report })
    })
    this.#setMenu()
    app.on('second-instance', (_event, argv, _folder, data) => void this.#serve(argv, data))
    app.on('open-url', (event, url) => {
      event.preventDefault()
      void this.#serve([url], undefined)
    })
    this.#closeFilesBeforeQuitting()
  }

  get #messages(): Messages {
    const { language } = this.#settings.read()
    return messagesIn[language === 'system' ? systemLanguage() : language]
  }

  /** What the page asks for first; it listens from now on, and is told what it missed. */
  #opening(): AppOpening {
    const waiting = this.#waiting ?? []
    this.#waiting = undefined
    // After the answer: the page cannot place an event before it knows the app.
    setImmediate(() => {
      for (const event of waiting) this.tell(event)
    })
    return {
      version: app.getVersion(),
      platform: platform(),
      systemLanguage: systemLanguage(),
      settings: this.#settings.read(),
      notices: this.#notices,
      showing: this.#showing,
    }
  }

  /**
   * Opens a document in place of the one that is open, or gives it where it is.
   *
   * @throws UnknownDocument
   */
  async #openWorkspace(documentId: string): Promise<Workspace> {
    const workspace = this.#workspaces.get(documentId) ?? (await this.#newWorkspace(documentId))
    this.#workspaces.set(documentId, workspace)
    const former = this.#showing.documentId
    if (former === documentId) return workspace
    this.#showing = { documentId, annotationId: null }
    this.#setMenu()
    await this.#closeIfSaved(former)
    return workspace
  }

  async #newWorkspace(documentId: string): Promise<Workspace> {
    return Workspace.open({
      publication: await this.#library.publication(documentId),
      folder: this.#library.notesFolder(documentId),
      tell: (event) => this.tell(event),
    })
  }

  /** A workspace whose changes are held in memory only stays open, and goes on trying. */
  async #closeIfSaved(documentId: string): Promise<void> {
    const workspace = this.#workspaces.get(documentId)
    if (workspace === undefined || (await workspace.check()).state === 'unsaved') return
    this.#workspaces.delete(documentId)
    await workspace.close()
  }

  /** @throws Error if that document is not open. */
  #opened(documentId: string): Workspace {
    const workspace = this.#workspaces.get(documentId)
    if (workspace === undefined) throw new Error(`${documentId} is not open`)
    return workspace
  }

  #importer(documentId: string): Importer {
    const workspace = this.#opened(documentId)
    return new Importer({
      publication: workspace.open.publication,
      annotations: () => workspace.annotations,
      take: (set) => workspace.take(set),
    })
  }

  #show(): void {
    const window = openWindow({
      dist: distFolder(),
      title: this.#messages.appName,
      settings: this.#settings.read(),
      onPlaced: (patch) => this.#settings.patch(patch),
    })
    window.on('focus', () => {
      for (const workspace of this.#workspaces.values()) void workspace.check()
    })
    window.on('close', (event) => this.#warnIfUnsaved(event, window))
    window.on('closed', () => {
      this.#window = undefined
    })
    // A page that is loaded anew has yet to listen.
    window.webContents.on('did-navigate', () => {
      this.#waiting ??= []
    })
    this.#window = window
  }

  /** Closing while changes are held in memory only would lose them: the reader decides. */
  #warnIfUnsaved(event: { preventDefault(): void }, window: BrowserWindow): void {
    const isUnsaved = [...this.#workspaces.values()].some(
      ({ status }) => status.state === 'unsaved',
    )
    if (!isUnsaved) return
    event.preventDefault()
    void this.#askWhetherToLose(window)
  }

  async #askWhetherToLose(window: BrowserWindow): Promise<void> {
    const { store } = this.#messages
    const choices = { stay: 0, quit: 1 }
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: store.quitTitle,
      detail: store.quitDetail,
      buttons: [store.quitStay, store.quitAnyway],
      defaultId: choices.stay,
      cancelId: choices.stay,
    })
    if (response === choices.quit) window.destroy()
  }

  /** Everything acknowledged is on disk already; this writes out what waits and tidies up. */
  #closeFilesBeforeQuitting(): void {
    let areClosed = false
    const closeFiles = async () => {
      const open = [...this.#workspaces.values(), this.#settings]
      await Promise.allSettled(open.map((one) => one.close()))
      areClosed = true
      app.quit()
    }
    app.on('will-quit', (event) => {
      if (areClosed) return
      event.preventDefault()
      void closeFiles()
    })
  }

  #saveSettings(patch: SettingsPatch): void {
    this.#settings.patch(patch)
    if (patch.theme !== undefined) followTheme({ theme: patch.theme })
    if (patch.language !== undefined) this.#setMenu()
  }

  #setMenu(): void {
    setAppMenu({
      messages: this.#messages,
      history: this.#workspaces.get(this.#showing.documentId)?.history ?? noHistory,
      isMac: process.platform === 'darwin',
      perform: (action) => this.tell({ kind: 'action', action }),
    })
  }

  /** Tells the page something unasked; what the page cannot hear yet waits until it listens. */
  tell(event: AppEvent): void {
    if (event.kind === 'changed') this.#setMenu()
    if (this.#waiting !== undefined) this.#waiting.push(event)
    else this.#window?.webContents.send(eventChannel, event)
  }

  /** Does what another start of the app was asked to do: import a file, or show a passage. */
  async #serve(argv: readonly string[], data: unknown): Promise<void> {
    const handedOver = readHandedOver(data)
    if (handedOver !== undefined) {
      const importer = this.#importer(this.#showing.documentId)
      this.tell({ kind: 'imported', outcome: await importer.importFile(handedOver.import) })
      return
    }
    this.#comeForward()
    const showing = this.#linkIn(argv)
    if (showing !== undefined) this.tell({ kind: 'show', showing })
  }

  /** What a link among the arguments points at, if it is in the library. */
  #linkIn(argv: readonly string[]): Showing | undefined {
    const target = argv.map(readLink).find((link) => link !== undefined)
    if (target === undefined || !this.#library.has(target.documentId)) return undefined
    return { documentId: target.documentId, annotationId: target.annotationId }
  }

  #comeForward(): void {
    if (this.#window?.isMinimized()) this.#window.restore()
    this.#window?.focus()
  }
}

const noHistory: HistoryView = { undo: null, redo: null }

const platform = () =>
  process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'
