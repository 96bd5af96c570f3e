import path from 'node:path'
import type { Annotation } from '../../core/annotation/annotation'
import type { DocumentEntry } from '../../core/app/document-entry'
import type { OpenDocument } from '../../core/publication/open-document'
import { bytesOf } from '../library/document-file'
import type { Library } from '../library/library'
import { AnnotationStore } from '../store/annotation-store'
import type { CommandSurroundings } from './surroundings'

/** The document that a command is about. */
export interface Subject {
  readonly open: OpenDocument
  /** Absolute path of the folder that holds the reader's notes on it. */
  readonly notesFolder: string
}

/**
 * Opens the document that a command names: by its id or the beginning of one, or by its file; the bundled
 * report where it names none.
 *
 * @throws UnclearDocument where it is not in the library, or where several would do.
 */
export async function subjectOf(
  document: string | undefined,
  around: Pick<CommandSurroundings, 'library' | 'workingFolder'>,
): Promise<Subject> {
  const library = await around.library()
  const documentId =
    document === undefined ? library.bundledId : await documentIdOf(document, library, around)
  return {
    open: await library.wholeDocument(documentId),
    notesFolder: library.notesFolder(documentId),
  }
}

/** The id of the document that a name means. @throws UnclearDocument */
export async function documentIdOf(
  name: string,
  library: Library,
  { workingFolder }: Pick<CommandSurroundings, 'workingFolder'>,
): Promise<string> {
  const file = path.resolve(workingFolder, name)
  const [documentId, ...others] = await documentsCalled(name, file, library)
  if (documentId === undefined) throw new UnclearDocument(name, 0)
  if (others.length > 0) throw new UnclearDocument(name, others.length + 1)
  return documentId
}

const idsOf = (entries: readonly DocumentEntry[]) => entries.map(({ id }) => id)

/** How much of an id must be given. */
const leastOfId = 4

/**
 * The documents that a name given by hand can mean: an id, the beginning of one, or a file that was
 * opened, wherever it lies by now.
 *
 * @param file the name as the absolute path of a file
 */
async function documentsCalled(
  name: string,
  file: string,
  library: Library,
): Promise<readonly string[]> {
  const { entries } = library
  const id = library.currentId(name)
  if (library.has(id)) return [id]
  const opened = entries.filter((entry) => entry.file === file)
  if (opened.length > 0) return idsOf(opened)
  const begun = entries.filter((entry) => entry.id.startsWith(name))
  if (name.length >= leastOfId && begun.length > 0) return idsOf(begun)
  const read = await bytesOf(file)
  if (typeof read === 'string') return []
  return idsOf(entries.filter(({ seen }) => seen?.digest === read.seen.digest))
}

/** The notes on a document as they lie on disk, which is only read. */
export async function notesOnDisk({ notesFolder }: Subject): Promise<readonly Annotation[]> {
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
