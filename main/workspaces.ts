import type { AnnotationMap } from '../core/annotation/change-set'
import type { AppEvent } from '../core/contract/contract'
import { OpenDocument } from '../core/publication/open-document'
import { Importer } from './exchange/import'
import type { Library } from './library/library'
import { notesIn } from './library/list-documents'
import { Workspace } from './workspace'

/** The open workspaces by their document: the one shown, and any whose changes are not yet on disk. */
export class Workspaces {
  readonly #open = new Map<string, Workspace>()
  readonly #library: Library
  readonly #tell: (event: AppEvent) => void

  /** @param tell takes an event to the page */
  constructor(library: Library, tell: (event: AppEvent) => void) {
    this.#library = library
    this.#tell = tell
  }

  /** The workspace of a document, if it is open. */
  find(documentId: string): Workspace | undefined {
    return this.#open.get(documentId)
  }

  /** @throws Error if that document is not open. */
  get(documentId: string): Workspace {
    const workspace = this.#open.get(documentId)
    if (workspace === undefined) throw new Error(`${documentId} is not open`)
    return workspace
  }

  /** Whether changes of any are held in memory only. */
  get isUnsaved(): boolean {
    return [...this.#open.values()].some(({ status }) => status.state === 'unsaved')
  }

  /**
   * Opens a document, or gives it where it is open.
   *
   * @throws UnknownDocument
   */
  async open(documentId: string): Promise<Workspace> {
    const workspace = this.#open.get(documentId) ?? (await this.#made(documentId))
    this.#open.set(documentId, workspace)
    return workspace
  }

  /** A workspace whose changes are held in memory only stays open, and goes on trying. */
  async closeIfSaved(documentId: string): Promise<void> {
    const workspace = this.#open.get(documentId)
    if (workspace === undefined || (await workspace.check()).state === 'unsaved') return
    this.#open.delete(documentId)
    await workspace.close()
  }

  /** Looks for what other programs have changed. */
  check(): void {
    for (const workspace of this.#open.values()) void workspace.check()
  }

  /** Writes out what waits, and closes all; where one cannot, the others still do. */
  async close(): Promise<void> {
    await Promise.allSettled([...this.#open.values()].map((workspace) => workspace.close()))
  }

  /** The notes on a document, open or not; nothing where they cannot be read. */
  async notesOn(documentId: string): Promise<AnnotationMap | null> {
    const workspace = this.#open.get(documentId)
    return workspace?.annotations ?? notesIn(this.#library.notesFolder(documentId))
  }

  /**
   * A document as it stands, open in a workspace or not.
   *
   * @throws UnknownDocument
   */
  async documentOf(documentId: string): Promise<OpenDocument> {
    const workspace = this.#open.get(documentId)
    return workspace?.open ?? new OpenDocument(await this.#library.publication(documentId))
  }

  /** @throws Error if that document is not open. */
  importer(documentId: string): Importer {
    const workspace = this.get(documentId)
    return new Importer({
      open: workspace.open,
      annotations: () => workspace.annotations,
      take: (set) => workspace.take(set),
    })
  }

  async #made(documentId: string): Promise<Workspace> {
    const library = this.#library
    const [publication, editing] = await Promise.all([
      library.publication(documentId),
      library.editing(documentId),
    ])
    return Workspace.open({
      publication,
      folder: library.notesFolder(documentId),
      editing: editing && {
        ...editing,
        publicationWith: (edition, former) => library.publicationWith(documentId, edition, former),
        onEdited: (document) => library.describe(document),
      },
      tell: this.#tell,
    })
  }
}
