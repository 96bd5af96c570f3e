import path from 'node:path'
import type { Annotation } from '../../core/annotation/annotation'
import { OpenDocument } from '../../core/publication/open-document'
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
  { library: opened, workingFolder }: Pick<CommandSurroundings, 'library' | 'workingFolder'>,
): Promise<Subject> {
  const library = await opened()
  const found =
    document === undefined
      ? [library.bundledId]
      : await library.documentsCalled(document, path.resolve(workingFolder, document))
  const [documentId, ...others] = found
  if (documentId === undefined || others.length > 0) {
    throw new UnclearDocument(document ?? '', found.length)
  }
  return {
    open: new OpenDocument(await library.publication(documentId)),
    notesFolder: library.notesFolder(documentId),
  }
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
