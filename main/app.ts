import { app } from 'electron'
import type { ContextTarget, WindowPoint } from '../core/app/context-target'
import { type ErrorReport, reportOf } from '../core/app/error-report'
import { keymapOf } from '../core/app/keymap'
import type { PictureName } from '../core/app/picture-path'
import { type SettingsPatch, spokenIn, type UiLanguage } from '../core/app/settings'
import type { StoreNotice } from '../core/app/store-notice'
import type { AppEvent, AppOpening, Calls, HistoryView } from '../core/contract/contract'
import type { Messages } from '../core/messages/en'
import { messagesIn } from '../core/messages/language'
import { callsOf } from './calls'
import { readHandedOver } from './cli/handed-over'
import { documentsIn, fileCalled, ownArguments } from './cli/parse'
import { CurrentDocument } from './current-document'
import { sweepUnfinished } from './disk/write-file'
import { DocumentOpener } from './document-opener'
import type { ErrorLog } from './errors/error-log'
import { watchForErrors } from './errors/watch'
import type { Importer } from './exchange/import'
import { ImportWorker } from './exchange/import-worker'
import { DocumentWorker } from './library/document-worker'
import { Library } from './library/library'
import { loadReport } from './library/report'
import { firstShowing, linkedIn } from './library/showing'
import { renewHistory, setAppMenu, unavailableFor } from './menu/app-menu'
import { showContextMenu } from './menu/context-menu'
import { ReaderLibrary } from './reader-library'
import { assetsFolder, distFolder, platform, systemLanguage } from './start/environment'
import type { OutsideRequest, OutsideRequests } from './start/requests'
import type { SettingsStore } from './store/settings-store'
import { describeApp } from './window/about-panel'
import { followTheme } from './window/app-window'
import type { DocumentState } from './window/document-window'
import type { ReaderWindow } from './window/reader-window'
import { Workspaces } from './workspaces'

interface AppParts {
  readonly library: Library
  readonly settings: SettingsStore
  readonly window: ReaderWindow
  readonly errors: ErrorLog
  /** What was found while opening, for the page to be told when it asks. */
  readonly notices: readonly StoreNotice[]
  /** Named on the command line, as they were given. */
  readonly documents: readonly string[]
  readonly requests: OutsideRequests
}

interface AppOptions extends Omit<AppParts, 'library'> {
  readonly onNotice: (notice: StoreNotice) => void
}

/** The running app: the library, the reader's settings, the open workspace, the menu and the window. */
export class App {
  readonly #library: Library
  readonly #settings: SettingsStore
  readonly #notices: readonly StoreNotice[]
  readonly #errors: ErrorLog
  readonly #workspaces: Workspaces
  /** Documents named on the command line that are yet to be opened; absolute paths. */
  #toOpen: readonly string[]
  readonly #requests: OutsideRequests
  readonly #window: ReaderWindow
  readonly #current: CurrentDocument
  readonly #importer: Importer
  readonly #opener: DocumentOpener
  readonly #readerLibrary: ReaderLibrary
  /** What is done for each call of the page. */
  readonly calls: Calls

  /** @throws if the bundled report is missing or damaged */
  static async open({ onNotice, ...parts }: AppOptions): Promise<App> {
    const library = await Library.open({
      report: loadReport(assetsFolder()),
      userData: app.getPath('userData'),
      worker: new DocumentWorker(distFolder()),
      onNotice,
    })
    return new App({ ...parts, library })
  }

  private constructor(parts: AppParts) {
    const { library, settings, window, errors, notices, documents, requests } = parts
    this.#errors = errors
    this.#toOpen = documents.map((file) => fileCalled(file, process.cwd()))
    this.#requests = requests
    this.#library = library
    this.#workspaces = new Workspaces({
      library,
      tell: (event) => this.tell(event),
      isShown: (documentId) => this.#current.isWanted(documentId),
    })
    this.#importer = this.#workspaces.importer(new ImportWorker(distFolder()).read)
    this.#settings = settings
    this.#notices = notices
    this.#window = window
    this.#readerLibrary = new ReaderLibrary({
      library,
      workspaces: this.#workspaces,
      settings,
      language: () => this.#language,
    })
    this.#opener = new DocumentOpener({
      library,
      messages: () => this.#messages,
      window: () => this.#window.native,
      annotationsOn: (documentId) => this.#workspaces.annotationsOn(documentId),
      draftsOn: (documentId) => this.#workspaces.draftsOn(documentId),
      show: (documentId) => this.#current.show(documentId),
    })
    this.#current = new CurrentDocument({
      first: firstShowing(process.argv, library.catalog, settings.read().views),
      isPassing: documents.length > 0 || requests.areToShow,
      workspaces: this.#workspaces,
      opener: this.#opener,
      settings,
      tell: (event) => this.tell(event),
      onChanged: () => {
        this.#setMenu()
        this.#window.showState()
      },
      report: (error) => this.#report(error),
    })
    this.calls = callsOf({
      settings,
      errors: this.#errors,
      version: app.getVersion(),
      dataFolder: app.getPath('userData'),
      dist: distFolder(),
      messages: () => this.#messages,
      tell: (event) => this.tell(event),
      report: (error) => this.#report(error),
      window: () => this.#window.native,
      workspace: (documentId) => this.#workspaces.get(documentId),
      shown: (documentId) => this.#workspaces.shown(documentId),
      importer: this.#importer,
      shelf: this.#workspaces,
      library,
      readerLibrary: this.#readerLibrary,
      opener: this.#opener,
      cite: (documentId, citation) => this.#workspaces.cite(documentId, citation),
      onListed: () => this.#setMenu(),
      start: async () => this.#opening(),
      listen: async () => this.#listen(),
      current: this.#current,
      saveSettings: (patch) => this.#saveSettings(patch),
      showContextMenu: (target, at) => this.#showContextMenu(target, at),
    })
    watchForErrors((report) => {
      this.#tellError(report)
    })
    this.#setMenu()
  }

  /** Reads what the start shows. @throws where there is nothing that can be shown */
  async begin(): Promise<void> {
    const { bundledId, documentsFolder } = this.#library.catalog
    this.#window.showState()
    await this.#current.begin(bundledId)
    this.#setMenu()
    void sweepUnfinished(documentsFolder)
  }

  /** Looks for what other programs have changed in the open documents. */
  checkOpen(): void {
    this.#workspaces.check()
  }

  /** Writes out what waits. */
  close(): Promise<void> {
    return this.#workspaces.close()
  }

  /** What is read, as the system tells of it. */
  get documentState(): DocumentState {
    return {
      file: this.#library.catalog.fileOf(this.#current.id),
      isUnsaved: this.#workspaces.isUnsaved,
    }
  }

  get #language(): UiLanguage {
    return spokenIn(this.#settings.read(), systemLanguage())
  }

  get #messages(): Messages {
    return messagesIn[this.#language]
  }

  /** What a page that begins asks for first. */
  #opening(): AppOpening {
    this.#window.hold()
    return {
      version: app.getVersion(),
      platform: platform(),
      systemLanguage: systemLanguage(),
      settings: this.#settings.read(),
      notices: this.#notices,
      showing: this.#current.showing,
      bundledId: this.#library.catalog.bundledId,
    }
  }

  /** The page listens: it is told what it missed, and what was asked for meanwhile is done. */
  #listen(): void {
    this.#window.listen()
    for (const file of this.#toOpen) void this.#opener.open(file)
    this.#toOpen = []
    this.#requests.serve((request) => void this.#serve(request))
  }

  /** The bytes of a picture of a document that is open; nothing for any other. */
  async pictureOf({ documentId, resource }: PictureName): Promise<Uint8Array | undefined> {
    if (!this.#workspaces.has(documentId)) return undefined
    return (await this.#library.resource(documentId, resource))?.bytes
  }

  #showContextMenu(target: ContextTarget, at: WindowPoint): void {
    const window = this.#window.native
    if (window === undefined) return
    showContextMenu(
      target,
      { window, at },
      {
        messages: this.#messages,
        colorNames: this.#settings.read().colorNames,
        isMac: platform() === 'darwin',
        perform: (action) => this.tell({ kind: 'action', action }),
      },
    )
  }

  #report(error: unknown): void {
    this.#tellError(reportOf(error, 'main', new Date().toISOString()))
  }

  #tellError(report: ErrorReport): void {
    void this.#errors.write(report)
    this.tell({ kind: 'error', report })
  }

  #saveSettings(patch: SettingsPatch): void {
    this.#settings.patch(patch)
    if (patch.theme !== undefined) followTheme({ theme: patch.theme })
    const isInMenu = ['language', 'keys', 'singleKeys'].some((item) => item in patch)
    if (isInMenu) this.#setMenu()
  }

  get #history(): HistoryView {
    return this.#workspaces.find(this.#current.id)?.history ?? noHistory
  }

  #setMenu(): void {
    describeApp(this.#messages, assetsFolder())
    setAppMenu({
      messages: this.#messages,
      history: this.#history,
      recent: this.#readerLibrary.recent(this.#current.id),
      show: (documentId) => this.#current.show(documentId),
      platform: platform(),
      keymap: keymapOf(this.#settings.read(), platform()),
      isDevelopment: !app.isPackaged,
      unavailable: unavailableFor({
        isReport: this.#current.id === this.#library.catalog.bundledId,
      }),
      perform: (action) => this.tell({ kind: 'action', action }),
    })
  }

  /** Tells the page something unasked, and the menu what it has to know of it. */
  tell(event: AppEvent): void {
    if (event.kind === 'changed' || event.kind === 'edited' || event.kind === 'corrected')
      renewHistory({ messages: this.#messages, history: this.#history })
    this.#window.tell(event)
  }

  /** Does what was asked for from outside: import a file, open a document, show a passage. */
  async #serve(request: OutsideRequest): Promise<void> {
    if (request.kind === 'document') return this.#opener.open(request.file)
    const handedOver = request.kind === 'start' ? readHandedOver(request.data) : undefined
    if (handedOver !== undefined) {
      const outcome = await this.#importer.importFile(handedOver.import, handedOver.documentId)
      return this.tell({ kind: 'imported', outcome })
    }
    this.#window.comeForward()
    if (request.kind === 'start') {
      for (const file of documentsIn(ownArguments(request.argv, app.isPackaged))) {
        await this.#opener.open(fileCalled(file, request.folder))
      }
    }
    const argv = request.kind === 'link' ? [request.url] : request.argv
    const showing = linkedIn(argv, this.#library.catalog)
    if (showing !== undefined) this.tell({ kind: 'show', showing })
  }
}

const noHistory: HistoryView = { undo: null, redo: null }
