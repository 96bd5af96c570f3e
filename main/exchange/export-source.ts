import type { AnnotationMap } from '../../core/annotation/change-set'
import { type AnnotationCounts, countNotes } from '../../core/annotation/counts'
import { type ExportRequest, holdsText, standsWithoutNotes } from '../../core/app/export-request'
import { type AnnotatedDocument, askedFor } from '../../core/exchange/export/model'
import type { OpenDocument } from '../../core/publication/open-document'
import { ifReadable } from '../library/library'

/** Where documents and the notes on them are to be had, open in the window or not. */
export interface NotesShelf {
  /** @throws UnknownDocument */
  readonly documentOf: (documentId: string) => Promise<OpenDocument>
  /** The annotations on a document; null where they cannot be read. */
  readonly annotationsOn: (documentId: string) => Promise<AnnotationMap | null>
  /** What tells a document apart from others of its title, where there are any. */
  readonly disambiguator: (documentId: string) => string | undefined
  /** The pictures that came with a document, by their names. */
  readonly picturesOf: (documentId: string) => Promise<ReadonlyMap<string, Uint8Array>>
}

/** The documents that have notes of those asked for; all of them, where the file says something without any. */
export interface Gathered {
  readonly documents: readonly AnnotatedDocument[]
  /** Of all of them together. */
  readonly counts: AnnotationCounts
  /** The documents whose notes, or whose text, cannot be read. */
  readonly unreadable: readonly string[]
}

/**
 * Brings together what is to be exported, document by document, in the order given.
 *
 * @param most how many annotations are wanted, of a preview: documents beyond them are counted, and not opened;
 *   it shows no pictures
 */
export async function gatherNotes(
  documentIds: readonly string[],
  request: Pick<ExportRequest, 'ids' | 'format' | 'scope' | 'template'>,
  shelf: NotesShelf,
  most?: number,
): Promise<Gathered> {
  const documents: AnnotatedDocument[] = []
  const unreadable: string[] = []
  const counts = { annotations: 0, notes: 0 }
  const hasPictures = most === undefined && holdsText(request)
  for (const documentId of documentIds) {
    const isWanted = counts.annotations < (most ?? Infinity)
    // oxlint-disable-next-line no-await-in-loop -- one at a time, so that no two large texts are read at once
    const one = await gatheredFrom(documentId, request, shelf, { isWanted, hasPictures })
    if (one === 'unreadable') unreadable.push(documentId)
    if (typeof one !== 'object') continue
    counts.annotations += one.annotations.length
    counts.notes += countNotes(one.annotations)
    if (one.document !== undefined) documents.push(one.document)
  }
  return { documents, counts, unreadable }
}

/** What one document has for an export. */
interface FromOne extends Pick<AnnotatedDocument, 'annotations'> {
  /** Absent where it is only counted. */
  readonly document?: AnnotatedDocument
}

interface Wanted {
  /** Whether more than its count is. */
  readonly isWanted: boolean
  readonly hasPictures: boolean
}

async function gatheredFrom(
  documentId: string,
  request: Pick<ExportRequest, 'ids' | 'format' | 'scope' | 'template'>,
  shelf: NotesShelf,
  { isWanted, hasPictures }: Wanted,
): Promise<FromOne | 'nothing' | 'unreadable'> {
  const all = await shelf.annotationsOn(documentId)
  if (all === null) return 'unreadable'
  const annotations = askedFor({ annotations: [...all.values()] }, request)
  if (annotations.length === 0 && !standsWithoutNotes(request)) return 'nothing'
  if (!isWanted) return { annotations }
  const open = await ifReadable(shelf.documentOf(documentId))
  if (open === undefined) return 'unreadable'
  const pictures = hasPictures ? await shelf.picturesOf(documentId) : undefined
  const disambiguator = shelf.disambiguator(documentId)
  return { annotations, document: { open, annotations, pictures, disambiguator } }
}
