import type { AnnotationMap } from '../../core/annotation/change-set'
import { countNotes } from '../../core/annotation/counts'
import type { DocumentEntry, ListedDocument } from '../../core/app/document-entry'
import type { Settings } from '../../core/app/settings'
import type { ScriptTag } from '../../core/text/script-tag'
import { AnnotationStore } from '../store/annotation-store'
import { StoreUnreadable } from '../store/durable/durable-file'
import type { Catalog } from './catalog'

/** Where what a list shows beside the entries is to be had. */
interface ListSources {
  readonly catalog: Pick<Catalog, 'entries' | 'bundledId' | 'notesFolder' | 'titleOf'>
  readonly views: Settings['views']
  /** The form that a document is read in. */
  readonly formOf: (entry: DocumentEntry) => ScriptTag
  /** The annotations on a document that is open; nothing for any other. */
  readonly openAnnotations: (documentId: string) => AnnotationMap | undefined
}

/** The documents of the library with what the reader did in each. Nothing on disk is touched. */
export function listDocuments(sources: ListSources): Promise<readonly ListedDocument[]> {
  return Promise.all(sources.catalog.entries.map((entry) => listed(entry, sources)))
}

async function listed(entry: DocumentEntry, sources: ListSources): Promise<ListedDocument> {
  const { id, format, addedAt, forms, length } = entry
  const form = sources.formOf(entry)
  const title = sources.catalog.titleOf(id, form)
  const { author } = entry.described?.[form] ?? entry
  const { readAt = null, place = 0, stoppedAt } = sources.views[id] ?? {}
  const { isAtEnd = false, heading = null } = stoppedAt ?? {}
  const progress = isAtEnd ? 1 : length > 0 ? Math.min(1, place / length) : 0
  const isBundled = id === sources.catalog.bundledId
  const counts = await countsOf(id, sources)
  const shown = { title, author, form, heading }
  return { id, ...shown, format, addedAt, forms, isBundled, readAt, progress, counts }
}

async function countsOf(id: string, sources: ListSources): Promise<ListedDocument['counts']> {
  const annotations =
    sources.openAnnotations(id) ?? (await annotationsIn(sources.catalog.notesFolder(id)))
  if (annotations === null) return null
  return { annotations: annotations.size, notes: countNotes([...annotations.values()]) }
}

/** The annotations on disk; null where they are there and cannot be read. */
export async function annotationsIn(folder: string): Promise<AnnotationMap | null> {
  try {
    return (await AnnotationStore.readOnly(folder)).annotations
  } catch (error) {
    if (!(error instanceof StoreUnreadable)) throw error
    return null
  }
}
