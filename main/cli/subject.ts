import path from 'node:path'
import type { Annotation } from '../../core/annotation/annotation'
import { OpenDocument } from '../../core/publication/open-document'
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
    open: new OpenDocument(await library.publication(documentId)),
    notesFolder: library.notesFolder(documentId),
  }
}

/** The id of the document that a name means. @throws UnclearDocument */
export async function documentIdOf(
  name: string,
  library: Library,
  { workingFolder }: Pick<CommandSurroundings, 'workingFolder'>,
): Promise<string> {
  const [documentId, ...others] = await library.documentsCalled(
    name,
    path.resolve(workingFolder, name),
  )
  if (documentId === undefined) throw new UnclearDocument(name, 0)
  if (others.length > 0) throw new UnclearDocument(name, others.length + 1)
  return documentId
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
