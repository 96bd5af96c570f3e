import type { AnnotationMap } from '../../../core/annotation/change-set'
import type { OpenDocument } from '../../../core/publication/open-document'
import type { ImportLibrary } from '../../../main/exchange/sort-import'

/**
 * A library of these documents, for an import to sort notes into.
 *
 * @param annotationsOn null where notes cannot be read
 */
export function importLibrary(
  documents: () => readonly OpenDocument[],
  annotationsOn: (documentId: string) => AnnotationMap | null,
): ImportLibrary {
  const find = (documentId: string) => documents().find(({ id }) => id === documentId)
  return {
    documentIds: () => documents().map(({ id }) => id),
    idNow: (documentId) => find(documentId)?.id,
    withDigest: (digest) => documents().find(({ document }) => document.digest === digest)?.id,
    titleOf: (documentId) => find(documentId)?.document.title ?? documentId,
    canExpect: (documentId) => /^[0-9a-f]{24}$/u.test(documentId),
    textOf: async (documentId) => find(documentId)?.document.text,
    documentOf: async (documentId) => {
      const open = find(documentId)
      if (open === undefined) throw new Error(`There is no ${documentId}`)
      return open
    },
    annotationsOn: async (documentId) => annotationsOn(documentId),
  }
}
