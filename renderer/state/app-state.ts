import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { ActionId } from '../../core/app/actions'
import type { Job } from '../../core/app/job'
import type { AppEvent, AppOpening, PiyueApi, Showing } from '../../core/contract/contract'
import { type CitationData, isCitable } from '../../core/document/citation-data'
import type { FileNotice } from '../../core/publication/publication'
import type { CorrectionCommand, RepairCommand } from '../../core/repair/reader-edition'
import type { Speech } from '../ui/speech'
import { CurrentWorkspace } from './current-workspace'
import { Library } from './library'
import type { Locale } from './locale'
import { Announcer, Notices, sayImportOutcome } from './notices'
import { actionsIn, type OpenDialog } from './open-dialog'
import { Preferences } from './preferences'
import { type FoundPlace, WorkspaceState } from './workspace-state'

interface AppStateOptions {
  readonly api: PiyueApi
  readonly opening: AppOpening
  /** The language to speak at first. */
  readonly locale: Locale
  /** Whether the window is too narrow for three columns: contents then lie over the text. */
  readonly isNarrow: ReadonlySignal<boolean>
  /** Whether it is so narrow that the notes lie over the text, too. */
  readonly notesLieOver?: ReadonlySignal<boolean>
  /** What reads aloud. */
  readonly speech: Speech
}

/** The state of the page that does not depend on which document is open; and the document that is. */
export class AppState {
  readonly api: PiyueApi
  readonly version: string
  readonly preferences: Preferences
  readonly announcer: Announcer
  readonly notices: Notices
  readonly library: Library
  readonly dialog: Signal<OpenDialog | null> = signal(null)
  /** What main is busy with for longer than one waits without asking. */
  readonly job: Signal<Job | null> = signal(null)
  /** What alone can be asked for, for a dialog is open; null where none is. */
  readonly offered: ReadonlySignal<readonly ActionId[] | null> = computed(() =>
    actionsIn(this.dialog.value, this.job.value),
  )
  readonly isNarrow: ReadonlySignal<boolean>
  /** Whether contents lie open over the text. */
  readonly isDrawerOpen = signal(false)
  /** What the reader was told of how files were read since they were opened, by document. */
  readonly passedNotices: Signal<ReadonlyMap<string, readonly FileNotice[]>> = signal(new Map())
  /** Documents that the reader was asked to say the citation of. */
  readonly #askedForCitation = new Set<string>()
  readonly #current: CurrentWorkspace
  readonly #actionListeners = new Set<(action: ActionId) => void>()
  /** What a menu asked for while nothing listened, for the page was not drawn yet. */
  readonly #earlyActions: ActionId[] = []
  readonly #stop: () => void

  constructor({ api, opening, locale, isNarrow, notesLieOver, speech }: AppStateOptions) {
    this.api = api
    this.version = opening.version
    this.isNarrow = isNarrow
    this.preferences = new Preferences(opening, locale, api, notesLieOver)
    this.announcer = new Announcer(this.preferences.messages)
    this.notices = new Notices(opening.notices, (report) => api.reportError(report))
    const { preferences, announcer, notices } = this
    this.library = new Library({ api, preferences, announcer })
    const parts = { api, preferences, announcer, notices, isNarrow, speech }
    this.#current = new CurrentWorkspace({
      api,
      make: (opened, former) => new WorkspaceState({ ...opened, ...parts, former }),
      onShown: (isSame) => this.#letGo(isSame),
      reportError: (error) => notices.reportError(error),
      otherwise: opening.bundledId,
    })
    this.#stop = api.onEvent((event) => this.#receive(event))
  }

  /** The open document; nothing until the first is open. */
  get workspace(): ReadonlySignal<WorkspaceState | null> {
    return this.#current.shown
  }

  /**
   * Calls back for each action that a menu asks for, and for those that it asked for while nothing listened;
   * gives what stops it.
   */
  onAction(listener: (action: ActionId) => void): () => void {
    this.#actionListeners.add(listener)
    for (const action of this.#earlyActions.splice(0)) listener(action)
    return () => this.#actionListeners.delete(listener)
  }

  /**
   * Shows a document, in place of the one that is open, and the annotation that a link points at.
   *
   * @throws what opening it threw; the open document stays then.
   */
  show(showing: Showing): Promise<void> {
    return this.#current.show(showing)
  }

  /**
   * Repairs words of the open document, or gives repairs back. The document is then opened anew.
   *
   * @param goOn opens the remark of the next place that seems damaged
   */
  async edit(command: RepairCommand, goOn = false): Promise<void> {
    const workspace = this.workspace.peek()
    if (workspace === null) return
    await workspace.settle()
    const outcome = await this.api.edit(workspace.id, command, workspace.open.document.digest)
    const { repair, refused } = this.announcer.messages.peek()
    if (!outcome.done) {
      if (outcome.reason !== 'nothing-to-do') this.announcer.tell(refused[outcome.reason])
      return
    }
    const { length } = command.ids
    this.announcer.tell(command.kind === 'take' ? repair.taken(length) : repair.givenBack(length))
    if (!goOn) return
    await this.#current.settled()
    const renewed = this.workspace.peek()
    // A note that the reader has begun meanwhile keeps the focus.
    if (renewed === null || renewed.note.isInHand.peek()) return
    if (renewed !== workspace && renewed.id === workspace.id) {
      renewed.arrival.value = { kind: 'next-repair' }
    }
  }

  /**
   * Does something that names the source of the open document. Where not enough is known of that, the reader
   * is asked first, once.
   */
  citing(use: (workspace: WorkspaceState) => void | Promise<void>): void {
    const workspace = this.workspace.peek()
    if (workspace === null) return
    const { publication, document } = workspace.open
    const { file } = publication
    const isKnown = file === undefined || file.isAskedForCitation || isCitable(document.data)
    if (isKnown || this.#askedForCitation.has(workspace.id)) return void use(workspace)
    this.dialog.value = {
      kind: 'citation',
      documentId: workspace.id,
      known: file.known,
      onKnown: () => {
        const now = this.workspace.peek()
        if (now?.id === workspace.id) void use(now)
      },
    }
  }

  /** Asks how some of the notes on the open document are to be exported, which names its source. */
  exportNamed(ids: readonly string[]): void {
    this.citing(() => {
      this.dialog.value = { kind: 'export', ids }
    })
  }

  /** Asks what a document of the library is to be cited as. */
  async askForCitation(documentId: string): Promise<void> {
    const known = await this.api.citationOf(documentId)
    if (known !== null) this.dialog.value = { kind: 'citation', documentId, known }
  }

  /**
   * Keeps what the reader has a document cited as, and shows it; null where they leave it open.
   *
   * @returns why it could not be kept, in the reader's words; nothing where it was
   */
  async cite(documentId: string, citation: CitationData | null): Promise<string | null> {
    const outcome = await this.api.saveCitation(documentId, citation)
    const { citing, refused } = this.announcer.messages.peek()
    const isKept = outcome.done || outcome.reason === 'nothing-to-do'
    if (citation !== null && !isKept) return refused[outcome.reason]
    this.#askedForCitation.add(documentId)
    if (citation === null) return null
    if (outcome.done) {
      await this.#current.settled()
      this.announcer.tell(citing.saved)
    }
    if (this.library.isOpen.peek()) await this.library.renew()
    return null
  }

  /**
   * Opens a dialog that the reader may no longer expect: at once where no other is open, and else behind that,
   * for something may be typed in it.
   */
  async openDialogInTurn(dialog: OpenDialog): Promise<void> {
    // One may open another as it closes.
    while (this.dialog.peek() !== null) await this.#dialogClosed()
    this.dialog.value = dialog
  }

  #dialogClosed(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.dialog.subscribe((open) => {
        if (open !== null) return
        stop()
        resolve()
      })
    })
  }

  /** Reads characters of the open document's forms otherwise, or again as conversion wrote them. */
  async correct(command: CorrectionCommand, said: string): Promise<void> {
    const workspace = this.workspace.peek()
    if (workspace === null) return
    const outcome = await this.api.edit(workspace.id, command, workspace.open.document.digest)
    const { refused } = this.announcer.messages.peek()
    if (outcome.done) this.announcer.tell(said)
    else if (outcome.reason !== 'nothing-to-do') this.announcer.tell(refused[outcome.reason])
  }

  /** Leaves a document that was removed while it is on the screen, unless another is being opened. */
  leaveRemoved(): void {
    const { bundledId, removed } = this.library
    const shownId = this.workspace.peek()?.id
    if (this.#current.isLeaving || bundledId === undefined || shownId === undefined) return
    if (!removed.peek().has(shownId)) return
    this.show({ documentId: bundledId, annotationId: null }).catch((error: unknown) =>
      this.notices.reportError(error),
    )
  }

  /** Opens a document to go to what was found in it. */
  showFound(place: FoundPlace): Promise<void> {
    const { documentId } = place
    return this.#current.show({ documentId, annotationId: null, arrival: place })
  }

  /** Lets go of what belongs to the document that was shown. @param isSame whether it is, with other words */
  #letGo(isSame: boolean): void {
    const { dialog, announcer } = this
    if (!isSame || dialog.peek()?.kind !== 'repairs') dialog.value = null
    if (!isSame) this.isDrawerOpen.value = false
    // What was said of the other document, or of its words before, cannot be taken back in this one.
    if (!isSame || announcer.shown.peek()?.undo !== undefined) announcer.forget()
  }

  dispose(): void {
    this.#stop()
    this.#current.dispose()
  }

  #receive(event: AppEvent): void {
    switch (event.kind) {
      case 'changed':
      case 'edited':
      case 'proposed':
      case 'corrected':
      case 'drafts':
        this.#current.receive(event)
        break
      case 'store':
        this.notices.setStatus(event.documentId, event.status)
        break
      case 'notice':
        this.notices.add([event.notice])
        break
      case 'error':
        this.notices.showError(event.report)
        break
      case 'job':
        this.job.value = event.job
        break
      case 'imported':
        this.announcer.tell(sayImportOutcome(this.announcer.messages.peek(), event.outcome))
        break
      case 'show':
        this.library.close()
        this.show(event.showing).catch((error: unknown) => this.notices.reportError(error))
        break
      case 'action':
        if (this.#actionListeners.size === 0) this.#earlyActions.push(event.action)
        for (const listener of this.#actionListeners) listener(event.action)
        break
    }
  }
}
