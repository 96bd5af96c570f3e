import type { DocumentEntry, ListedDocument } from '../core/app/document-entry'
import { formRead, recentDocuments } from '../core/app/document-list'
import type { DocumentFindings } from '../core/app/library-findings'
import { type UiLanguage, viewOf } from '../core/app/settings'
import type { ScriptTag } from '../core/text/script-tag'
import type { Library } from './library/library'
import { LibrarySearch } from './library/library-search'
import { listDocuments } from './library/list-documents'
import type { SettingsStore } from './store/settings-store'
import type { Workspaces } from './workspaces'

interface ReaderLibraryOptions {
  readonly library: Library
  readonly workspaces: Workspaces
  readonly settings: Pick<SettingsStore, 'read'>
  /** The language of the interface, as it is at that moment. */
  readonly language: () => UiLanguage
}

/** The library as its reader sees it: each document in the form that it is read in, with what they did in it. */
export class ReaderLibrary {
  readonly #options: ReaderLibraryOptions
  readonly #search: LibrarySearch

  constructor(options: ReaderLibraryOptions) {
    const { library, workspaces, settings, language } = options
    this.#options = options
    this.#search = new LibrarySearch({
      library,
      openOf: (documentId) => workspaces.find(documentId)?.open,
      annotationsOn: (documentId) => workspaces.annotationsOn(documentId),
      formRead: (document, forms) => viewOf(settings.read(), document, forms, language()).script,
    })
  }

  /** What a document is called; its id, where it is not there. */
  titleOf(documentId: string): string {
    const { catalog } = this.#options.library
    const entry = catalog.entries.find(({ id }) => id === documentId)
    return catalog.titleOf(documentId, entry && this.#formOf(entry))
  }

  list(): Promise<readonly ListedDocument[]> {
    const { library, workspaces, settings } = this.#options
    return listDocuments({
      catalog: library.catalog,
      views: settings.read().views,
      formOf: (entry) => this.#formOf(entry),
      openAnnotations: (documentId) => workspaces.find(documentId)?.annotations,
    })
  }

  /** The documents that were shown of late and are not shown now, the last one first. */
  recent(shownId: string): readonly DocumentEntry[] {
    const { library, settings } = this.#options
    const recent = recentDocuments(library.catalog.entries, settings.read().views, shownId)
    return recent.map((entry) => ({ ...entry, title: this.titleOf(entry.id) }))
  }

  /** As {@link LibrarySearch.find}. */
  find(query: string): Promise<readonly DocumentFindings[]> {
    return this.#search.find(query)
  }

  #formOf(entry: DocumentEntry): ScriptTag {
    const { settings, language } = this.#options
    return formRead(entry, settings.read(), language())
  }
}
