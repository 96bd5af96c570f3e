import type { AnnotationMap, ChangeSet } from '../core/annotation/change-set'
import type { Draft } from '../core/annotation/draft'
import type { AppEvent, ChangeOutcome } from '../core/contract/contract'
import type { CitationData } from '../core/document/citation-data'
import type { OpenDocument } from '../core/publication/open-document'
import { type Imported, Importer } from './exchange/import'
import type { ImportReader } from './exchange/import-file'
import { importLibraryOf } from './exchange/import-library'
import { type ExpectedNotes, keepNotesFor, keptDocument } from './library/absent-documents'
import { type Library, UnknownDocument } from './library/library'
import { annotationsIn } from './library/list-documents'
import { ShownDocument } from './shown-document'
import { draftsIn } from './store/draft-store'
import { Workspace } from './workspace'

interface WorkspacesOptions {
  readonly library: Library
  /** Takes an event to the page. */
  readonly tell: (event: AppEvent) => void
  /** Whether the window shows a document, or is about to. */
  readonly isShown: (documentId: string) => boolean
}

/** A document that is being opened: it can be shown while the notes on it are still being read. */
interface OpeningWorkspace {
  readonly shown: Promise<ShownDocument>
  readonly workspace: Promise<Workspace>
}

/** The open workspaces by their document: the one shown, and any whose changes are not yet on disk. */
export class Workspaces {
  readonly #open = new Map<string, Workspace>()
  readonly #opening = new Map<string, OpeningWorkspace>()
  /** Those whose files are still being written: whoever opens the document again waits for that. */
  readonly #closing = new Map<string, Promise<unknown>>()
  readonly #library: Library
  readonly #tell: (event: AppEvent) => void

  readonly #isShown: (documentId: string) => boolean

  constructor({ library, tell, isShown }: WorkspacesOptions) {
    this.#library = library
    this.#tell = tell
    this.#isShown = isShown
  }

  /** The workspace of a document, if it is open. */
  find(documentId: string): Workspace | undefined {
    return this.#open.get(documentId)
  }

  /** Whether a document is open, or is being opened. */
  has(documentId: string): boolean {
    return this.#open.has(documentId) || this.#opening.has(documentId)
  }

  /**
   * The workspace of a document, once its notes are read: until then there is none, so that whatever changes
   * them waits, and is done in the order in which it was asked for.
   *
   * @throws Error if that document is not open, or what reading its notes threw
   */
  get(documentId: string): Promise<Workspace> {
    return this.#whenOpen(documentId) ?? Promise.reject(notOpen(documentId))
  }

  /**
   * A document as it is shown, whether or not its notes are read by now.
   *
   * @throws Error if it is neither open nor being opened
   */
  async shown(documentId: string): Promise<ShownDocument> {
    const shown = this.#open.get(documentId)?.shown ?? this.#opening.get(documentId)?.shown
    if (shown === undefined) throw notOpen(documentId)
    return shown
  }

  /** Whether changes of any, or notes being written, are held in memory only. */
  get isUnsaved(): boolean {
    return [...this.#open.values()].some(({ unsaved }) => unsaved !== undefined)
  }

  /**
   * Opens a document, or gives it where it is open.
   *
   * @throws UnknownDocument
   */
  open(documentId: string): Promise<Workspace> {
    return this.#whenOpen(documentId) ?? this.#begin(documentId)
  }

  /** A workspace whose changes or drafts are held in memory only stays open, and goes on trying. */
  async closeIfSaved(documentId: string): Promise<void> {
    const workspace = this.find(documentId)
    if (workspace === undefined || (await workspace.check()) !== undefined) return
    // It may have been opened again meanwhile.
    if (this.#isShown(documentId)) return
    this.#open.delete(documentId)
    await this.#writing(documentId, workspace.close())
  }

  /** Looks for what other programs have changed. */
  check(): void {
    for (const workspace of this.#open.values()) void workspace.check()
  }

  /** Writes out what waits, and closes all; where one cannot, the others still do. */
  async close(): Promise<void> {
    await Promise.allSettled([...this.#opening.values()].map(({ workspace }) => workspace))
    const closing = [...this.#open.values()].map((workspace) => workspace.close())
    await Promise.allSettled([...closing, ...this.#closing.values()])
  }

  /** The annotations on a document, open or not; nothing where they cannot be read. */
  async annotationsOn(documentId: string): Promise<AnnotationMap | null> {
    await this.#closing.get(documentId)
    const workspace = await this.#whenOpen(documentId)?.catch(() => undefined)
    return workspace?.annotations ?? annotationsIn(this.#library.catalog.notesFolder(documentId))
  }

  /** The notes being written on a document, open or not; nothing where they cannot be read. */
  async draftsOn(documentId: string): Promise<readonly Draft[] | null> {
    await this.#closing.get(documentId)
    const workspace = await this.#whenOpen(documentId)?.catch(() => undefined)
    return workspace?.drafts ?? draftsIn(this.#library.catalog.notesFolder(documentId))
  }

  /**
   * A document as it stands, open in a workspace or not, with all its forms; as {@link keptDocument} has it,
   * where the library does not list it.
   *
   * @throws UnknownDocument
   */
  async documentOf(documentId: string): Promise<OpenDocument> {
    await this.#closing.get(documentId)
    const workspace = this.#open.get(documentId)
    return workspace?.shown.whole() ?? keptDocument(documentId, this.#library)
  }

  /** What tells a document apart from others of its title, where there are any. */
  disambiguator(documentId: string): string | undefined {
    return this.#library.catalog.disambiguator(documentId)
  }

  /** The pictures that came with a document, by their names. */
  picturesOf(documentId: string): Promise<ReadonlyMap<string, Uint8Array>> {
    return this.#library.pictures(documentId)
  }

  /** Has a document cited otherwise, as a gesture in it. */
  cite(documentId: string, citation: CitationData): Promise<ChangeOutcome> {
    return this.#in(documentId, (workspace) => workspace.edit({ kind: 'cite', citation }))
  }

  /** Does something in a document, which is opened for that where it is not open. */
  async #in(
    documentId: string,
    change: (workspace: Workspace) => Promise<ChangeOutcome>,
  ): Promise<ChangeOutcome> {
    const outcome = await change(await this.open(documentId))
    if (!this.#isShown(documentId)) await this.closeIfSaved(documentId)
    return outcome
  }

  /** Brings notes from files into the documents that they belong to. @param read what reads a file */
  importer(read: ImportReader): Importer {
    const library = this.#library
    const target = {
      ...importLibraryOf(library),
      documentOf: (documentId: string) => this.documentOf(documentId),
      annotationsOn: (documentId: string) => this.annotationsOn(documentId),
      take: (documentId: string, imported: Imported) =>
        this.#in(documentId, (workspace) => workspace.import(imported)),
      keepFor: (documentId: string, title: string, set: ChangeSet) =>
        this.#keepFor({ documentId, title, set }),
    }
    return new Importer(target, read)
  }

  /** Keeps notes for a document that the library does not list: one that was removed may be open all the same. */
  async #keepFor(expected: ExpectedNotes): Promise<ChangeOutcome> {
    const { documentId, set } = expected
    const open = this.#whenOpen(documentId)
    if (open !== undefined) return (await open).import({ changes: set.changes, requests: [] })
    const closing = this.#closing.get(documentId)
    if (closing !== undefined) return closing.then(() => this.#keepFor(expected))
    return this.#writing(documentId, keepNotesFor(expected, this.#library.catalog))
  }

  /** Has whoever opens a document wait until its files are written. */
  #writing<T>(documentId: string, written: Promise<T>): Promise<T> {
    const end = () => this.#closing.delete(documentId)
    this.#closing.set(documentId, written.then(end, end))
    return written
  }

  /** The workspace of a document that is open, or is being opened. */
  #whenOpen(documentId: string): Promise<Workspace> | undefined {
    const open = this.#open.get(documentId)
    return open === undefined ? this.#opening.get(documentId)?.workspace : Promise.resolve(open)
  }

  /** Two of one document would each keep notes that the other does not know: so there is one, from here on. */
  #begin(documentId: string): Promise<Workspace> {
    const shown = this.#shown(documentId)
    const workspace = this.#read(documentId, shown)
    this.#opening.set(documentId, { shown, workspace })
    const end = () => void this.#opening.delete(documentId)
    workspace.then(end, end)
    return workspace
  }

  async #shown(documentId: string): Promise<ShownDocument> {
    const library = this.#library
    await this.#closing.get(documentId)
    if (!library.catalog.has(documentId)) throw new UnknownDocument(documentId)
    return new ShownDocument(await library.publication(documentId), (open) =>
      library.formMaker(open),
    )
  }

  /** Reads the notes on a document that is about to be shown. */
  async #read(documentId: string, made: Promise<ShownDocument>): Promise<Workspace> {
    const library = this.#library
    await this.#closing.get(documentId)
    const [shown, editing] = await Promise.all([made, library.editing(documentId)])
    try {
      const workspace = await Workspace.open({
        shown,
        folder: library.catalog.notesFolder(documentId),
        editing: editing && {
          ...editing,
          publicationWith: (edition, former) =>
            library.publicationWith(documentId, edition, former),
          onEdited: (open) => library.describe(open),
        },
        tell: this.#tell,
      })
      await library.describe(workspace.open)
      this.#open.set(documentId, workspace)
      return workspace
    } catch (error) {
      shown.stop()
      throw error
    }
  }
}

const notOpen = (documentId: string) => new Error(`${documentId} is not open`)
