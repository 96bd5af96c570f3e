import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { DocumentEntry } from '../../core/app/document-entry'
import { DocumentFolder } from './document-folder'
import type { Mending } from './mending'

/** Absolute path of the folder of all documents. */
export const documentsIn = (userData: string): string => path.join(userData, 'documents')

/** What the folders of a library hold; a folder without an entry holds no document. */
export async function entriesIn(
  userData: string,
  mending: Mending | undefined,
): Promise<readonly DocumentEntry[]> {
  const documents = documentsIn(userData)
  const names = await readdir(documents).catch(() => [])
  const entries = await Promise.all(
    names.map(async (name) => {
      const folder = new DocumentFolder(path.join(documents, name))
      const entry = await folder.entry()
      return typeof entry === 'string' ? mending?.entry(folder, entry) : entry
    }),
  )
  return entries.filter((entry) => entry !== undefined)
}

/** Whether an id can be that of a document that is read from a file: the beginning of its text's digest. */
export const isDocumentId = (id: string): boolean => /^[0-9a-f]{24}$/u.test(id)

/** An id that names no folder of ours leads to one that is not there, and never out of the library. */
export const folderOf = (userData: string, documentId: string): DocumentFolder =>
  new DocumentFolder(path.join(documentsIn(userData), safeName(documentId)))

const safeName = (documentId: string): string => documentId.replaceAll(/[^\w-]/gu, '_')
