import { lastRead } from '../../core/app/document-list'
import type { Settings } from '../../core/app/settings'
import type { Showing } from '../../core/contract/contract'
import { readLink } from '../../core/exchange/link'
import type { Catalog } from './catalog'

/** What a link among the arguments of a start points at, if it is in the library. */
export function linkedIn(argv: readonly string[], catalog: Catalog): Showing | undefined {
  const target = argv.map(readLink).find((link) => link !== undefined)
  if (target === undefined) return undefined
  const documentId = catalog.currentId(target.documentId)
  return catalog.has(documentId) ? { documentId, annotationId: target.annotationId } : undefined
}

/**
 * What a start shows first: what a link among its arguments points at, or the document that was read last; the
 * report where none was.
 */
export function firstShowing(
  argv: readonly string[],
  catalog: Catalog,
  views: Settings['views'],
): Showing {
  const last = lastRead(catalog.entries, views)
  return (
    linkedIn(argv, catalog) ?? { documentId: last?.id ?? catalog.bundledId, annotationId: null }
  )
}
