import { stat } from 'node:fs/promises'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { OpenRefusal } from '../../core/app/document-entry'
import type { StoreNotice } from '../../core/app/store-notice'
import { citedAs, type KnownCitation } from '../../core/document/citation-data'
import type { CanonicalDocument, DocumentData } from '../../core/document/document'
import type { Encoding } from '../../core/formats/encodings'
import type { EncodingLook } from '../../core/formats/look'
import type { OpenChoices } from '../../core/formats/open-file'
import type { Resource } from '../../core/formats/read-document'
import { OpenDocument } from '../../core/publication/open-document'
import type { FileNotice, Publication } from '../../core/publication/publication'
import type { Proposal } from '../../core/repair/proposal'
import { placedCorrections, type ReaderEdition } from '../../core/repair/reader-edition'
import type { CharacterReading } from '../../core/script/character-reading'
import type { ConvertedTag } from '../../core/script/conversion-forms'
import type { TextRange } from '../../core/text/range'
import { diskProblemOf, isOfSystem, unlessOfSystem } from '../disk/disk-problem'
import { Mutex } from '../disk/mutex'
import { Catalog, entriesIn, isFrom } from './catalog'
import { bytesOf, filesBeside, type WholeFile } from './document-file'
import type { DocumentFolder } from './document-folder'
import { explainForm, FormMaker, formsThere } from './document-forms'
import { DocumentRecovery } from './document-recovery'
import type { DocumentWork } from './document-worker'
import { editionOfFile, knownCitation, repairedDocument } from './edition-of-file'
import { type Editing, EditionStore, editionIn } from './edition-store'
import { describedBy, documentOf, entryOf, factsOf, idOf } from './new-document'

/** How opening a file went. */
type FileOpening =
  | {
      readonly kind: 'opened'
      readonly documentId: string
      /** The document that the same file was before its words changed, where this is the first time. */
      readonly formerId: string | undefined
    }
  | { readonly kind: 'refused'; readonly refusal: OpenRefusal }

interface LibraryOptions {
  /** The bundled report, as `loadReport` reads it. */
  readonly report: Promise<Publication>
  /** Absolute path of the folder with the reader's files. */
  readonly userData: string
  readonly worker: DocumentWork
  /** Told of what was damaged and made anew; left out, nothing that is damaged is touched. */
  readonly onNotice?: (notice: StoreNotice) => void
}

/** The documents that can be opened: their words, forms and pictures, and the files that they come from. */
export class Library {
  /** What is said of each document, and where it and the notes on it lie. */
  readonly catalog: Catalog
  readonly #report: Publication
  readonly #options: LibraryOptions
  readonly #recovery: DocumentRecovery | undefined
  /** The keeping of documents that were read. */
  readonly #keeping = new Mutex()
  /** What is looked for in documents just now: who asks for the same twice at once is answered once. */
  readonly #looking = new Map<string, Promise<readonly Proposal[]>>()

  /** @throws if the bundled report is missing or damaged */
  static async open(options: LibraryOptions): Promise<Library> {
    const { userData, worker, onNotice } = options
    const recovery = onNotice && new DocumentRecovery({ worker, onNotice })
    const [report, entries] = await Promise.all([options.report, entriesIn(userData, recovery)])
    return new Library(new Catalog(report, userData, entries), report, options, recovery)
  }

  private constructor(
    catalog: Catalog,
    report: Publication,
    options: LibraryOptions,
    recovery: DocumentRecovery | undefined,
  ) {
    this.catalog = catalog
    this.#report = report
    this.#options = options
    this.#recovery = recovery
  }

  /** Whether the file that a document was opened from holds something else by now; not if it is gone. */
  async hasNewText(documentId: string): Promise<boolean> {
    const { file = null, seen = null } = this.catalog.entryOf(documentId) ?? {}
    if (file === null || seen === null) return false
    const facts = await stat(file).catch(() => undefined)
    if (facts?.size === seen.size && facts.mtimeMs === seen.modified) return false
    const read = await bytesOf(file)
    if (typeof read === 'string') return false
    if (read.seen.digest !== seen.digest) return true
    // Where the disk does not take that, the file is looked into again the next time.
    await unlessOfSystem(this.catalog.change(documentId, { seen: read.seen }))
    return false
  }

  /** Stays with the words as they were read, until the file changes again. */
  async passOver(documentId: string): Promise<void> {
    const file = this.catalog.fileOf(documentId)
    const read = file === undefined ? 'missing' : await bytesOf(file)
    if (typeof read !== 'string') await this.catalog.change(documentId, { seen: read.seen })
  }

  /**
   * Everything that is shown of a document. Forms that were never made are unfinished.
   *
   * @param former what was shown of it before: forms of blocks that did not change are taken from there
   * @throws UnknownDocument if the library does not hold it.
   */
  async publication(documentId: string, former?: Publication): Promise<Publication> {
    if (documentId === this.catalog.bundledId) return this.#report
    return this.publicationWith(documentId, await this.editionOf(documentId), former)
  }

  /** What makes the unfinished forms of a document. */
  formMaker(open: OpenDocument): FormMaker {
    return new FormMaker(open, this.catalog.folder(open.id), this.#formMaking)
  }

  /** The report's forms were made by the converter that the app brings with it. */
  get #formMaking() {
    return { converter: this.#report.build.converter, worker: this.#options.worker }
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
    const document = cited(repaired.document, edition)
    const { converter } = this.#formMaking
    const [renditions, proposals] = await Promise.all([
      formsThere(document, folder, this.#formMaking, former),
      knownProposals(folder, source),
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
    if (documentId === this.catalog.bundledId) return this.#report.document
    const known = await this.#read(documentId)
    return known && cited(known.document, known.edition)
  }

  /**
   * A document of the reader's own with their repairs, as its file says that it is to be cited; and their edition.
   * Nothing where it cannot be read.
   */
  async #read(documentId: string) {
    const reading = [
      this.catalog.folder(documentId).document(),
      this.editionOf(documentId),
    ] as const
    const [source, edition] = (await ifReadable(Promise.all(reading))) ?? []
    if (typeof source !== 'object' || edition === undefined) return undefined
    return { document: repairedDocument(source, edition).document, edition }
  }

  /** What the reader made of a document. @throws the system's error if that is there and cannot be read */
  editionOf(documentId: string): Promise<ReaderEdition> {
    const { path: folder } = this.catalog.folder(documentId)
    return editionIn(folder, this.catalog.entryOf(documentId)?.citation ?? null)
  }

  /** What seems damaged in a document as it was read, and what the reader did about it; not of the report. */
  async editing(documentId: string): Promise<Editing | undefined> {
    if (documentId === this.catalog.bundledId) return undefined
    const { folder, entry, source } = await this.#source(documentId)
    const { onNotice } = this.#options
    return {
      store: await EditionStore.open({
        folder: folder.path,
        citation: entry.citation ?? null,
        onNotice,
      }),
      proposals: await knownProposals(folder, source),
      lookForDamage: () => this.#lookForDamage(folder, source),
    }
  }

  /** What a document is cited as; nothing of the report, and of one that cannot be read. */
  async citationOf(documentId: string): Promise<KnownCitation | undefined> {
    const entry = this.catalog.entryOf(documentId)
    const known = entry && (await this.#read(documentId))
    if (entry === undefined || known === undefined) return undefined
    const { document, edition } = known
    return knownCitation(cited(document, edition), document, entry.facts)
  }

  /** The reader was asked what a document is to be cited as, and left it open: they are not asked again. */
  async leaveCitationOpen(documentId: string): Promise<void> {
    if (this.catalog.entryOf(documentId)?.citation !== undefined) return
    await this.catalog.change(documentId, { citation: null })
  }

  /** As {@link explainForm}, of a document of the reader's own: the report's forms were reviewed. */
  async explain(
    document: CanonicalDocument,
    range: TextRange,
    to: ConvertedTag,
  ): Promise<readonly CharacterReading[]> {
    if (document.id === this.catalog.bundledId) return []
    return explainForm(document, range, to, this.#options.worker)
  }

  /** Keeps all that the reader was told of how a document's file was read. */
  passNotices(documentId: string, passed: readonly FileNotice[]): Promise<void> {
    return this.catalog.change(documentId, { told: passed })
  }

  /** Keeps what the list says of a document. Where there is no room for that, it is said when it is open next. */
  async describe(open: OpenDocument): Promise<void> {
    const entry = this.catalog.entryOf(open.id)
    const described = describedBy(open)
    if (entry === undefined || isDeepStrictEqual({ ...entry, ...described }, entry)) return
    await unlessOfSystem(this.catalog.change(open.id, described))
  }

  async #source(documentId: string) {
    const folder = this.catalog.folder(documentId)
    const entry = this.catalog.entryOf(documentId)
    if (entry === undefined) throw new UnknownDocument(documentId)
    const kept = (await folder.document()) ?? 'empty'
    const source =
      typeof kept === 'object' ? kept : await this.#recovery?.document(folder, entry, kept)
    if (source === undefined) throw new UnknownDocument(documentId)
    return { folder, entry, source }
  }

  #lookForDamage(folder: DocumentFolder, source: DocumentData): Promise<readonly Proposal[]> {
    const looking = this.#looking.get(source.id)
    if (looking !== undefined) return looking
    const begun = this.#found(folder, source).finally(() => this.#looking.delete(source.id))
    this.#looking.set(source.id, begun)
    return begun
  }

  async #found(folder: DocumentFolder, source: DocumentData): Promise<readonly Proposal[]> {
    const known = await knownProposals(folder, source)
    if (known !== undefined) return known
    const found = await this.#options.worker.propose(source)
    // Where there is no room to keep it, it is looked for again the next time.
    if (found !== undefined) await unlessOfSystem(folder.writeProposals(found))
    return found ?? []
  }

  /** A picture of a document; nothing where it has none of that name. */
  resource(documentId: string, name: string): Promise<Resource | undefined> {
    return this.catalog.folder(documentId).resource(name)
  }

  /** All pictures of a document, by their names. */
  pictures(documentId: string): Promise<ReadonlyMap<string, Uint8Array>> {
    return this.catalog.folder(documentId).resources()
  }

  /**
   * Reads a file and keeps it as a document of the library; a file of the same words is the same document.
   *
   * @param file absolute path
   */
  async add(file: string): Promise<FileOpening> {
    const whole = await bytesOf(file)
    if (typeof whole === 'string') return { kind: 'refused', refusal: whole }
    // What the reader once chose for a file is right for it until they choose otherwise.
    const encoding = this.catalog.entries.find((entry) => isFrom(entry, file))?.chosenEncoding
    return this.#take(file, whole, encoding === undefined ? {} : { encoding })
  }

  /**
   * Reads the file of a document again, as the library keeps it, in an encoding that the reader chose; the
   * words that come out are a document of their own.
   *
   * @throws UnknownDocument if the library does not hold it.
   */
  async readAgain(documentId: string, encoding: Encoding): Promise<FileOpening> {
    const { folder, entry } = await this.#source(documentId)
    const source = await folder.source()
    if (source === undefined) throw new UnknownDocument(documentId)
    const file = entry.file ?? `${entry.title}${source.ending}`
    return this.#take(file, { bytes: source.bytes, seen: entry.seen }, { encoding })
  }

  /** What the text of a document's file is in an encoding; nothing where its format says it itself. */
  async lookAt(documentId: string, encoding?: Encoding): Promise<EncodingLook | undefined> {
    if (
      this.catalog.entryOf(documentId)?.encoding === null ||
      documentId === this.catalog.bundledId
    ) {
      return undefined
    }
    const source = await this.catalog.folder(documentId).source()
    return source && this.#options.worker.look(source.bytes, encoding)
  }

  async #take(
    file: string,
    { bytes, seen }: WholeFile,
    choices: OpenChoices,
  ): Promise<FileOpening> {
    const name = path.basename(file)
    const beside = await filesBeside(file, bytes)
    const read = await this.#options.worker.read({ name, bytes, beside, choices })
    if (typeof read === 'string') return { kind: 'refused', refusal: read }
    const documentId = idOf(read)
    const chosen = choices.encoding && { chosenEncoding: choices.encoding }
    const keep = async (): Promise<FileOpening> => {
      const isNew = !this.catalog.has(documentId)
      if (this.catalog.entryOf(documentId) !== undefined) {
        await this.catalog.change(documentId, {
          file,
          seen,
          removedAt: null,
          replacedBy: null,
          ...chosen,
        })
      } else {
        const facts = factsOf(read, path.parse(name).name)
        const document = documentOf(read, facts)
        const entry = { ...entryOf(document, facts, file, read), seen, ...chosen }
        const source = { bytes, ending: path.extname(file) }
        const { resources, described } = read
        const { converter } = this.#formMaking
        const parts = { entry, document, source, resources, described, converter }
        await this.catalog.folder(documentId).create(parts)
        this.catalog.add(entry)
      }
      const formerId = this.catalog.formerOf(documentId, file, isNew ? undefined : seen?.digest)
      return { kind: 'opened', documentId, formerId }
    }
    // One after the other: two files of the same words are one document, and are kept once.
    try {
      return await this.#keeping.run(keep)
    } catch (error) {
      if (!isOfSystem(error)) throw error
      // What lies in the library already is read there, though what is said of it cannot be renewed.
      if (this.catalog.has(documentId)) return { kind: 'opened', documentId, formerId: undefined }
      const isFull = diskProblemOf(error) === 'full'
      return { kind: 'refused', refusal: isFull ? 'disk-full' : 'not-kept' }
    }
  }
}

/** What was found to be damaged; what is not Chinese has its own rules, and nothing is proposed. */
const knownProposals = async (
  folder: DocumentFolder,
  { canonicalScript }: DocumentData,
): Promise<readonly Proposal[] | undefined> =>
  canonicalScript === 'source' ? [] : folder.proposals()

/** A document as the reader has it cited, where they said. */
const cited = (document: DocumentData, { citation }: ReaderEdition): DocumentData =>
  citation === null ? document : citedAs(document, citation)

export class UnknownDocument extends Error {
  constructor(readonly documentId: string) {
    super(`There is no document ${documentId} in the library`)
    this.name = 'UnknownDocument'
  }
}

/** What is read of a document; nothing where the library does not hold it, or the system does not let it be read. */
export async function ifReadable<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof UnknownDocument || isOfSystem(error)) return undefined
    throw error
  }
}
