import { isNothing, SearchText } from '../search/search-text'
import type { ScriptTag } from '../text/script-tag'
import type { DocumentEntry, ListedDocument } from './document-entry'
import { type Settings, type UiLanguage, viewOf } from './settings'

export const libraryOrders = ['read', 'title', 'added'] as const

/** What the documents of the library are sorted by. */
export type LibraryOrder = (typeof libraryOrders)[number]

/** The documents whose title or author has the words looked for, in either script; all where none are. */
export function matchingDocuments(
  documents: readonly ListedDocument[],
  query: string,
): readonly ListedDocument[] {
  if (isNothing(query)) return documents
  return documents.filter(({ title, author }) =>
    [title, author ?? ''].some((words) => new SearchText(words).find(query).length > 0),
  )
}

/**
 * The documents in an order: those read or added last first, those without such a day last; titles as
 * a language sorts them.
 *
 * @param locale a BCP 47 tag
 */
export function sortedDocuments(
  documents: readonly ListedDocument[],
  order: LibraryOrder,
  locale: string,
): readonly ListedDocument[] {
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const day = (document: ListedDocument) =>
    (order === 'read' ? document.readAt : document.addedAt) ?? ''
  return documents.toSorted(
    (a, b) =>
      (order === 'title' ? 0 : Number(day(a) < day(b)) - Number(day(b) < day(a))) ||
      compare(a.title, b.title),
  )
}

/** The form that a document of the library is read in. @param language of the interface */
export const formRead = (
  { id, forms: [canonicalScript = 'source', ...others] }: Pick<DocumentEntry, 'id' | 'forms'>,
  settings: Settings,
  language: UiLanguage,
): ScriptTag =>
  viewOf(settings, { id, canonicalScript }, [canonicalScript, ...others], language).script

/** Documents that were ever shown, the last one first. */
function byReading(
  entries: readonly DocumentEntry[],
  views: Settings['views'],
): readonly DocumentEntry[] {
  const readAt = ({ id }: DocumentEntry) => views[id]?.readAt ?? ''
  return entries
    .filter((entry) => readAt(entry) !== '')
    .toSorted((a, b) => readAt(b).localeCompare(readAt(a)))
}

/** The document that was shown last; nothing where none ever was. */
export const lastRead = (
  entries: readonly DocumentEntry[],
  views: Settings['views'],
): DocumentEntry | undefined => byReading(entries, views)[0]

/** The most documents that a menu of recent ones has. */
const mostRecent = 10

/** The documents that were shown of late and are not shown now, the last one first. */
export const recentDocuments = (
  entries: readonly DocumentEntry[],
  views: Settings['views'],
  shownId: string,
): readonly DocumentEntry[] =>
  byReading(entries, views)
    .filter(({ id }) => id !== shownId)
    .slice(0, mostRecent)
