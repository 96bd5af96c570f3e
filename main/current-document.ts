import type { AppEvent, Showing } from '../core/contract/contract'
import { Mutex } from './disk/mutex'
import type { DocumentOpener } from './document-opener'
import type { SettingsStore } from './store/settings-store'
import type { Workspace } from './workspace'
import type { Workspaces } from './workspaces'

interface CurrentDocumentOptions {
  /** What the start shows. */
  readonly first: Showing
  /** Whether the reader named another, to which the start goes on. */
  readonly isPassing: boolean
  readonly workspaces: Pick<Workspaces, 'open' | 'find' | 'closeIfSaved'>
  readonly opener: Pick<DocumentOpener, 'takeNotesAlong' | 'offerNewText'>
  readonly settings: Pick<SettingsStore, 'patchView'>
  readonly tell: (event: AppEvent) => void
  /** Told when the window shows another document, and when the list of documents is another. */
  readonly onChanged: () => void
  /** Told of what nobody waits for. */
  readonly report: (error: unknown) => void
}

/**
 * Which document the window shows, and the way from one to the next. The page has the word: it asks for a
 * document, and says when it shows it. Until then the one before is the current one, open and with all its
 * gestures, whatever becomes of the other.
 */
export class CurrentDocument {
  readonly #options: CurrentDocumentOptions
  #showing: Showing
  /** What the page asked for since it last said what it shows. */
  readonly #asked = new Set<string>()
  /** What follows from one document's being shown comes before what follows from the next one's. */
  readonly #following = new Mutex()
  /**
   * What the reader came to last. A page that is loaded anew, or opens its document anew after a repair,
   * brings them to nothing else.
   */
  #cameTo: string | undefined

  constructor(options: CurrentDocumentOptions) {
    this.#options = options
    this.#showing = options.first
    if (options.isPassing) this.#cameTo = options.first.documentId
  }

  get id(): string {
    return this.#showing.documentId
  }

  /** What a page that is loaded is to show. */
  get showing(): Showing {
    return this.#showing
  }

  /** Whether the page shows a document, or may be about to. */
  isWanted(documentId: string): boolean {
    return documentId === this.id || this.#asked.has(documentId)
  }

  /**
   * Begins to read what the start shows, for which the page asks once it is loaded; or what it shows where that
   * cannot be opened, of which the page tells.
   *
   * @param otherwise the id of that
   * @throws what opening that threw: then there is nothing to show
   */
  async begin(otherwise: string): Promise<void> {
    await this.open(this.id).catch(() => this.open(otherwise))
  }

  /**
   * Opens a document that the page is to show, or gives it where it is open.
   *
   * @throws UnknownDocument, or what reading its notes threw
   */
  async open(documentId: string): Promise<Workspace> {
    this.#asked.add(documentId)
    try {
      return await this.#options.workspaces.open(documentId)
    } catch (error) {
      this.#asked.delete(documentId)
      throw error
    }
  }

  /**
   * The page shows a document, and has let go of the one before: that one is closed once it is saved.
   *
   * @throws Error if that document is not open
   */
  async enter(documentId: string): Promise<void> {
    const { workspaces, opener, settings, onChanged } = this.#options
    const workspace = workspaces.find(documentId)
    if (workspace === undefined) throw new Error(`${documentId} is not open`)
    const left = new Set([this.id, ...this.#asked])
    left.delete(documentId)
    const isOther = documentId !== this.id
    this.#asked.clear()
    // What a link pointed at is open by now: a page that is loaded anew is not taken there again.
    this.#showing = { documentId, annotationId: null }
    settings.patchView(documentId, { readAt: new Date().toISOString() })
    if (isOther) onChanged()
    await this.#following.run(() => this.#follow(workspace, left))
    // The former words of its file may be out of the list by now.
    if (isOther) onChanged()
    if (documentId === this.#cameTo) return
    this.#cameTo = documentId
    await opener.offerNewText(documentId)
  }

  /** Has the page show a document. Where it does already, notes that could not be taken along are tried again. */
  show(documentId: string): void {
    const { tell, workspaces, onChanged, report } = this.#options
    tell({ kind: 'show', showing: { documentId, annotationId: null } })
    const workspace = workspaces.find(documentId)
    if (documentId !== this.id || workspace === undefined) return
    this.#following.run(() => this.#follow(workspace, new Set())).then(onChanged, report)
  }

  /** Takes notes along from the former words of a document's file, and closes what the page has left. */
  async #follow(workspace: Workspace, left: ReadonlySet<string>): Promise<void> {
    const { workspaces, opener, tell } = this.#options
    try {
      const taken = await opener.takeNotesAlong(workspace)
      if (taken !== undefined) tell(taken)
    } finally {
      for (const documentId of left) {
        // oxlint-disable-next-line no-await-in-loop -- hardly ever more than one
        await workspaces.closeIfSaved(documentId)
      }
    }
  }
}
