import type { AnnotationMap, ChangeSet } from '../core/annotation/change-set'
import { type Settings, type UiLanguage, viewOf } from '../core/app/settings'
import type { AppEvent, ChangeOutcome } from '../core/contract/contract'
import type { CanonicalDocument } from '../core/document/document'
import { OpenDocument } from '../core/publication/open-document'
import type { CorrectionWish } from '../core/repair/reader-edition'
import { canonicalRendition, type Rendition } from '../core/script/rendition'
import { Importer } from './exchange/import'
import type { ImportReader } from './exchange/import-file'
import { importLibraryOf } from './exchange/import-library'
import { keepNotesFor, keptDocument } from './library/absent-documents'
import { type Library, UnknownDocument } from './library/library'
import { notesIn } from './library/list-documents'
import { Workspace } from './workspace'

interface WorkspacesOptions {
  readonly library: Library
  /** Takes an event to the page. */
  readonly tell: (event: AppEvent) => void
  /** Whether the window shows a document, or is about to. */
  readonly isShown: (documentId: string) => boolean
}

/** The open workspaces by their document: the one shown, and any whose changes are not yet on disk. */
export class Workspaces {
  readonly #open = new Map<string, Workspace>()
  readonly #opening = new Map<string, Promise<Workspace>>()
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
    const open = this.#open.get(documentId)
    if (open !== undefined) return open
    // Two of one document would each keep notes that the other does not know.
    const opening = this.#opening.get(documentId) ?? this.#made(documentId)
    this.#opening.set(documentId, opening)
    try {
      const workspace = await opening
      await this.#library.describe(workspace.open)
      this.#open.set(documentId, workspace)
      return workspace
    } finally {
      this.#opening.delete(documentId)
    }
  }

  /** Has an open document shown with what the library now says of it; its words are the same. */
  async renew(documentId: string): Promise<void> {
    const workspace = this.#open.get(documentId)
    if (workspace === undefined) return
    const { publication } = workspace.open
    workspace.renew(await this.#library.publication(documentId, publication))
  }

  /** A workspace whose changes are held in memory only stays open, and goes on trying. */
  async closeIfSaved(documentId: string): Promise<void> {
    const workspace = this.#open.get(documentId)
    if (workspace === undefined || (await workspace.check()).state === 'unsaved') return
    // It may have been opened again meanwhile.
    if (this.#isShown(documentId)) return
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
    return workspace?.annotations ?? notesIn(this.#library.catalog.notesFolder(documentId))
  }

  /**
   * A document as it stands, open in a workspace or not, with all its forms; as {@link keptDocument} has it,
   * where the library does not list it.
   *
   * @throws UnknownDocument
   */
  async documentOf(documentId: string): Promise<OpenDocument> {
    const workspace = this.#open.get(documentId)
    return workspace?.whole() ?? keptDocument(documentId, this.#library)
  }

  /** What tells a document apart from others of its title, where there are any. */
  toldApart(documentId: string): string | undefined {
    return this.#library.catalog.toldApart(documentId)
  }

  /** The pictures that came with a document, by their names. */
  picturesOf(documentId: string): Promise<ReadonlyMap<string, Uint8Array>> {
    return this.#library.pictures(documentId)
  }

  /** A document in the form that it is read in; as it stands, where that was never made. */
  async formRead(
    document: CanonicalDocument,
    settings: Settings,
    language: UiLanguage,
  ): Promise<Rendition> {
    const open =
      this.find(document.id)?.open ?? new OpenDocument(await this.#library.publication(document.id))
    const { script } = viewOf(settings, document.data, open.renditions.keys(), language)
    const form = open.renditionOf(script)
    const isAsGiven = open.document.digest === document.digest && !form.isUnfinished
    return isAsGiven ? form : canonicalRendition(document)
  }

  /** Makes a change set on a document, which is opened for that where it is not open. */
  async take(documentId: string, set: ChangeSet): Promise<ChangeOutcome> {
    const workspace = await this.open(documentId)
    const outcome = await workspace.take(set)
    if (!this.#isShown(documentId)) await this.closeIfSaved(documentId)
    return outcome
  }

  /** Reads characters of a document's forms otherwise; it is opened for that where it is not open. */
  async correct(documentId: string, wishes: readonly CorrectionWish[]): Promise<ChangeOutcome> {
    const workspace = await this.open(documentId)
    const outcome = await workspace.edit({ kind: 'correct-all', wishes })
    if (!this.#isShown(documentId)) await this.closeIfSaved(documentId)
    return outcome
  }

  /** Brings notes from files into the documents that they belong to. @param read what reads a file */
  importer(read: ImportReader): Importer {
    const library = this.#library
    const target = {
      ...importLibraryOf(library),
      documentOf: (documentId: string) => this.documentOf(documentId),
      notesOn: (documentId: string) => this.notesOn(documentId),
      take: (documentId: string, set: ChangeSet) => this.take(documentId, set),
      correct: (documentId: string, wishes: readonly CorrectionWish[]) =>
        this.correct(documentId, wishes),
      keepFor: (documentId: string, title: string, set: ChangeSet) =>
        keepNotesFor({ documentId, title, set }, library.catalog),
    }
    return new Importer(target, read)
  }

  async #made(documentId: string): Promise<Workspace> {
    const library = this.#library
    if (!library.catalog.has(documentId)) throw new UnknownDocument(documentId)
    const [publication, editing] = await Promise.all([
      library.publication(documentId),
      library.editing(documentId),
    ])
    return Workspace.open({
      publication,
      folder: library.catalog.notesFolder(documentId),
      formMaking: (open) => library.formMaker(open),
      editing: editing && {
        ...editing,
        publicationWith: (edition, former) => library.publicationWith(documentId, edition, former),
        onEdited: (open) => library.describe(open),
      },
      tell: this.#tell,
    })
  }
}
