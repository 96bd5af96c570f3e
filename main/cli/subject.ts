import type { Annotation } from '../../core/annotation/annotation'
import type { AbsentDocument, DocumentEntry } from '../../core/app/document-entry'
import type { OpenDocument } from '../../core/publication/open-document'
import { absentDocuments, keptDocument } from '../library/absent-documents'
import { isFrom } from '../library/catalog'
import { bytesOf } from '../library/document-file'
import type { Library } from '../library/library'
import { AnnotationStore } from '../store/annotation-store'
import type { CommandContext } from './command-context'
import { fileCalled } from './parse'

/** The document that a command is about. */
export interface Subject {
  readonly library: Library
  readonly open: OpenDocument
  /** Absolute path of the folder that holds the reader's notes on it. */
  readonly notesFolder: string
}

/**
 * Opens the document that a command names: by its id or the beginning of one, or by its file; the bundled
 * report where it names none.
 *
 * @throws DocumentNotHere where notes alone are kept of it; UnclearDocument where it is not known at all, or
 *   where several would do.
 */
export async function subjectOf(
  document: string | undefined,
  context: CommandContext,
): Promise<Subject> {
  const library = await context.library()
  const documentId =
    document === undefined
      ? library.catalog.bundledId
      : await documentIdOf(document, library, context)
  return {
    library,
    open: await library.wholeDocument(documentId),
    notesFolder: library.catalog.notesFolder(documentId),
  }
}

/**
 * As {@link subjectOf}, or a document that was removed, or one of which the library has only notes: without its
 * text, then.
 *
 * @throws UnclearDocument
 */
export async function keptSubjectOf(
  document: string | undefined,
  context: CommandContext,
): Promise<Subject> {
  const library = await context.library()
  const documentId =
    document === undefined ? library.catalog.bundledId : await keptIdOf(document, library, context)
  return {
    library,
    open: await keptDocument(documentId, library),
    notesFolder: library.catalog.notesFolder(documentId),
  }
}

/** The id of a document of which something is kept, if nothing but notes. @throws UnclearDocument */
export async function keptIdOf(
  name: string,
  library: Library,
  context: CommandContext,
): Promise<string> {
  try {
    return await documentIdOf(name, library, context)
  } catch (error) {
    if (error instanceof DocumentNotHere) return error.absent.id
    throw error
  }
}

/**
 * The id of the document that a name means. Of several texts that were read from one file the newest is
 * meant, and that is said.
 *
 * @throws DocumentNotHere, UnclearDocument
 */
async function documentIdOf(
  name: string,
  library: Library,
  { workingFolder, messages, printError }: CommandContext,
): Promise<string> {
  await refuseLeftBehind(name, library)
  const { by, entries } = await documentsCalled(name, fileCalled(name, workingFolder), library)
  const newestFirst = entries.toSorted((a, b) => (b.addedAt ?? '').localeCompare(a.addedAt ?? ''))
  const [newest, ...others] = newestFirst
  if (newest === undefined) {
    const [absent, ...more] = await absentCalled(name, library)
    if (absent === undefined || more.length > 0)
      throw new UnclearDocument(name, absent === undefined ? 0 : more.length + 1)
    throw new DocumentNotHere(absent)
  }
  if (others.length === 0) return newest.id
  if (by === 'id') throw new UnclearDocument(name, entries.length)
  const { commandLine } = await messages()
  const former = others.map(({ id }) => id)
  printError(commandLine.newestMeant(name, library.catalog.titleOf(newest.id), newest.id, former))
  return newest.id
}

/**
 * The id of a document that gave way to another means that one, but where the former alone has the notes.
 *
 * @throws DocumentNotHere there
 */
async function refuseLeftBehind(name: string, library: Library): Promise<void> {
  if (library.catalog.currentId(name) === name) return
  const left = (await absentCalled(name, library)).find(({ id }) => id === name)
  if (left !== undefined) throw new DocumentNotHere(left)
}

/** The documents that a name can mean, and by what it means them. */
interface Called {
  readonly by: 'id' | 'file'
  readonly entries: readonly DocumentEntry[]
}

/** How much of an id must be given. */
const leastOfId = 4

/**
 * The documents that a name given by hand can mean: an id, the beginning of one, or a file that was
 * opened, wherever it lies by now.
 *
 * @param file the name as the absolute path of a file
 */
async function documentsCalled(name: string, file: string, library: Library): Promise<Called> {
  const { entries } = library.catalog
  const current = library.catalog.currentId(name)
  const known = entries.filter(({ id }) => id === current)
  if (known.length > 0) return { by: 'id', entries: known }
  const opened = entries.filter((entry) => isFrom(entry, file))
  if (opened.length > 0) return { by: 'file', entries: opened }
  const begun = entries.filter(({ id }) => id.startsWith(name))
  if (name.length >= leastOfId && begun.length > 0) return { by: 'id', entries: begun }
  const read = await bytesOf(file)
  if (typeof read === 'string') return { by: 'file', entries: [] }
  const same = entries.filter(({ seen }) => seen?.digest === read.seen.digest)
  return { by: 'file', entries: same }
}

/** The documents that are not listed and have notes, and whose id a name is, or the beginning of. */
async function absentCalled(name: string, library: Library): Promise<readonly AbsentDocument[]> {
  if (name.length < leastOfId) return []
  const absent = await absentDocuments(library.catalog)
  return absent.filter(({ id }) => id.startsWith(name))
}

/** The notes on a document as they lie on disk, which is only read. */
export async function annotationsOnDisk({
  notesFolder,
}: Pick<Subject, 'notesFolder'>): Promise<readonly Annotation[]> {
  const { annotations } = await AnnotationStore.readOnly(notesFolder)
  return [...annotations.values()]
}

/** A name that means no document of the library, or several. */
export class UnclearDocument extends Error {
  constructor(
    readonly called: string,
    readonly count: number,
  ) {
    super(`${count} documents are called ${called}`)
    this.name = 'UnclearDocument'
  }
}

/** A name that means a document which the library does not list, and keeps notes for. */
export class DocumentNotHere extends Error {
  constructor(readonly absent: AbsentDocument) {
    super(`Only notes are kept of ${absent.id}`)
    this.name = 'DocumentNotHere'
  }
}
