import path from 'node:path'
import type { BrowserWindow } from 'electron'
import type { Annotation } from '../core/annotation/annotation'
import type { AnnotationMap } from '../core/annotation/change-set'
import type { Draft } from '../core/annotation/draft'
import type { ImportCounts } from '../core/app/import-report'
import type { DiskTrouble } from '../core/app/store-status'
import type { AppEvent } from '../core/contract/contract'
import type { Encoding } from '../core/formats/encodings'
import type { Messages } from '../core/messages/en'
import { codeOf, diskProblemOf, isOfSystem, unlessOfSystem } from './disk/disk-problem'
import { Mutex } from './disk/mutex'
import type { Library } from './library/library'
import { confirm } from './window/dialogs'
import { refuseDocument, rememberRecent } from './window/document-window'
import type { Workspace } from './workspace'

/** What is told of notes that were to go along with a file's words. */
type NotesTaken = Extract<AppEvent, { readonly kind: 'imported' | 'notice' }>

interface DocumentOpenerOptions {
  readonly library: Library
  readonly messages: () => Messages
  readonly window: () => BrowserWindow | undefined
  /** The annotations on a document; null where they cannot be read. */
  readonly annotationsOn: (documentId: string) => Promise<AnnotationMap | null>
  /** The notes being written on a document; null where they cannot be read. */
  readonly draftsOn: (documentId: string) => Promise<readonly Draft[] | null>
  /** Has the page show a document of the library. */
  readonly show: (documentId: string) => void
}

/**
 * Opens files as documents of the library. A file may have other words than when it was read before;
 * those are a document of their own: the reader is asked, and the notes on the former ones go along or
 * stay.
 */
export class DocumentOpener {
  readonly #options: DocumentOpenerOptions
  /** Documents whose notes are to be taken along, by the document that holds the newer words. */
  readonly #formers = new Map<string, string>()
  /** What was taken along already, as JSON, by the document that took it: it may be on no disk yet. */
  readonly #taken = new Map<string, ReadonlySet<string>>()
  /** One file after the other: what is asked about one is answered before the next is asked about. */
  readonly #opening = new Mutex()

  constructor(options: DocumentOpenerOptions) {
    this.#options = options
  }

  /**
   * Opens a file in the window, in place of the document that is shown; of several that are asked for at once, the
   * last is shown in the end.
   *
   * @param file absolute path
   */
  open(file: string): Promise<void> {
    return this.#opening.run(() => this.#open(file))
  }

  async #open(file: string): Promise<void> {
    const opened = await this.#add(file)
    if (opened === undefined) return
    const { documentId, formerId } = opened
    const isOffered = formerId !== undefined && !this.#formers.has(documentId)
    if (isOffered && (await this.#offerNotes(formerId, file))) {
      this.#formers.set(documentId, formerId)
    }
    this.#options.show(documentId)
  }

  /** Reads the file of a document in another encoding; the notes go along with what they are on. */
  async readAgain(documentId: string, encoding: Encoding): Promise<void> {
    const { library, messages, window, show } = this.#options
    const opening = await library.readAgain(documentId, encoding)
    if (opening.kind === 'refused') {
      const file = library.catalog.fileOf(documentId) ?? documentId
      return refuseDocument(file, opening.refusal, messages(), window())
    }
    if (opening.documentId !== documentId) this.#formers.set(opening.documentId, documentId)
    show(opening.documentId)
  }

  /** Asks, where a document's file has changed, whether to read it as it is now. */
  async offerNewText(documentId: string): Promise<void> {
    const { library, messages, window, show } = this.#options
    const file = library.catalog.fileOf(documentId)
    if (file === undefined || !(await library.hasNewText(documentId))) return
    const { title, detail, yes, no } = messages().library.newText
    const message = title(path.basename(file))
    const agreed = await confirm(window(), { type: 'question', message, detail, yes, no })
    if (!agreed) return unlessOfSystem(library.passOver(documentId))
    const opened = await this.#add(file)
    if (opened === undefined) return
    if (opened.documentId !== documentId) this.#formers.set(opened.documentId, documentId)
    show(opened.documentId)
  }

  /**
   * Takes the notes on the former words along, once the page has let go of them, and the former document out of
   * the list. Gives what is to be told of that; nothing where there was nothing to take. Until they are on disk in
   * their new place the former document stays. What fails is tried again when the document is shown next, or its file opened.
   */
  async takeNotesAlong(workspace: Workspace): Promise<NotesTaken | undefined> {
    const { library } = this.#options
    const formerId = this.#formers.get(workspace.id)
    if (formerId === undefined) return undefined
    const file = library.catalog.fileOf(workspace.id) ?? workspace.open.document.title
    try {
      const counts = await this.#take(formerId, workspace)
      if (counts === 'unreadable') return notTakenAlong(file, null)
      if (counts === 'read-only') return { kind: 'imported', outcome: { kind: counts, file } }
      // They may be in memory alone, be it since an earlier try.
      const unsaved = await workspace.check()
      if (unsaved !== undefined) return notTakenAlong(file, unsaved)
      await library.catalog.replace(formerId, workspace.id)
      this.#formers.delete(workspace.id)
      this.#taken.delete(workspace.id)
      if (counts === undefined) return undefined
      const outcome = { kind: 'imported', file, counts, documents: [], notTaken: [] } as const
      return { kind: 'imported', outcome }
    } catch (error) {
      if (!isOfSystem(error)) throw error
      return notTakenAlong(file, { problem: diskProblemOf(error), code: codeOf(error) })
    }
  }

  /**
   * Has the notes on a former document taken into another, and those being written; says how many of the former fare
   * how, if any are new.
   */
  async #take(
    formerId: string,
    workspace: Workspace,
  ): Promise<ImportCounts | 'unreadable' | 'read-only' | undefined> {
    // Late: it brings all that reads an import with it, which no start waits for.
    const { takeAlong } = await import('../core/exchange/import/take-along')
    const { annotationsOn, draftsOn } = this.#options
    const annotations = await annotationsOn(formerId)
    const drafts = await draftsOn(formerId)
    if (annotations === null || drafts === null) return 'unreadable'
    const { document } = workspace.open
    // What came with an earlier try, the reader may have deleted, or given up, since.
    const taken = this.#taken.get(workspace.id) ?? new Set<string>()
    const isLeft = (one: Annotation | Draft) => !taken.has(JSON.stringify(one))
    const left = [...annotations.values()].filter(isLeft)
    const begun = drafts.filter(isLeft)
    const { counts, changes } = takeAlong(left, workspace.annotations, document)
    if (changes.length > 0) {
      const outcome = await workspace.import({ changes, requests: [] })
      if (!outcome.done) return 'read-only'
    }
    workspace.takeDrafts(begun)
    const all = [...left, ...begun].map((one) => JSON.stringify(one))
    this.#taken.set(workspace.id, new Set([...taken, ...all]))
    return changes.length > 0 ? counts : undefined
  }

  /** Takes a file into the library; where it cannot be opened, the reader is told why. */
  async #add(file: string) {
    const { library, messages, window } = this.#options
    const opening = await library.add(file)
    if (opening.kind === 'refused') {
      await refuseDocument(file, opening.refusal, messages(), window())
      return undefined
    }
    rememberRecent(file)
    return opening
  }

  /** Asks whether the notes on a file's former words are to be taken along, where there are any; once. */
  async #offerNotes(formerId: string, file: string): Promise<boolean> {
    const { library, messages, window, annotationsOn } = this.#options
    const annotations = await annotationsOn(formerId)
    if (annotations === null || annotations.size === 0) return annotations !== null
    const { title, detail, yes, no } = messages().library.formerNotes
    const message = title(path.basename(file), annotations.size)
    const agreed = await confirm(window(), { type: 'question', message, detail, yes, no })
    if (!agreed) await unlessOfSystem(library.passOver(formerId))
    return agreed
  }
}

/** @param disk what keeps them from the disk; null where the former ones cannot be read */
const notTakenAlong = (file: string, disk: DiskTrouble | null): NotesTaken => ({
  kind: 'notice',
  notice: {
    kind: 'not-taken-along',
    file,
    disk: disk && { problem: disk.problem, code: disk.code },
  },
})
