import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { DocumentEntry, OpenRefusal } from '../../core/app/document-entry'
import type { StoreNotice } from '../../core/app/store-notice'
import { type CitationData, citedAs, type KnownCitation } from '../../core/document/citation-data'
import { CanonicalDocument, type DocumentData } from '../../core/document/document'
import type { Encoding } from '../../core/formats/encodings'
import type { EncodingLook } from '../../core/formats/look'
import type { OpenChoices } from '../../core/formats/open-file'
import type { Resource } from '../../core/formats/read-document'
import { OpenDocument } from '../../core/publication/open-document'
import type { Publication } from '../../core/publication/publication'
import type { Proposal } from '../../core/repair/proposal'
import { placedCorrections, type ReaderEdition } from '../../core/repair/reader-edition'
import type { CharacterReading } from '../../core/script/character-reading'
import type { ConvertedTag } from '../../core/script/conversion-forms'
import type { TextRange } from '../../core/text/range'
import { diskProblemOf, isOfSystem } from '../disk/disk-problem'
import { bytesOf, filesBeside, type WholeFile } from './document-file'
import type { DocumentFolder } from './document-folder'
import { explainForm, FormMaker, formsThere } from './document-forms'
import type { DocumentWork } from './document-worker'
import { editionOfFile, knownCitation, repairedDocument } from './edition-of-file'
import { type Editing, EditionStore, editionIn } from './edition-store'
import { documentsIn, entriesIn, folderOf, isDocumentId } from './library-folders'
import { Mending } from './mending'
import { documentOf, entryOf, entryOfReport, factsOf, idOf } from './new-document'
import { loadReport } from './report'
import { titleWith, toldApartBy } from './told-apart'

/** How opening a file went. */
export type Opening =
  | {
      readonly kind: 'opened'
      readonly documentId: string
      /** The document that the same file was before its words changed, where this is the first time. */
      readonly formerId: string | undefined
    }
  | { readonly kind: 'refused'; readonly refusal: OpenRefusal }

interface LibraryOptions {
  /** Absolute path of the app's `assets` folder. */
  readonly assets: string
  /** Absolute path of the folder with the reader's files. */
  readonly userData: string
  readonly worker: DocumentWork
  /** Told of what was damaged and made anew; left out, nothing that is damaged is touched. */
  readonly onNotice?: (notice: StoreNotice) => void
}

/** The documents that can be opened, and where the reader's notes on each of them lie. */
export class Library {
  readonly #report: Publication
  readonly #options: LibraryOptions
  readonly #mending: Mending | undefined
  /** The keeping of documents that were read. */
  #keeping: Promise<unknown> = Promise.resolve()
  /** What is looked for in documents just now: who asks for the same twice at once is answered once. */
  readonly #proposing = new Map<string, Promise<readonly Proposal[]>>()
  /** What is kept of the documents that were opened, those that were removed too, by their ids. */
  readonly #kept: Map<string, DocumentEntry>

  /** @throws if the bundled report is missing or damaged */
  static async open(options: LibraryOptions): Promise<Library> {
    const { worker, onNotice } = options
    const mending = onNotice && new Mending({ worker, onNotice })
    const [report, kept] = await Promise.all([
      loadReport(options.assets),
      entriesIn(options.userData, mending),
    ])
    return new Library(report, options, kept, mending)
  }

  private constructor(
    report: Publication,
    options: LibraryOptions,
    kept: readonly DocumentEntry[],
    mending: Mending | undefined,
  ) {
    this.#mending = mending
    this.#report = report
    this.#options = options
    this.#kept = new Map(kept.map((entry) => [entry.id, entry]))
  }

  /** The document that the first start shows. */
  get bundledId(): string {
    return this.#report.document.id
  }

  has(documentId: string): boolean {
    return documentId === this.bundledId || this.#kept.get(documentId)?.removedAt === null
  }

  /** Whether a document was ever opened, be it removed by now. */
  keeps(documentId: string): boolean {
    return documentId === this.bundledId || this.#kept.has(documentId)
  }

  /** Whether notes on a document that it does not have can be kept until it is opened. */
  canExpect(documentId: string): boolean {
    return isDocumentId(documentId)
  }

  /** Absolute path of the folder with a folder for each document; need not be there yet. */
  get documentsFolder(): string {
    return documentsIn(this.#options.userData)
  }

  /** Every document that was not removed, the bundled report first. */
  get entries(): readonly DocumentEntry[] {
    const kept = [...this.#kept.values()].filter(({ removedAt }) => removedAt === null)
    return [entryOfReport(this.#report), ...kept]
  }

  /** The document that has the text of a digest, or had it when it was read. @param digest `sha256:…` */
  withDigest(digest: string): string | undefined {
    const { document } = this.#report
    if (digest === document.digest) return document.id
    const id = idOf({ digest: digest.replace(/^sha256:/u, '') })
    return this.has(id) ? id : undefined
  }

  /** What the list calls a document, told apart from others of its title; its id, where it is not there. */
  titleOf(documentId: string): string {
    const title = this.entries.find(({ id }) => id === documentId)?.title
    return title === undefined ? documentId : titleWith(title, this.toldApart(documentId))
  }

  /** As {@link toldApartBy}; nothing where the library does not hold the document. */
  toldApart(documentId: string): string | undefined {
    const { entries } = this
    const entry = entries.find(({ id }) => id === documentId)
    return entry && toldApartBy(entry, entries)
  }

  /** Absolute path of the file a document was opened from; nothing for the report, and where it is unknown. */
  fileOf(documentId: string): string | undefined {
    return this.#kept.get(documentId)?.file ?? undefined
  }

  /** Takes a document out of the list; its text and the notes on it stay on disk. The report cannot go. */
  remove(documentId: string): Promise<void> {
    return this.#change(documentId, { removedAt: new Date().toISOString() })
  }

  /** Puts a document that was removed back. */
  restore(documentId: string): Promise<void> {
    return this.#change(documentId, { removedAt: null, replacedBy: null })
  }

  /** Takes a document out of the list for the one that holds the newer words of its file. */
  replace(documentId: string, replacedBy: string): Promise<void> {
    return this.#change(documentId, { removedAt: new Date().toISOString(), replacedBy })
  }

  /** The document that a link to one leads to now. */
  currentId(documentId: string): string {
    const passed = new Set<string>()
    let id = documentId
    for (let next = id; next !== '' && !passed.has(next); ) {
      passed.add(next)
      id = next
      next = this.#kept.get(id)?.replacedBy ?? ''
    }
    return id
  }

  /** Whether the file that a document was opened from holds something else by now; not if it is gone. */
  async hasNewText(documentId: string): Promise<boolean> {
    const { file = null, seen = null } = this.#kept.get(documentId) ?? {}
    if (file === null || seen === null) return false
    const facts = await stat(file).catch(() => undefined)
    if (facts?.size === seen.size && facts.mtimeMs === seen.modified) return false
    const read = await bytesOf(file)
    if (typeof read === 'string') return false
    if (read.seen.digest !== seen.digest) return true
    await this.#change(documentId, { seen: read.seen })
    return false
  }

  /** Stays with the words as they were read, until the file changes again. */
  async passOver(documentId: string): Promise<void> {
    const file = this.fileOf(documentId)
    const read = file === undefined ? 'missing' : await bytesOf(file)
    if (typeof read !== 'string') await this.#change(documentId, { seen: read.seen })
  }

  /**
   * Everything that is shown of a document. Forms that were never made are unfinished.
   *
   * @param former what was shown of it before: forms of blocks that did not change are taken from there
   * @throws UnknownDocument if the library does not hold it.
   */
  async publication(documentId: string, former?: Publication): Promise<Publication> {
    if (documentId === this.bundledId) return this.#report
    return this.publicationWith(documentId, await editionIn(this.#folder(documentId).path), former)
  }

  /** What makes the unfinished forms of a document. */
  formMaker(open: OpenDocument): FormMaker {
    const { converter } = this.#report.build
    return new FormMaker(open, this.#folder(open.id), { converter, worker: this.#options.worker })
  }

  /**
   * A document with all its forms, for whatever needs the whole of them.
   *
   * @throws UnknownDocument if the library does not hold it.
   */
  async wholeDocument(documentId: string): Promise<OpenDocument> {
    const open = new OpenDocument(await this.publication(documentId))
    await this.formMaker(open).finish()
    return open
  }

  /**
   * Everything that is shown of a document that the reader repaired.
   *
   * @param former what was shown of it before: forms of blocks that did not change are taken from there
   * @throws UnknownDocument if the library does not hold it.
   */
  async publicationWith(
    documentId: string,
    edition: ReaderEdition,
    former?: Publication,
  ): Promise<Publication> {
    const { folder, entry, source } = await this.#source(documentId)
    const repaired = repairedDocument(source, edition)
    const { asFound } = repaired
    const document = cited(repaired.document, entry)
    // The report's forms were made by the converter that the app brings with it.
    const { converter } = this.#report.build
    const [renditions, proposals] = await Promise.all([
      formsThere(document, folder, converter, former),
      this.#proposalsOf(folder, source),
    ])
    return {
      document,
      renditions: [...renditions, ...(asFound === undefined ? [] : [asFound])],
      corrections: placedCorrections(edition),
      ...editionOfFile({ entry, converter, document, read: repaired.document, edition, proposals }),
    }
  }

  /** A document with the reader's repairs, without its forms; nothing where it cannot be read. */
  async documentOf(documentId: string): Promise<DocumentData | undefined> {
    if (documentId === this.bundledId) return this.#report.document
    const document = await this.#repaired(documentId)
    return document && cited(document, this.#kept.get(documentId))
  }

  /** A document of the reader's own with their repairs, as its file says that it is to be cited. */
  async #repaired(documentId: string): Promise<DocumentData | undefined> {
    const folder = this.#folder(documentId)
    const [source, edition] = await Promise.all([folder.document(), editionIn(folder.path)])
    return typeof source === 'object' ? repairedDocument(source, edition).document : undefined
  }

  /** What seems damaged in a document as it was read, and what the reader did about it; not of the report. */
  async editing(documentId: string): Promise<Editing | undefined> {
    if (documentId === this.bundledId) return undefined
    const { folder, source } = await this.#source(documentId)
    const proposals = await this.#proposalsOf(folder, source)
    return { store: await EditionStore.open(folder.path, this.#options.onNotice), proposals }
  }

  /** What a document is cited as; nothing of the report, and of one that cannot be read. */
  async citationOf(documentId: string): Promise<KnownCitation | undefined> {
    const entry = this.#kept.get(documentId)
    const read = entry && (await this.#repaired(documentId))
    if (entry === undefined || read === undefined) return undefined
    return knownCitation(cited(read, entry), read, entry.facts)
  }

  /** Keeps what the reader has a document cited as; null where they leave it open. */
  async cite(documentId: string, citation: CitationData | null): Promise<void> {
    const former = this.#kept.get(documentId)?.citation
    if (citation === null) {
      if (former === undefined) await this.#change(documentId, { citation })
      return
    }
    await this.#change(documentId, { citation, author: citation.author.trim() || null })
    const document = await this.documentOf(documentId)
    if (document !== undefined) await this.describe(new CanonicalDocument(document))
  }

  /** As {@link explainForm}, of a document of the reader's own: the report's forms were reviewed. */
  async explain(
    document: CanonicalDocument,
    range: TextRange,
    to: ConvertedTag,
  ): Promise<readonly CharacterReading[]> {
    if (document.id === this.bundledId) return []
    return explainForm(document, range, to, this.#options.worker)
  }

  /** The reader was told how a document's file was read. */
  passNotices(documentId: string): Promise<void> {
    return this.#change(documentId, { isTold: true })
  }

  /** Keeps what the list says of a document whose words were repaired. */
  describe({ id, title, length }: CanonicalDocument): Promise<void> {
    return this.#change(id, { title, length })
  }

  async #source(documentId: string) {
    const folder = this.#folder(documentId)
    const entry = this.has(documentId) ? this.#kept.get(documentId) : undefined
    if (entry === undefined) throw new UnknownDocument(documentId)
    const kept = (await folder.document()) ?? 'empty'
    const source =
      typeof kept === 'object' ? kept : await this.#mending?.document(folder, entry, kept)
    if (source === undefined) throw new UnknownDocument(documentId)
    return { folder, entry, source }
  }

  /** What seems damaged; what is not Chinese has its own rules, and nothing is proposed. */
  async #proposalsOf(folder: DocumentFolder, source: DocumentData): Promise<readonly Proposal[]> {
    if (source.canonicalScript === 'source') return []
    const known = this.#proposing.get(source.id)
    if (known !== undefined) return known
    const proposing = this.#lookForDamage(folder, source).finally(() =>
      this.#proposing.delete(source.id),
    )
    this.#proposing.set(source.id, proposing)
    return proposing
  }

  async #lookForDamage(folder: DocumentFolder, source: DocumentData): Promise<readonly Proposal[]> {
    const kept = await folder.proposals()
    if (kept !== undefined) return kept
    const found = await this.#options.worker.propose(source)
    if (found !== undefined) await folder.writeProposals(found)
    return found ?? []
  }

  /** A picture of a document; nothing where it has none of that name. */
  resource(documentId: string, name: string): Promise<Resource | undefined> {
    return this.#folder(documentId).resource(name)
  }

  /** All pictures of a document, by their names. */
  pictures(documentId: string): Promise<ReadonlyMap<string, Uint8Array>> {
    return this.#folder(documentId).resources()
  }

  /**
   * Reads a file and keeps it as a document of the library; a file of the same words is the same document.
   *
   * @param file absolute path
   */
  async add(file: string): Promise<Opening> {
    const whole = await bytesOf(file)
    if (typeof whole === 'string') return { kind: 'refused', refusal: whole }
    // What the reader once chose for a file is right for it until they choose otherwise.
    const encoding = this.entries.find((entry) => entry.file === file)?.chosenEncoding
    return this.#read(file, whole, encoding === undefined ? {} : { encoding })
  }

  /**
   * Reads the file of a document again, as the library keeps it, in an encoding that the reader chose; the
   * words that come out are a document of their own.
   *
   * @throws UnknownDocument if the library does not hold it.
   */
  async readAgain(documentId: string, encoding: Encoding): Promise<Opening> {
    const { folder, entry } = await this.#source(documentId)
    const source = await folder.source()
    if (source === undefined) throw new UnknownDocument(documentId)
    const file = entry.file ?? `${entry.title}${source.ending}`
    return this.#read(file, { bytes: source.bytes, seen: entry.seen }, { encoding })
  }

  /** What the text of a document's file is in an encoding; nothing where its format says it itself. */
  async lookAt(documentId: string, encoding?: Encoding): Promise<EncodingLook | undefined> {
    if (this.#kept.get(documentId)?.encoding === null || documentId === this.bundledId) {
      return undefined
    }
    const source = await this.#folder(documentId).source()
    return source && this.#options.worker.look(source.bytes, encoding)
  }

  async #read(file: string, { bytes, seen }: WholeFile, choices: OpenChoices): Promise<Opening> {
    const name = path.basename(file)
    const beside = await filesBeside(file, bytes)
    const read = await this.#options.worker.read({ name, bytes, beside, choices })
    if (typeof read === 'string') return { kind: 'refused', refusal: read }
    const documentId = idOf(read)
    const chosen = choices.encoding && { chosenEncoding: choices.encoding }
    const keep = async (): Promise<Opening> => {
      const isNew = !this.has(documentId)
      if (this.#kept.has(documentId)) {
        await this.#change(documentId, { file, seen, removedAt: null, replacedBy: null, ...chosen })
      } else {
        const facts = factsOf(read, path.parse(name).name)
        const document = documentOf(read, facts)
        const entry = { ...entryOf(document, facts, file, read), seen, ...chosen }
        const source = { bytes, ending: path.extname(file) }
        const { resources } = read
        await this.#folder(documentId).create({ entry, document, source, resources })
        this.#kept.set(documentId, entry)
      }
      const formerId = isNew ? this.#formerOf(documentId, file) : undefined
      return { kind: 'opened', documentId, formerId }
    }
    // One after the other: two files of the same words are one document, and are kept once.
    const kept = this.#keeping.then(keep)
    this.#keeping = kept.catch(() => undefined)
    try {
      return await kept
    } catch (error) {
      if (!isOfSystem(error)) throw error
      // What lies in the library already is read there, though what is said of it cannot be renewed.
      if (this.has(documentId)) return { kind: 'opened', documentId, formerId: undefined }
      const isFull = diskProblemOf(error) === 'full'
      return { kind: 'refused', refusal: isFull ? 'disk-full' : 'not-kept' }
    }
  }

  /** The other document that was opened from a file, the last one. */
  #formerOf(documentId: string, file: string): string | undefined {
    return this.entries
      .filter((entry) => entry.file === file && entry.id !== documentId)
      .toSorted((a, b) => (a.addedAt ?? '').localeCompare(b.addedAt ?? ''))
      .at(-1)?.id
  }

  /** Absolute path of the folder with the notes on a document; those on the report lie at the top. */
  notesFolder(documentId: string): string {
    return documentId === this.bundledId ? this.#options.userData : this.#folder(documentId).path
  }

  async #change(documentId: string, patch: Partial<DocumentEntry>): Promise<void> {
    const entry = this.#kept.get(documentId)
    if (entry === undefined) return
    const changed = { ...entry, ...patch }
    await this.#folder(documentId).writeEntry(changed)
    this.#kept.set(documentId, changed)
  }

  #folder(documentId: string): DocumentFolder {
    return folderOf(this.#options.userData, documentId)
  }
}

/** A document as the reader has it cited, where they said. */
const cited = (document: DocumentData, entry: DocumentEntry | undefined): DocumentData =>
  entry?.citation ? citedAs(document, entry.citation) : document

export class UnknownDocument extends Error {
  constructor(readonly documentId: string) {
    super(`There is no document ${documentId} in the library`)
    this.name = 'UnknownDocument'
  }
}
