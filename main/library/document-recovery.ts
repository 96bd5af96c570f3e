import path from 'node:path'
import type { DocumentEntry } from '../../core/app/document-entry'
import type { Damage, LibraryFile, StoreNotice } from '../../core/app/store-notice'
import { CanonicalDocument, type DocumentData } from '../../core/document/document'
import { formsBeside, isChinese } from '../../core/script/conversion-forms'
import { codeOf, isOfSystem, unlessOfSystem } from '../disk/disk-problem'
import { nodeFileSystem } from '../disk/node-file-system'
import { setAside } from '../disk/set-aside'
import type { DocumentFolder } from './document-folder'
import type { ReadFile } from './document-job'
import type { DocumentWork } from './document-worker'
import { documentOf, entryOf, factsOf, idOf } from './new-document'

interface RecoveryOptions {
  readonly worker: DocumentWork
  /** Told of what was damaged, and whether it could be made anew. */
  readonly onNotice: (notice: StoreNotice) => void
}

/**
 * Makes what is damaged of a document in the library anew from the rest of its folder: from the document, or
 * from the copy of its file, which is never touched. What was damaged is set aside, and the reader is told.
 */
export class DocumentRecovery {
  readonly #options: RecoveryOptions
  /** What is under way: a document that is asked for twice at once is mended once. */
  readonly #documents = new Map<string, Promise<DocumentData | undefined>>()

  constructor(options: RecoveryOptions) {
    this.#options = options
  }

  /** The entry of a folder in which it is damaged; nothing where it cannot be made anew. */
  async entry(folder: DocumentFolder, damage: Damage): Promise<DocumentEntry | undefined> {
    const read = await this.#readAgain(folder)
    const kept = await folder.document()
    const facts = read && factsOf(read, '')
    const document = typeof kept === 'object' ? kept : read && documentOf(read, facts ?? {})
    if (document === undefined) {
      this.#tell(folder, 'entry', damage)
      return undefined
    }
    // Where the disk does not take it, it is made anew when the document is opened.
    if (document !== kept) await unlessOfSystem(folder.writeDocument(document))
    const entry = entryAgain(document, read)
    const aside = await this.#exchange(folder, 'entry', () => folder.writeEntry(entry))
    this.#tell(folder, 'entry', damage, aside)
    return entry
  }

  /** Tells that the system does not let the files of a document be read, which is not listed therefore. */
  tellUnreadable(folder: DocumentFolder, error: unknown): void {
    this.#options.onNotice({ kind: 'library-unreadable', folder: folder.path, code: codeOf(error) })
  }

  /** The document of a folder in which it is damaged or gone; nothing where it cannot be read anew. */
  document(
    folder: DocumentFolder,
    entry: DocumentEntry,
    damage: Damage,
  ): Promise<DocumentData | undefined> {
    const known = this.#documents.get(folder.path)
    if (known !== undefined) return known
    const recovery = this.#document(folder, entry, damage).finally(() =>
      this.#documents.delete(folder.path),
    )
    this.#documents.set(folder.path, recovery)
    return recovery
  }

  async #document(folder: DocumentFolder, entry: DocumentEntry, damage: Damage) {
    const read = await this.#readAgain(folder, entry)
    if (read === undefined) {
      this.#tell(folder, 'document', damage)
      return undefined
    }
    const document = documentOf(read, entry.facts ?? factsOf(read, entry.title))
    const aside = await this.#exchange(folder, 'document', () => folder.writeDocument(document))
    this.#tell(folder, 'document', damage, aside)
    return document
  }

  /** The copy of a file as it was read once; nothing where other words come out of it. */
  async #readAgain(folder: DocumentFolder, entry?: DocumentEntry): Promise<ReadFile | undefined> {
    const source = await folder.source()
    if (source === undefined) return undefined
    const read = await this.#options.worker.read({
      name: entry?.file ? path.basename(entry.file) : `source${source.ending}`,
      bytes: source.bytes,
      beside: await folder.resources(),
      choices: entry?.chosenEncoding === undefined ? {} : { encoding: entry.chosenEncoding },
    })
    return typeof read === 'object' && idOf(read) === path.basename(folder.path) ? read : undefined
  }

  /**
   * Sets what is damaged aside, and writes it anew. Where the disk does not take that, what is in memory holds, and
   * the damaged file is put back: without it the next start would not know that there is something to mend.
   *
   * @returns where the damaged file lies now; null where it could not be moved, or is gone
   */
  async #exchange(
    folder: DocumentFolder,
    of: LibraryFile,
    writing: () => Promise<void>,
  ): Promise<string | null> {
    const file = fileIn(folder, of)
    const aside = await setAside(nodeFileSystem, file, new Date()).catch(() => null)
    try {
      await writing()
      return aside
    } catch (error) {
      if (!isOfSystem(error)) throw error
      return (
        aside &&
        nodeFileSystem.rename(aside, file).then(
          () => null,
          () => aside,
        )
      )
    }
  }

  /** @param aside nothing where the file was left as it is, for it could not be made anew */
  #tell(folder: DocumentFolder, of: LibraryFile, damage: Damage, aside?: string | null): void {
    this.#options.onNotice({
      kind: 'library-damaged',
      of,
      file: fileIn(folder, of),
      setAside: aside ?? null,
      damage,
      isRecovered: aside !== undefined,
    })
  }
}

const fileIn = (folder: DocumentFolder, of: LibraryFile) => path.join(folder.path, `${of}.json`)

/** What the list says of a document, as far as it can be known without its entry. */
function entryAgain(document: DocumentData, read: ReadFile | undefined): DocumentEntry {
  if (read !== undefined) return entryOf(document, factsOf(read, ''), null, read)
  const { id, title, length } = new CanonicalDocument(document)
  const { canonicalScript: script, source } = document
  return {
    id,
    title,
    author: source.author ?? null,
    format: null,
    encoding: null,
    addedAt: new Date().toISOString(),
    file: null,
    leftOut: {},
    forms: isChinese(script) ? [script, ...formsBeside[script]] : [script],
    length,
    removedAt: null,
    replacedBy: null,
    seen: null,
  }
}
