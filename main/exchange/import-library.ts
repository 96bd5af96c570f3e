import { blockSeparator } from '../../core/document/document'
import type { Library } from '../library/library'
import { annotationsIn } from '../library/list-documents'
import type { ImportLibrary } from './sort-import'

/** The library as an import needs it, with the notes as they lie on disk. */
export const importLibraryOf = (library: Library): ImportLibrary => ({
  documentIds: () => library.catalog.entries.map(({ id }) => id),
  idNow: (documentId) => {
    const id = library.catalog.currentId(documentId)
    return library.catalog.has(id) ? id : undefined
  },
  withDigest: (digest) => library.catalog.withDigest(digest),
  titleOf: (documentId) => library.catalog.titleOf(documentId),
  canExpect: (documentId) => library.catalog.canExpect(documentId),
  textOf: async (documentId) => {
    const document = await library.documentOf(documentId)
    return document?.blocks.map(({ text }) => text).join(blockSeparator)
  },
  documentOf: (documentId) => library.wholeDocument(documentId),
  annotationsOn: (documentId) => annotationsIn(library.catalog.notesFolder(documentId)),
})
