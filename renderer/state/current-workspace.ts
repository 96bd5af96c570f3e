import { type ReadonlySignal, signal } from '@preact/signals'
import type { AppEvent, PiyueApi, Showing } from '../../core/contract/contract'
import { type Opening, openWithText } from './opening'
import type { Arrival, WorkspaceState } from './workspace-state'

/** A document that is to be shown, and where in it the reader is to be taken. */
interface Wanted extends Showing {
  readonly arrival?: Arrival
}

/** What main tells of a document that is open. */
type DocumentEvent = Extract<
  AppEvent,
  { readonly kind: 'changed' | 'edited' | 'proposed' | 'corrected' | 'drafts' }
>

interface CurrentWorkspaceOptions {
  readonly api: Pick<PiyueApi, 'openWorkspace' | 'publicationOf' | 'enterWorkspace'>
  /** @param former what is shown in its place, if it is the same document with other words */
  readonly make: (opening: Opening, former: WorkspaceState | undefined) => WorkspaceState
  /** Told when another is about to be drawn. @param isSame whether it is the same document with other words */
  readonly onShown: (isSame: boolean) => void
  readonly reportError: (error: unknown) => void
  /** The document that is shown where none is and the one that is asked for cannot be opened. */
  readonly otherwise: string
}

/**
 * The document that the page shows, and all that is to be shown in its place: one after the other, the last
 * that was asked for in the end. One that cannot be opened changes nothing of what is shown, nor of what is
 * asked for next.
 */
export class CurrentWorkspace {
  readonly #options: CurrentWorkspaceOptions
  readonly #shown = signal<WorkspaceState | null>(null)
  #wanted: Wanted | undefined
  /** Settles when all that was asked for until now is shown, or could not be. */
  #queue: Promise<void> = Promise.resolve()
  /** Documents whose words changed since main was asked for them. */
  readonly #outdated = new Set<string>()
  /** Settles when the notes on the document that is shown are read, or cannot be. */
  #read: Promise<void> = Promise.resolve()
  /** What is told while a document is being opened: it may be of that one. */
  #early: DocumentEvent[] | undefined

  constructor(options: CurrentWorkspaceOptions) {
    this.#options = options
  }

  /** Nothing until the first is open. */
  get shown(): ReadonlySignal<WorkspaceState | null> {
    return this.#shown
  }

  /** Whether another is asked for and not yet shown. */
  get isLeaving(): boolean {
    return this.#wanted !== undefined
  }

  /** Settles when all that was asked for until now is shown, or could not be. */
  settled(): Promise<void> {
    return this.#queue
  }

  /**
   * Shows a document once those asked for before are shown, unless another is asked for until then.
   *
   * @throws what opening it threw; what is shown stays then.
   */
  show(wanted: Wanted): Promise<void> {
    this.#wanted = wanted
    return this.#next(async () => {
      if (this.#wanted !== wanted) return
      try {
        await this.#show(wanted)
      } catch (error) {
        if (this.#shown.peek() !== null || wanted.documentId === this.#options.otherwise)
          throw error
        this.#options.reportError(error)
        await this.#show({ documentId: this.#options.otherwise, annotationId: null })
      } finally {
        if (this.#wanted === wanted) this.#wanted = undefined
      }
    })
  }

  receive(event: DocumentEvent): void {
    if (event.kind === 'edited') {
      this.#renew(event.documentId).catch(this.#options.reportError)
      return
    }
    this.#early?.push(event)
    this.#tell(event)
  }

  dispose(): void {
    this.#shown.peek()?.dispose()
  }

  #tell(event: DocumentEvent): void {
    const shown = this.#shown.peek()
    if (event.kind === 'changed') shown?.receive(event)
    else if (event.kind === 'proposed') shown?.propose(event)
    else if (event.kind === 'corrected') shown?.correct(event)
    else if (event.kind === 'drafts') shown?.takeDrafts(event)
  }

  #next(open: () => Promise<void>): Promise<void> {
    const opened = this.#queue.then(open)
    this.#queue = opened.catch(() => undefined)
    return opened
  }

  /** Opens the document anew that is shown by then, if its words changed since main was asked for it. */
  #renew(documentId: string): Promise<void> {
    this.#outdated.add(documentId)
    return this.#next(async () => {
      if (this.#shown.peek()?.id !== documentId || !this.#outdated.has(documentId)) return
      await this.#open({ documentId, annotationId: null })
    })
  }

  async #show(wanted: Wanted): Promise<void> {
    const { documentId } = wanted
    const shown = this.#shown.peek()
    if (shown?.id !== documentId || this.#outdated.has(documentId)) await this.#open(wanted)
    else take(shown, wanted)
  }

  async #open(wanted: Wanted): Promise<void> {
    const { documentId } = wanted
    // Until then it is not open in main, which knows the one before it as shown.
    await this.#read
    const former = this.#shown.peek()
    const same = former?.id === documentId ? former : undefined
    const isSame = same !== undefined
    // What was begun is in what main answers, where that is the same document.
    await former?.settle()
    const begun = same?.note.begun
    const early: DocumentEvent[] = []
    this.#early = early
    this.#outdated.delete(documentId)
    try {
      const opening = await this.#ask(documentId, isSame)
      const workspace = this.#options.make(opening, same)
      // What is shown before it was made would change under the eyes.
      await workspace.forms.inView()
      // The reader may have gone on meanwhile; main lets go of the former only when it is told to.
      await former?.settle()
      if (same?.note.begun !== begun) {
        // Main has it; what it answered has it not, nor where that stands in other words.
        workspace.dispose()
        await this.#open(wanted)
        return
      }
      this.#options.onShown(isSame)
      if (same !== undefined) workspace.goOnFrom(same)
      else {
        former?.note.leave()
        workspace.note.reopen({ isInHand: former === null })
      }
      this.#shown.value = workspace
      if (opening.later === undefined) this.#leave(former, workspace)
      else this.#read = this.#leaveOnceRead(former, workspace, wanted)
      take(workspace, wanted)
      for (const event of early) this.#tell(event)
    } catch (error) {
      if (isSame) this.#outdated.add(documentId)
      throw error
    } finally {
      this.#early = undefined
    }
  }

  /** The notes on what is shown are read, and nothing of it is to be shown without them. */
  async #ask(documentId: string, isShown: boolean): Promise<Opening> {
    const { api } = this.#options
    return isShown
      ? { opening: await api.openWorkspace(documentId) }
      : openWithText(api, documentId)
  }

  /** The last that main hears of the former, and the first of what is shown now: in that order. */
  #leave(former: WorkspaceState | null, workspace: WorkspaceState): void {
    const { api, reportError } = this.#options
    former?.dispose()
    api.enterWorkspace(workspace.id).catch(reportError)
  }

  /** Where the notes cannot be read, the document that was shown before is shown again; at the start, the other. */
  async #leaveOnceRead(
    former: WorkspaceState | null,
    workspace: WorkspaceState,
    wanted: Wanted,
  ): Promise<void> {
    const { reportError, otherwise } = this.#options
    try {
      await workspace.annotations.read
      this.#leave(former, workspace)
    } catch (error) {
      workspace.dispose()
      this.#shown.value = former
      reportError(error)
      // What failed before it was shown is still wanted itself.
      const isOtherWanted = this.isLeaving && this.#wanted !== wanted
      if (former !== null || isOtherWanted || workspace.id === otherwise) return
      this.show({ documentId: otherwise, annotationId: null }).catch(reportError)
    }
  }
}

/** Takes the reader to where they want to go in a document that is open. */
function take(workspace: WorkspaceState, { annotationId, arrival }: Wanted): void {
  if (annotationId !== null) workspace.note.openLinked(annotationId)
  if (arrival !== undefined) workspace.arrival.value = arrival
}
