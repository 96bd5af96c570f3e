import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { DocumentEntry, OpenRefusal, SeenFile } from '../../core/app/document-entry'
import { CanonicalDocument, type Dating, type DocumentData } from '../../core/document/document'
import type { OpenChoices } from '../../core/formats/open-file'
import type { Resource } from '../../core/formats/read-document'
import type { Publication } from '../../core/publication/publication'
import { formsBeside } from '../../core/script/conversion-forms'
import type { RenditionData } from '../../core/script/rendition'
import { codeOf } from '../disk/disk-problem'
import { DocumentFolder } from './document-folder'
import type { ReadFile } from './document-job'
import type { DocumentWorker } from './document-worker'
import { editionOfFile } from './edition-of-file'
import { loadReport } from './report'

/** The largest file that is opened, in bytes. */
const largest = 256 * 1024 * 1024

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
  readonly worker: Pick<DocumentWorker, 'read' | 'convert'>
}

/** The documents that can be opened, and where the reader's notes on each of them lie. */
export class Library {
  readonly #report: Publication
  readonly #options: LibraryOptions
  /** What is kept of the documents that were opened, those that were removed too, by their ids. */
  readonly #kept: Map<string, DocumentEntry>

  /** @throws if the bundled report is missing or damaged */
  static async open(options: LibraryOptions): Promise<Library> {
    const [report, kept] = await Promise.all([
      loadReport(options.assets),
      entriesIn(documentsIn(options.userData)),
    ])
    return new Library(report, options, kept)
  }

  private constructor(
    report: Publication,
    options: LibraryOptions,
    kept: readonly DocumentEntry[],
  ) {
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

  /** Every document that was not removed, the bundled report first. */
  get entries(): readonly DocumentEntry[] {
    const kept = [...this.#kept.values()].filter(({ removedAt }) => removedAt === null)
    return [entryOfReport(this.#report), ...kept]
  }

  /** Absolute path of the file a document was opened from; nothing for the report, and where it is unknown. */
  fileOf(documentId: string): string | undefined {
    return this.#kept.get(documentId)?.file ?? undefined
  }

  /**
   * The documents that a name given by hand can mean: an id, the beginning of one, or a file that was
   * opened, wherever it lies by now.
   *
   * @param file the name as the absolute path of a file
   */
  async documentsCalled(name: string, file: string): Promise<readonly string[]> {
    const id = this.currentId(name)
    if (this.has(id)) return [id]
    const opened = this.entries.filter((entry) => entry.file === file)
    if (opened.length > 0) return opened.map((entry) => entry.id)
    const begun = this.entries.filter((entry) => entry.id.startsWith(name))
    if (name.length >= leastOfId && begun.length > 0) return begun.map((entry) => entry.id)
    const read = await bytesOf(file)
    if (typeof read === 'string') return []
    return this.entries
      .filter((entry) => entry.seen?.digest === read.seen.digest)
      .map((entry) => entry.id)
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
   * Everything that is shown of a document. Forms that are missing are made first.
   *
   * @throws UnknownDocument if the library does not hold it.
   */
  async publication(documentId: string): Promise<Publication> {
    if (documentId === this.bundledId) return this.#report
    const folder = this.#folder(documentId)
    const entry = this.has(documentId) ? this.#kept.get(documentId) : undefined
    const document = entry === undefined ? undefined : await folder.document()
    if (entry === undefined || document === undefined) throw new UnknownDocument(documentId)
    const renditions = await this.#renditionsOf(folder, document)
    return { document, renditions, ...editionOfFile(entry, this.#report.build.converter) }
  }

  /** A picture of a document; nothing where it has none of that name. */
  resource(documentId: string, name: string): Promise<Resource | undefined> {
    return this.#folder(documentId).resource(name)
  }

  /**
   * Reads a file and keeps it as a document of the library; a file of the same words is the same document.
   *
   * @param file absolute path
   */
  async add(file: string, choices: OpenChoices = {}): Promise<Opening> {
    const whole = await bytesOf(file)
    if (typeof whole === 'string') return { kind: 'refused', refusal: whole }
    const { bytes, seen } = whole
    const name = path.basename(file)
    const beside = await filesBeside(file)
    const read = await this.#options.worker.read({ name, bytes, beside, choices })
    if (typeof read === 'string') return { kind: 'refused', refusal: read }
    const documentId = idOf(read)
    const folder = this.#folder(documentId)
    const isNew = !this.has(documentId)
    if (this.#kept.has(documentId)) {
      await this.#change(documentId, { file, seen, removedAt: null, replacedBy: null })
    } else {
      const document = documentOf(documentId, name, read)
      const entry = { ...entryOf(document, file, read), seen }
      const source = { bytes, ending: path.extname(file) }
      await folder.create({ entry, document, source, resources: read.resources })
      this.#kept.set(documentId, entry)
    }
    const formerId = isNew ? this.#formerOf(documentId, file) : undefined
    return { kind: 'opened', documentId, formerId }
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

  async #renditionsOf(
    folder: DocumentFolder,
    document: DocumentData,
  ): Promise<readonly RenditionData[]> {
    const { worker } = this.#options
    // The report's forms were made by the converter that the app brings with it.
    const { converter } = this.#report.build
    const kept = await folder.renditions(converter)
    const script = document.canonicalScript
    if (script !== 'zh-Hant' && script !== 'zh-Hans') return kept
    const missing = formsBeside[script].filter((tag) => kept.every((one) => one.tag !== tag))
    const made = await Promise.all(
      missing.map(async (tag): Promise<readonly RenditionData[]> => {
        const blocks = await worker.convert({ blocks: document.blocks, from: script, to: tag })
        if (blocks === undefined) return []
        const rendition = { tag, blocks }
        await folder.writeRendition(tag, { madeBy: converter, rendition })
        return [rendition]
      }),
    )
    return [...kept, ...made.flat()]
  }

  async #change(documentId: string, patch: Partial<DocumentEntry>): Promise<void> {
    const entry = this.#kept.get(documentId)
    if (entry === undefined) return
    const changed = { ...entry, ...patch }
    await this.#folder(documentId).writeEntry(changed)
    this.#kept.set(documentId, changed)
  }

  /** An id that names no folder of ours leads to one that is not there, and never out of the library. */
  #folder(documentId: string): DocumentFolder {
    return new DocumentFolder(path.join(documentsIn(this.#options.userData), safeName(documentId)))
  }
}

const documentsIn = (userData: string): string => path.join(userData, 'documents')

/** What the folders of a library hold; a folder without an entry holds no document. */
async function entriesIn(documents: string): Promise<readonly DocumentEntry[]> {
  const names = await readdir(documents).catch(() => [])
  const entries = await Promise.all(
    names.map((name) => new DocumentFolder(path.join(documents, name)).entry()),
  )
  return entries.filter((entry) => entry !== undefined)
}

function entryOfReport({ document: data, renditions }: Publication): DocumentEntry {
  const { id, title, length } = new CanonicalDocument(data)
  return {
    id,
    title,
    author: data.source.author ?? null,
    format: null,
    encoding: null,
    addedAt: null,
    file: null,
    leftOut: {},
    forms: [data.canonicalScript, ...renditions.map(({ tag }) => tag)],
    length,
    removedAt: null,
    replacedBy: null,
    seen: null,
  }
}

interface WholeFile {
  readonly bytes: Uint8Array
  readonly seen: SeenFile
}

/** The bytes of a file, or why there are none. */
async function bytesOf(file: string): Promise<WholeFile | OpenRefusal> {
  try {
    const facts = await stat(file)
    if (!facts.isFile()) return 'not-a-file'
    if (facts.size > largest) return 'too-large'
    const bytes = await readFile(file)
    const digest = createHash('sha256').update(bytes).digest('hex')
    return { bytes, seen: { size: facts.size, modified: facts.mtimeMs, digest } }
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EACCES' || code === 'EPERM') return 'no-permission'
    if (code === 'ENOENT') return 'missing'
    throw error
  }
}

/** How much of an id must be given. */
const leastOfId = 4

/** A document's id is the beginning of its words' digest: the same words are the same document. */
const idOf = ({ digest }: ReadFile): string => digest.slice(0, 24)

const safeName = (documentId: string): string => documentId.replaceAll(/[^\w-]/gu, '_')

function entryOf(document: DocumentData, file: string, read: ReadFile): DocumentEntry {
  const { script } = read
  const { id, title, length } = new CanonicalDocument(document)
  return {
    id,
    title,
    author: read.facts.author,
    format: read.format,
    encoding: read.encoding?.encoding ?? null,
    addedAt: new Date().toISOString(),
    file,
    leftOut: Object.fromEntries(read.leftOut),
    forms: script === null ? ['source'] : [script, ...formsBeside[script]],
    length,
    removedAt: null,
    replacedBy: null,
    seen: null,
  }
}

function documentOf(id: string, fileName: string, read: ReadFile): DocumentData {
  const { author, date } = read.facts
  const published: Dating =
    date !== null && /^\d{4}(-\d\d(-\d\d)?)?$/u.test(date)
      ? { kind: 'on', date }
      : { kind: 'unknown' }
  return {
    id,
    digest: `sha256:${read.digest}`,
    canonicalScript: read.script ?? 'source',
    source: { ...(author !== null && { author }), published },
    blocks: read.blocks,
    title: titleOf(read, fileName),
    ...(read.facts.language !== null && { language: read.facts.language }),
  }
}

const titleOf = ({ facts, blocks }: ReadFile, fileName: string): string =>
  blocks.find((block) => block.kind === 'heading' && block.level === 1)?.text ??
  facts.title ??
  path.parse(fileName).name

/** The most files beside a saved page that are looked at. */
const mostBeside = 2_000

/** The pictures in the folder that browsers make beside a page when they save it. */
async function filesBeside(file: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  if (!/\.x?html?$/iu.test(file)) return files
  const { dir, name } = path.parse(file)
  for (const folder of [`${name}_files`, `${name}.files`]) {
    const names = await readdir(path.join(dir, folder)).catch(() => [])
    for (const one of names.slice(0, mostBeside)) {
      const bytes = await readFile(path.join(dir, folder, one)).catch(() => undefined)
      if (bytes !== undefined) files.set(`${folder}/${one}`, bytes)
    }
  }
  return files
}

export class UnknownDocument extends Error {
  constructor(readonly documentId: string) {
    super(`There is no document ${documentId} in the library`)
    this.name = 'UnknownDocument'
  }
}
