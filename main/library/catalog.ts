import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { DocumentEntry } from '../../core/app/document-entry'
import type { Publication } from '../../core/publication/publication'
import type { ScriptTag } from '../../core/text/script-tag'
import { isOfSystem } from '../disk/disk-problem'
import { Mutex } from '../disk/mutex'
import { isSamePath } from '../disk/same-path'
import { disambiguatorOf, titleWith } from './disambiguate'
import { DocumentFolder } from './document-folder'
import type { DocumentRecovery } from './document-recovery'
import { entryOfReport, idOf } from './new-document'

/**
 * What the library says of each of its documents, and where each lies: the bundled report, the documents
 * that the reader opened, and those of them that were removed, whose texts and notes stay on disk.
 */
export class Catalog {
  readonly #report: Publication
  readonly #reportEntry: DocumentEntry
  readonly #userData: string
  /** The documents that were opened, those that were removed too, by their ids. */
  readonly #entries: Map<string, DocumentEntry>
  readonly #changes = new Mutex()

  /**
   * @param userData absolute path of the folder with the reader's files
   * @param entries what its folders hold, as {@link entriesIn} reads it
   */
  constructor(report: Publication, userData: string, entries: readonly DocumentEntry[]) {
    this.#report = report
    this.#reportEntry = entryOfReport(report)
    this.#userData = userData
    this.#entries = new Map(entries.map((entry) => [entry.id, entry]))
  }

  /** The document that the first start shows. */
  get bundledId(): string {
    return this.#report.document.id
  }

  /** Every document that was not removed, the bundled report first. */
  get entries(): readonly DocumentEntry[] {
    const opened = [...this.#entries.values()].filter(({ removedAt }) => removedAt === null)
    return [this.#reportEntry, ...opened]
  }

  /** The documents that the reader took out of the list; not those that others took the place of. */
  get removed(): readonly DocumentEntry[] {
    return [...this.#entries.values()].filter(
      ({ removedAt, replacedBy }) => removedAt !== null && replacedBy === null,
    )
  }

  /** The documents that gave way to others, which hold the newer words of their files. */
  get replaced(): readonly (DocumentEntry & { readonly replacedBy: string })[] {
    return [...this.#entries.values()].flatMap((entry) => {
      const { removedAt, replacedBy } = entry
      return removedAt === null || replacedBy === null ? [] : [{ ...entry, replacedBy }]
    })
  }

  has(documentId: string): boolean {
    return documentId === this.bundledId || this.#entries.get(documentId)?.removedAt === null
  }

  /** Whether a document was ever opened, be it removed by now. */
  keeps(documentId: string): boolean {
    return documentId === this.bundledId || this.#entries.has(documentId)
  }

  /** Whether notes on a document that it does not have can be kept until it is opened. */
  canExpect(documentId: string): boolean {
    return isDocumentId(documentId)
  }

  /** What is kept of a document that was opened, be it removed by now; nothing of the report. */
  entryOf(documentId: string): DocumentEntry | undefined {
    return this.#entries.get(documentId)
  }

  /** The document that has the text of a digest, or had it when it was read. @param digest `sha256:…` */
  withDigest(digest: string): string | undefined {
    const { document } = this.#report
    if (digest === document.digest) return document.id
    const id = idOf({ digest: digest.replace(/^sha256:/u, '') })
    return this.has(id) ? id : undefined
  }

  /**
   * What the list calls a document, told apart from others of its title; its id, where it is not there.
   *
   * @param form in which it is called so; its own, where it is left out
   */
  titleOf(documentId: string, form?: ScriptTag): string {
    const entry = this.entries.find(({ id }) => id === documentId)
    const { title } = (form && entry?.described?.[form]) ?? entry ?? {}
    return title === undefined ? documentId : titleWith(title, this.disambiguator(documentId))
  }

  /** As {@link disambiguatorOf}; nothing where the library does not hold the document. */
  disambiguator(documentId: string): string | undefined {
    const { entries } = this
    const entry = entries.find(({ id }) => id === documentId)
    return entry && disambiguatorOf(entry, entries)
  }

  /** Absolute path of the file a document was opened from; nothing for the report, and where it is unknown. */
  fileOf(documentId: string): string | undefined {
    return this.#entries.get(documentId)?.file ?? undefined
  }

  /**
   * The other document that was opened from a file, the last one.
   *
   * @param digest of the file by now: a document with which the reader stayed in view of that is none
   */
  formerOf(documentId: string, file: string, digest?: string): string | undefined {
    return this.entries
      .filter((entry) => isFrom(entry, file) && entry.id !== documentId)
      .filter((entry) => digest === undefined || entry.seen?.digest !== digest)
      .toSorted((a, b) => (a.addedAt ?? '').localeCompare(b.addedAt ?? ''))
      .at(-1)?.id
  }

  /** The document that a link to one leads to now. */
  currentId(documentId: string): string {
    const passed = new Set<string>()
    let id = documentId
    for (let next = id; next !== '' && !passed.has(next); ) {
      passed.add(next)
      id = next
      next = this.#entries.get(id)?.replacedBy ?? ''
    }
    return id
  }

  /** Lists a document whose folder is there by now. */
  add(entry: DocumentEntry): void {
    this.#entries.set(entry.id, entry)
  }

  /**
   * Says something else of a document, on disk first; nothing can be said of the report. One change begins with
   * what the one before it has left.
   */
  change(documentId: string, patch: Partial<DocumentEntry>): Promise<void> {
    return this.#changes.run(async () => {
      const entry = this.#entries.get(documentId)
      if (entry === undefined) return
      const changed = { ...entry, ...patch }
      await this.folder(documentId).writeEntry(changed)
      this.#entries.set(documentId, changed)
    })
  }

  /** Takes a document out of the list; its text and the notes on it stay on disk. The report cannot go. */
  remove(documentId: string): Promise<void> {
    return this.change(documentId, { removedAt: new Date().toISOString() })
  }

  /** Puts a document that was removed back. */
  restore(documentId: string): Promise<void> {
    return this.change(documentId, { removedAt: null, replacedBy: null })
  }

  /** Takes a document out of the list for the one that holds the newer words of its file. */
  replace(documentId: string, replacedBy: string): Promise<void> {
    return this.change(documentId, { removedAt: new Date().toISOString(), replacedBy })
  }

  /** Absolute path of the folder with a folder for each document; need not be there yet. */
  get documentsFolder(): string {
    return documentsIn(this.#userData)
  }

  /** An id that names no folder of ours leads to one that is not there, and never out of the library. */
  folder(documentId: string): DocumentFolder {
    const name = documentId.replaceAll(/[^\w-]/gu, '_')
    return new DocumentFolder(path.join(this.documentsFolder, name))
  }

  /** Absolute path of the folder with the notes on a document; those on the report lie at the top. */
  notesFolder(documentId: string): string {
    return documentId === this.bundledId ? this.#userData : this.folder(documentId).path
  }
}

/**
 * What the folders of a library hold; a folder without an entry holds no document.
 *
 * @param recovery mends an entry that is damaged, and tells of one that cannot be read; left out, nothing is touched
 */
export async function entriesIn(
  userData: string,
  recovery: DocumentRecovery | undefined,
): Promise<readonly DocumentEntry[]> {
  const documents = documentsIn(userData)
  const names = await readdir(documents).catch(() => [])
  const entries = await Promise.all(
    names.map((name) => entryIn(new DocumentFolder(path.join(documents, name)), recovery)),
  )
  return entries.filter((entry) => entry !== undefined)
}

/** Where the system does not let one document be read, the others are there all the same. */
async function entryIn(
  folder: DocumentFolder,
  recovery: DocumentRecovery | undefined,
): Promise<DocumentEntry | undefined> {
  try {
    const entry = await folder.entry()
    return typeof entry === 'string' ? await recovery?.entry(folder, entry) : entry
  } catch (error) {
    if (!isOfSystem(error)) throw error
    recovery?.tellUnreadable(folder, error)
    return undefined
  }
}

/** Absolute path of the folder of all documents. */
const documentsIn = (userData: string): string => path.join(userData, 'documents')

/** Whether an id can be that of a document that is read from a file: the beginning of its text's digest. */
export const isDocumentId = (id: string): boolean => /^[0-9a-f]{24}$/u.test(id)

/** Whether a document was opened from a file. @param file absolute path */
export const isFrom = (entry: DocumentEntry, file: string): boolean =>
  entry.file !== null && isSamePath(entry.file, file)
