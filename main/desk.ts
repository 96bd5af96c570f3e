import { app, type BrowserWindow, dialog, session } from 'electron'
import type { ActionId } from '../core/app/actions'
import type { SettingsPatch } from '../core/app/settings'
import type { StoreNotice } from '../core/app/store-notice'
import type { Publication } from '../core/apparatus/publication'
import { eventChannel } from '../core/contract/channels'
import type { AppEvent } from '../core/contract/contract'
import { CanonicalDocument } from '../core/document/document'
import { readLink } from '../core/exchange/link'
import type { Messages } from '../core/messages/en'
import { messagesIn } from '../core/messages/language'
import { AnnotationService } from './annotations/annotation-service'
import { handlersFor } from './calls/handlers'
import { registerCalls } from './calls/register'
import { readHandedOver } from './cli/handed-over'
import { ErrorLog } from './errors/error-log'
import { watchForErrors } from './errors/watch'
import { Importer } from './exchange/importer'
import { loadReport } from './library/report'
import { AnnotationStore } from './store/annotation-store'
import { DraftStore } from './store/draft-store'
import { SettingsStore } from './store/settings-store'
import { assetsFolder, distFolder, systemLanguage } from './surroundings'
import { setAppMenu } from './window/app-menu'
import { followTheme, openWindow } from './window/app-window'
import { guardSession } from './window/guards'
import { servePage } from './window/page-server'

/** Everything that is open while the window is: the report, the reader's files, the window itself. */
interface DeskParts {
  readonly publication: Publication
  readonly annotations: AnnotationStore
  readonly settings: SettingsStore
  readonly drafts: DraftStore
  readonly notices: readonly StoreNotice[]
}

/** The running app: wires the report, the store, the menu and the window to one another. */
export class Desk {
  readonly #parts: DeskParts
  readonly #service: AnnotationService
  readonly #importer: Importer
  readonly #errors = new ErrorLog(app.getPath('userData'), app.getVersion())
  #window: BrowserWindow | undefined

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
      .then(() => Desk.#start())
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
    let desk: Desk | undefined
    const notices: StoreNotice[] = []
    const onNotice = (notice: StoreNotice) => {
      // What is found while opening is told when the window asks; what comes later, at once.
      if (desk === undefined) notices.push(notice)
      else desk.tell({ kind: 'notice', notice })
    }
    const [publication, opened, settings, drafts] = await Promise.all([
      loadReport(assetsFolder()),
      AnnotationStore.open({
        folder,
        onStatus: (status) => desk?.tell({ kind: 'store', status }),
        onNotice,
        onExternalChange: (set) => desk?.tellChange(set),
      }),
      SettingsStore.open({ folder, onNotice }),
      DraftStore.open({ folder, onNotice }),
    ])
    desk = new Desk({
      publication,
      annotations: opened.store,
      settings,
      drafts,
      notices: [...opened.notices, ...notices],
    })
    desk.#show()
  }

  private constructor(parts: DeskParts) {
    this.#parts = parts
    this.#service = new AnnotationService({
      document: new CanonicalDocument(parts.publication.document),
      store: parts.annotations,
      onChanged: (set) => this.tellChange(set),
    })
    this.#importer = new Importer({
      publication: parts.publication,
      annotations: () => parts.annotations.annotations,
      take: (set) => this.#service.take(set),
    })
    registerCalls(
      handlersFor({
        ...parts,
        service: this.#service,
        importer: this.#importer,
        linkedId: this.#linkIn(process.argv),
        errors: this.#errors,
        messages: () => this.#messages,
        systemLanguage: systemLanguage(),
        version: app.getVersion(),
        dataFolder: app.getPath('userData'),
        window: () => this.#window,
        onSettings: (patch) => this.#settingsChanged(patch),
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
    const { language } = this.#parts.settings.read()
    return messagesIn[language === 'system' ? systemLanguage() : language]
  }

  #show(): void {
    const { settings } = this.#parts
    const window = openWindow({
      dist: distFolder(),
      title: this.#messages.appName,
      settings: settings.read(),
      onPlaced: (patch) => settings.patch(patch),
    })
    window.on('focus', () => void this.#parts.annotations.check())
    window.on('close', (event) => this.#warnIfUnsaved(event, window))
    window.on('closed', () => {
      this.#window = undefined
    })
    this.#window = window
  }

  /** Closing while changes are held in memory only would lose them: the reader decides. */
  #warnIfUnsaved(event: { preventDefault(): void }, window: BrowserWindow): void {
    if (this.#parts.annotations.status.state !== 'unsaved') return
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
      const { annotations, settings, drafts } = this.#parts
      await Promise.allSettled([annotations.close(), settings.close(), drafts.close()])
      areClosed = true
      app.quit()
    }
    app.on('will-quit', (event) => {
      if (areClosed) return
      event.preventDefault()
      void closeFiles()
    })
  }

  #settingsChanged(patch: SettingsPatch): void {
    if (patch.theme !== undefined) followTheme({ theme: patch.theme })
    if (patch.language !== undefined) this.#setMenu()
  }

  #setMenu(): void {
    setAppMenu({
      messages: this.#messages,
      history: this.#service.history,
      isMac: process.platform === 'darwin',
      perform: (action: ActionId) => this.tell({ kind: 'action', action }),
    })
  }

  /** Tells the page what changed, and renews the menu's undo and redo. */
  tellChange(set: Extract<AppEvent, { kind: 'changed' }>['set']): void {
    this.tell({ kind: 'changed', set, history: this.#service.history })
    this.#setMenu()
  }

  /** Tells the page something unasked; nobody listens while there is no window. */
  tell(event: AppEvent): void {
    this.#window?.webContents.send(eventChannel, event)
  }

  /** Does what another start of the app was asked to do: import a file, or show a passage. */
  async #serve(argv: readonly string[], data: unknown): Promise<void> {
    const handedOver = readHandedOver(data)
    if (handedOver !== undefined) {
      const outcome = await this.#importer.importFile(handedOver.import)
      this.tell({ kind: 'imported', outcome })
      return
    }
    this.#comeForward()
    const annotationId = this.#linkIn(argv)
    if (annotationId !== null) this.tell({ kind: 'link', annotationId })
  }

  /** The annotation that a link among the arguments points at, in the document that is open. */
  #linkIn(argv: readonly string[]): string | null {
    const target = argv.map(readLink).find((link) => link !== undefined)
    return target?.documentId === this.#parts.publication.document.id ? target.annotationId : null
  }

  #comeForward(): void {
    if (this.#window?.isMinimized()) this.#window.restore()
    this.#window?.focus()
  }
}
