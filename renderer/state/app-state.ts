import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { ActionId } from '../../core/app/actions'
import type { Job } from '../../core/app/job'
import type { LibraryHit } from '../../core/app/library-findings'
import type { AppEvent, AppOpening, PiyueApi, Showing } from '../../core/contract/contract'
import { type CitationData, isCitable } from '../../core/document/citation-data'
import type { FileNotice } from '../../core/publication/publication'
import type { CorrectionCommand, RepairCommand } from '../../core/repair/reader-edition'
import type { Speech } from '../ui/speech'
import { Library } from './library'
import type { Locale } from './locale'
import { Announcer, Notices, sayImportOutcome } from './notices'
import { actionsIn, type OpenDialog } from './open-dialog'
import { openWithText } from './opening'
import { Preferences } from './preferences'
import { WorkspaceState } from './workspace-state'

/** What was found in a document of the library, and by which words. */
export interface FoundPlace {
  readonly kind: 'found'
  readonly documentId: string
  readonly hit: LibraryHit
  readonly query: string
}

/** Where the reader is to be taken in a document once it is open: to what is damaged next, to what was found. */
export type Arrival = FoundPlace | { readonly kind: 'next-repair' }

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
  readonly toldOf: Signal<ReadonlyMap<string, readonly FileNotice[]>> = signal(new Map())
  /** Documents that the reader was asked to say the citation of. */
  readonly #askedForCitation = new Set<string>()
  readonly #speech: Speech
  readonly #workspace = signal<WorkspaceState | null>(null)
  readonly #actionListeners = new Set<(action: ActionId) => void>()
  /** What a menu asked for while nothing listened, for the page was not drawn yet. */
  readonly #earlyActions: ActionId[] = []
  readonly #stop: () => void
  /** What the window is to show; a document that is opened too late gives way. */
  #wanted: Showing | undefined
  #isOpening = false
  #reopening: Promise<void> | undefined
  #arrival: Arrival | undefined
  /** Settles when the notes on the document that is shown are read, or cannot be. */
  #read: Promise<void> = Promise.resolve()
  /** What is told while a document is being opened: it may be of that one. */
  #early: AppEvent[] | undefined
  /** The document that is being opened, and whether its words changed since main was asked for it. */
  #coming: { readonly documentId: string; isOutdated: boolean } | undefined

  constructor({ api, opening, locale, isNarrow, notesLieOver, speech }: AppStateOptions) {
    this.#speech = speech
    this.api = api
    this.version = opening.version
    this.isNarrow = isNarrow
    this.preferences = new Preferences(opening, locale, api, notesLieOver)
    this.announcer = new Announcer(this.preferences.messages)
    this.notices = new Notices(opening.notices, (report) => api.reportError(report))
    const { preferences, announcer } = this
    this.library = new Library({ api, preferences, announcer })
    this.#stop = api.onEvent((event) => this.#receive(event))
  }

  /** The open document; nothing until the first is open. */
  get workspace(): ReadonlySignal<WorkspaceState | null> {
    return this.#workspace
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
  async show(showing: Showing): Promise<void> {
    this.#wanted = showing
    if (this.#isOpening) return
    this.#isOpening = true
    try {
      while (this.#wanted !== undefined) {
        const wanted: Showing = this.#wanted
        this.#wanted = undefined
        try {
          // oxlint-disable-next-line no-await-in-loop -- one at a time, the last asked for last
          await this.#showNow(wanted)
        } catch (error) {
          if (this.#wanted === undefined) throw error
          this.notices.reportError(error)
        }
      }
    } finally {
      this.#isOpening = false
    }
  }

  async #showNow({ documentId, annotationId }: Showing): Promise<void> {
    if (this.#workspace.peek()?.id !== documentId) await this.#open(documentId)
    if (annotationId !== null) this.#workspace.peek()?.note.openLinked(annotationId)
  }

  /**
   * Repairs words of the open document, or gives repairs back. The document is then opened anew.
   *
   * @param goOn opens the card of the next place that seems damaged
   */
  async edit(command: RepairCommand, goOn = false): Promise<void> {
    const workspace = this.#workspace.peek()
    if (workspace === null) return
    await workspace.settle()
    this.#arrival = goOn ? { kind: 'next-repair' } : undefined
    const outcome = await this.api.edit(workspace.id, command)
    const { repair, refused } = this.announcer.messages.peek()
    if (!outcome.done) {
      if (outcome.reason !== 'nothing-to-do') this.announcer.tell(refused[outcome.reason])
      return
    }
    const { length } = command.ids
    this.announcer.tell(command.kind === 'take' ? repair.taken(length) : repair.givenBack(length))
  }

  /**
   * Does something that names the source of the open document. Where not enough is known of that, the reader
   * is asked first, once.
   */
  citing(use: (workspace: WorkspaceState) => void | Promise<void>): void {
    const workspace = this.#workspace.peek()
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
        const now = this.#workspace.peek()
        if (now?.id === workspace.id) void use(now)
      },
    }
  }

  /** Asks what a document of the library is to be cited as. */
  async askForCitation(documentId: string): Promise<void> {
    const known = await this.api.citationOf(documentId)
    if (known !== null) this.dialog.value = { kind: 'citation', documentId, known }
  }

  /** Keeps what the reader has a document cited as, and shows it; null where they leave it open. */
  async cite(documentId: string, citation: CitationData | null): Promise<void> {
    this.#askedForCitation.add(documentId)
    const outcome = await this.api.saveCitation(documentId, citation)
    if (citation === null) return
    const { citing, refused } = this.announcer.messages.peek()
    if (outcome.done) {
      await this.#openAnew(documentId)
      this.announcer.tell(citing.saved)
    } else if (outcome.reason !== 'nothing-to-do') this.announcer.tell(refused[outcome.reason])
    if (this.library.isOpen.peek()) await this.library.renew()
  }

  /** Reads characters of the open document's forms otherwise, or again as conversion wrote them. */
  async correct(command: CorrectionCommand, said: string): Promise<void> {
    const workspace = this.#workspace.peek()
    if (workspace === null) return
    const outcome = await this.api.edit(workspace.id, command)
    const { refused } = this.announcer.messages.peek()
    if (outcome.done) this.announcer.tell(said)
    else if (outcome.reason !== 'nothing-to-do') this.announcer.tell(refused[outcome.reason])
  }

  /** Leaves a document that was removed while it is on the screen, unless another is being opened. */
  leaveRemoved(): void {
    const { bundledId, removed } = this.library
    const shownId = this.#workspace.peek()?.id
    if (this.#isOpening || bundledId === undefined || shownId === undefined) return
    if (!removed.peek().has(shownId)) return
    this.show({ documentId: bundledId, annotationId: null }).catch((error: unknown) =>
      this.notices.reportError(error),
    )
  }

  /** Opens a document to go to what was found in it. */
  async showFound(place: FoundPlace): Promise<void> {
    this.#arrival = place
    await this.show({ documentId: place.documentId, annotationId: null })
  }

  /** Where the reader is to be taken in the document that was just opened, if anywhere; asked once. */
  takeArrival(): Arrival | undefined {
    const arrival = this.#arrival
    this.#arrival = undefined
    return arrival
  }

  /** Opens the document that is shown anew: its words changed. Who asks meanwhile waits for the same. */
  #openAnew(documentId: string): Promise<void> {
    const reopening = this.#reopening ?? this.#reopen(documentId)
    this.#reopening = reopening.finally(() => {
      this.#reopening = undefined
    })
    return this.#reopening
  }

  async #reopen(documentId: string): Promise<void> {
    if (this.#workspace.peek()?.id !== documentId || this.#isOpening) return
    this.#isOpening = true
    try {
      await this.#open(documentId)
    } finally {
      this.#isOpening = false
    }
    if (this.#wanted !== undefined) await this.show(this.#wanted)
  }

  /** Opens a document as it stands when that is done: if its words change meanwhile, it is opened again. */
  async #open(documentId: string): Promise<void> {
    const coming = { documentId, isOutdated: false }
    this.#coming = coming
    try {
      do {
        coming.isOutdated = false
        // oxlint-disable-next-line no-await-in-loop -- each is shown in the place of the one before
        await this.#openOnce(documentId)
      } while (coming.isOutdated)
    } finally {
      this.#coming = undefined
    }
  }

  async #openOnce(documentId: string): Promise<void> {
    const { api, preferences, announcer, notices, isNarrow } = this
    // Until then it is not open in main, which knows the one before it as shown.
    await this.#read
    const former = this.#workspace.peek()
    const isSame = former?.id === documentId
    // What was begun is kept while its document is still open in main.
    await former?.settle()
    this.#early = []
    const opening = await openWithText(api, documentId)
    const workspace = new WorkspaceState({
      ...opening,
      api,
      preferences,
      announcer,
      notices,
      isNarrow,
      former: isSame ? former : undefined,
      speech: this.#speech,
    })
    // What is shown before it was made would change under the eyes.
    await workspace.forms.inView()
    if (opening.later === undefined) former?.dispose()
    else this.#read = this.#leaveOnceRead(former, workspace)
    if (!isSame || this.dialog.peek()?.kind !== 'repairs') this.dialog.value = null
    workspace.note.reopen()
    // What was said of the other document, or of its words before, cannot be taken back in this one.
    if (!isSame || announcer.shown.peek()?.undo !== undefined) announcer.forget()
    this.#workspace.value = workspace
    const early = this.#early
    this.#early = undefined
    for (const event of early) this.#receive(event)
  }

  /** Where the notes cannot be read, the document that was shown before is shown again. */
  async #leaveOnceRead(former: WorkspaceState | null, workspace: WorkspaceState): Promise<void> {
    try {
      await workspace.annotations.read
      former?.dispose()
    } catch (error) {
      workspace.dispose()
      this.#workspace.value = former
      this.notices.reportError(error)
    }
  }

  dispose(): void {
    this.#stop()
    this.#workspace.peek()?.dispose()
  }

  #receive(event: AppEvent): void {
    switch (event.kind) {
      case 'changed':
        this.#early?.push(event)
        this.#workspace.peek()?.receive(event)
        break
      case 'edited':
        if (this.#coming?.documentId === event.documentId) this.#coming.isOutdated = true
        else
          this.#openAnew(event.documentId).catch((error: unknown) =>
            this.notices.reportError(error),
          )
        break
      case 'proposed':
        this.#early?.push(event)
        this.#workspace.peek()?.propose(event)
        break
      case 'corrected':
        this.#early?.push(event)
        this.#workspace.peek()?.correct(event)
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
