import path from 'node:path'
import type { DocumentEntry } from '../../core/app/document-entry'
import type { Damage, LibraryFile, StoreNotice } from '../../core/app/store-notice'
import { CanonicalDocument, type DocumentData } from '../../core/document/document'
import { formsBeside, isChinese } from '../../core/script/conversion-forms'
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
    const entry = document && entryAgain(document, read)
    const aside = entry && (await this.#setAside(folder, 'entry.json'))
    this.#tell(folder, 'entry', damage, aside)
    if (entry === undefined) return undefined
    if (kept !== document) await folder.writeDocument(document as DocumentData)
    await folder.writeEntry(entry)
    return entry
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
    const aside = read && (await this.#setAside(folder, 'document.json'))
    this.#tell(folder, 'document', damage, aside)
    if (read === undefined) return undefined
    const document = documentOf(read, entry.facts ?? factsOf(read, entry.title))
    await folder.writeDocument(document)
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

  /** Where a file lies now; null where it could not be moved, or is gone. */
  async #setAside(folder: DocumentFolder, file: string): Promise<string | null> {
    return setAside(nodeFileSystem, path.join(folder.path, file), new Date()).catch(() => null)
  }

  /** @param aside nothing where the file was left as it is, for it could not be made anew */
  #tell(folder: DocumentFolder, of: LibraryFile, damage: Damage, aside?: string | null): void {
    this.#options.onNotice({
      kind: 'library-damaged',
      of,
      file: path.join(folder.path, `${of}.json`),
      setAside: aside ?? null,
      damage,
      isRecovered: aside !== undefined,
    })
  }
}

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
