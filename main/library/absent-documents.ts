import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ChangeSet } from '../../core/annotation/change-set'
import type { AbsentDocument, DocumentEntry } from '../../core/app/document-entry'
import type { ChangeOutcome } from '../../core/contract/contract'
import type { OpenDocument } from '../../core/publication/open-document'
import { withoutText } from '../../core/publication/without-text'
import { ensureFolders, writeWholeFile } from '../disk/write-file'
import { AnnotationStore, StoreReadOnly } from '../store/annotation-store'
import { type Catalog, isDocumentId } from './catalog'
import { type Library, UnknownDocument } from './library'
import { annotationsIn } from './list-documents'

/*
 * Documents that the library does not have, and notes on them that came with a file of notes. The notes lie
 * where those of the document will: its id follows from its words, so when its file is opened they are there.
 * So it is with those that were removed, whose text is there as well; and with those that gave way to newer words of
 * their file, where the reader undid that the notes come along.
 */

/** Says what a document that is not there was called. */
const titleFile = 'expected.json'

type NotesPlaces = Pick<
  Catalog,
  'documentsFolder' | 'keeps' | 'notesFolder' | 'removed' | 'replaced'
>

/** Notes on a document that the library does not have. */
export interface ExpectedNotes {
  readonly documentId: string
  /** Empty where it is not known. */
  readonly title: string
  readonly set: ChangeSet
}

/** Makes a change set on the notes that are kept for a document that the library does not have. */
export async function keepNotesFor(
  { documentId, title, set }: ExpectedNotes,
  catalog: NotesPlaces,
): Promise<ChangeOutcome> {
  const folder = await expectDocument({ documentId, title }, catalog)
  const { store } = await AnnotationStore.open({ folder, onStatus: () => {}, onNotice: () => {} })
  try {
    await store.commit(set)
    return store.status.state === 'saved'
      ? { done: true, gesture: set.gesture, changed: [] }
      : { done: false, reason: 'read-only' }
  } catch (error) {
    if (error instanceof StoreReadOnly) return { done: false, reason: 'read-only' }
    throw error
  } finally {
    await store.close()
  }
}

/** Makes room for the notes on a document that the library does not have. Gives the folder that they go to. */
export async function expectDocument(
  { documentId, title }: Omit<ExpectedNotes, 'set'>,
  catalog: NotesPlaces,
): Promise<string> {
  const folder = catalog.notesFolder(documentId)
  await ensureFolders(folder)
  if (title !== '') await writeWholeFile(path.join(folder, titleFile), JSON.stringify({ title }))
  return folder
}

/** How many annotations are shown of a document that cannot be opened. */
const mostShown = 200

/** The documents that the library does not list and keeps notes for. Nothing on disk is touched. */
export async function absentDocuments(catalog: NotesPlaces): Promise<readonly AbsentDocument[]> {
  const names = await readdir(catalog.documentsFolder).catch(() => [])
  const ids = names.filter((name) => isDocumentId(name) && !catalog.keeps(name))
  const expected = ids.map(async (id) =>
    absentDocument(
      { id, isRemoved: false, title: await titleIn(catalog.notesFolder(id)) },
      catalog,
    ),
  )
  const unlisted = [...catalog.removed, ...(await leftBehind(catalog))]
  const removed = unlisted.map(({ id, title }) =>
    absentDocument({ id, isRemoved: true, title }, catalog),
  )
  const absent = await Promise.all([...removed, ...expected])
  return absent.filter(({ count }) => count > 0)
}

/** The documents that gave way to others, and alone have the notes on them: none of these is with the other. */
async function leftBehind(catalog: NotesPlaces): Promise<readonly DocumentEntry[]> {
  const replaced = await Promise.all(
    catalog.replaced.map(async (entry) => {
      const former = await annotationsIn(catalog.notesFolder(entry.id))
      const later = await annotationsIn(catalog.notesFolder(entry.replacedBy))
      return [...(former?.keys() ?? [])].some((id) => later?.has(id)) ? [] : [entry]
    }),
  )
  return replaced.flat()
}

async function absentDocument(
  known: Pick<AbsentDocument, 'id' | 'isRemoved' | 'title'>,
  catalog: NotesPlaces,
): Promise<AbsentDocument> {
  const kept = [...((await annotationsIn(catalog.notesFolder(known.id))) ?? new Map()).values()]
  return {
    ...known,
    count: kept.length,
    annotations: kept
      .toSorted((a, b) => a.range.start - b.range.start)
      .slice(0, mostShown)
      .map(({ quote, note }) => ({ quote: quote.exact, note })),
  }
}

/**
 * A document with all its forms, be it removed; without its text, where nothing is kept but notes on it.
 *
 * @throws UnknownDocument if nothing is kept of it
 */
export async function keptDocument(
  documentId: string,
  library: Pick<Library, 'catalog' | 'wholeDocument'>,
): Promise<OpenDocument> {
  const { catalog } = library
  if (catalog.keeps(documentId)) return library.wholeDocument(documentId)
  const folder = catalog.notesFolder(documentId)
  const [annotation] = (await annotationsIn(folder))?.values() ?? []
  if (annotation === undefined) throw new UnknownDocument(documentId)
  const title = await titleIn(folder)
  return withoutText({ id: documentId, digest: annotation.documentDigest, title })
}

async function titleIn(folder: string): Promise<string> {
  try {
    const read: unknown = JSON.parse(await readFile(path.join(folder, titleFile), 'utf8'))
    const title = typeof read === 'object' && read !== null && 'title' in read ? read.title : ''
    return typeof title === 'string' ? title : ''
  } catch {
    // Without it the document has no name, and its notes are there all the same.
    return ''
  }
}
