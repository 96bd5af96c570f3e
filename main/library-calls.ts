import type { BrowserWindow } from 'electron'
import { documentEndings } from '../core/app/document-entry'
import type { Calls, ChangeOutcome } from '../core/contract/contract'
import type { CitationData } from '../core/document/citation-data'
import type { Messages } from '../core/messages/en'
import type { DocumentOpener } from './document-opener'
import { absentDocuments } from './library/absent-documents'
import type { Library } from './library/library'
import type { ReaderLibrary } from './reader-library'
import type { SettingsStore } from './store/settings-store'
import { askWhichFile, rememberedFolder } from './window/dialogs'

/** What the calls are carried out with that concern which documents there are, and as what they are kept. */
export interface LibraryCallContext {
  readonly settings: SettingsStore
  readonly messages: () => Messages
  readonly window: () => BrowserWindow | undefined
  readonly library: Library
  readonly readerLibrary: ReaderLibrary
  readonly opener: DocumentOpener
  /** Has a document cited otherwise, as a gesture in it. */
  readonly cite: (documentId: string, citation: CitationData) => Promise<ChangeOutcome>
  /** Told when the list of documents is another. */
  readonly onListed: () => void
}

/** What the page asks of all the reader's documents, and of their files. */
type LibraryCalls = Pick<
  Calls,
  | 'citationOf'
  | 'listAbsent'
  | 'listDocuments'
  | 'lookAtEncoding'
  | 'openDocument'
  | 'openDropped'
  | 'passNotices'
  | 'readInEncoding'
  | 'removeDocument'
  | 'restoreDocument'
  | 'saveCitation'
  | 'searchDocuments'
>

/** What main does for the calls that concern which documents there are, and as what they are kept. */
export function libraryCalls(context: LibraryCallContext): LibraryCalls {
  const { library, readerLibrary, opener } = context
  return {
    openDocument: async () => {
      const file = await askWhichDocument(context)
      if (file !== undefined) await opener.open(file)
    },
    openDropped: (file) => opener.open(file),
    listDocuments: () => readerLibrary.list(),
    listAbsent: () => absentDocuments(library.catalog),
    searchDocuments: (query) => readerLibrary.find(query),
    removeDocument: async (documentId) => {
      await library.catalog.remove(documentId)
      context.onListed()
    },
    restoreDocument: async (documentId) => {
      await library.catalog.restore(documentId)
      context.onListed()
    },
    citationOf: async (documentId) => (await library.citationOf(documentId)) ?? null,
    saveCitation: async (documentId, citation) => {
      if (citation === null) {
        await library.leaveCitationOpen(documentId)
        return { done: false, reason: 'nothing-to-do' }
      }
      const outcome = await context.cite(documentId, citation)
      context.onListed()
      return outcome
    },
    passNotices: (documentId, passed) => library.passNotices(documentId, passed),
    lookAtEncoding: async (documentId, encoding) =>
      (await library.lookAt(documentId, encoding ?? undefined)) ?? null,
    readInEncoding: (documentId, encoding) => opener.readAgain(documentId, encoding),
  }
}

function askWhichDocument({ messages, window, settings }: LibraryCallContext) {
  const { library } = messages()
  const filters = [
    { name: library.files, extensions: documentEndings },
    { name: library.allFiles, extensions: ['*'] },
  ]
  return askWhichFile(window(), { title: library.choose, filters }, rememberedFolder(settings))
}
