import type { Annotation } from '../../../core/annotation/annotation'
import type { AbsentDocument, ListedDocument } from '../../../core/app/document-entry'
import { reportOf } from '../../../core/app/error-report'
import type { ExportPreview, ExportRequest } from '../../../core/app/export-request'
import { type DocumentFindings, findIn, findingsIn } from '../../../core/app/library-findings'
import type { PrintOutcome, PrintRequest } from '../../../core/app/print-request'
import { readSettings } from '../../../core/app/schema'
import {
  type Settings,
  type SettingsPatch,
  type UiLanguage,
  viewOf,
} from '../../../core/app/settings'
import type {
  AppEvent,
  AppOpening,
  Calls,
  ChangeOutcome,
  CopyOutcome,
  DocumentIds,
  EditionOutcome,
  ExportOutcome,
} from '../../../core/contract/contract'
import type { CitationData, KnownCitation } from '../../../core/document/citation-data'
import type { AnnotatedDocument } from '../../../core/exchange/export/model'
import type { Encoding } from '../../../core/formats/encodings'
import { lookAt } from '../../../core/formats/look'
import type { OpenDocument } from '../../../core/publication/open-document'
import type { FileNotice } from '../../../core/publication/publication'
import { finish } from '../../../core/search/steps'
import { type DocumentCalls, documentCalls } from '../../../main/document-calls'
import { explainForm } from '../../../main/library/document-forms'
import { ShownDocument } from '../../../main/shown-document'
import { SettingsStore } from '../../../main/store/settings-store'
import { Workspace } from '../../../main/workspace'
import { workerInProcess } from '../../unit/main/library/support'
import { report } from './bundled-report'
import { InMemoryDesktop } from './in-memory-desktop'
import { folder, InMemoryDisk } from './in-memory-disk'
import { InMemoryExchange } from './in-memory-exchange'
import { type FormsBeginning, InMemoryForms } from './in-memory-forms'
import type { OpenedFile } from './opened-document'

const listedReport: ListedDocument = {
  id: report.id,
  title: report.document.title,
  author: report.document.data.source.author ?? null,
  format: null,
  addedAt: null,
  forms: [...report.renditions.keys()],
  form: 'zh-Hant',
  isBundled: true,
  readAt: null,
  progress: 0,
  heading: null,
  counts: { annotations: 0, notes: 0 },
}

/** How the app stands when the page opens; what is left out is as at a first start. */
export interface Beginning extends FormsBeginning {
  /** The document that is open; the bundled report, where it is left out. */
  readonly open?: OpenDocument
  readonly annotations?: readonly Annotation[]
  readonly settings?: Partial<Settings>
  readonly language?: UiLanguage
  readonly platform?: AppOpening['platform']
  /** The reader's templates for export, by name. */
  readonly templates?: Readonly<Record<string, string>>
  /** What the library lists; the report alone, where it is left out. */
  readonly documents?: readonly ListedDocument[]
  /** Documents of the library that are not open, with the notes on them. */
  readonly elsewhere?: readonly AnnotatedDocument[]
  /** Documents that the library does not have, and notes on them. */
  readonly absent?: readonly AbsentDocument[]
  /** The document that is open, where it is one that the reader opened and not the report. */
  readonly opened?: OpenedFile
}

/** What main tells the page; what happens before the page listens waits. */
class Outbox {
  readonly #send: (event: AppEvent) => void
  #waiting: AppEvent[] | undefined = []

  constructor(send: (event: AppEvent) => void) {
    this.#send = send
  }

  readonly tell = (event: AppEvent): void => {
    if (this.#waiting === undefined) this.#send(event)
    else this.#waiting.push(event)
  }

  /** The page listens from now on, and is told what it missed. */
  listen(): void {
    const waiting = this.#waiting ?? []
    this.#waiting = undefined
    waiting.forEach(this.#send)
  }

  /** A page that is loaded anew has yet to listen. */
  navigated(): void {
    this.#waiting ??= []
  }
}

/** The parts of main that are its own, put together as the app does. */
interface MainParts {
  readonly outbox: Outbox
  readonly disk: InMemoryDisk
  readonly forms: InMemoryForms
  readonly settings: SettingsStore
  readonly workspace: Workspace
}

/**
 * The main process as the page knows it. The open document is kept by main's own code, over a disk in memory, with
 * the reader's notes, drafts and settings. For the rest it carries out what it is asked with core's and main's code
 * and shows no dialog: what the real one would ask the reader, a test answers beforehand.
 */
export class InMemoryMain extends InMemoryDesktop implements Omit<Calls, keyof DocumentCalls> {
  readonly workspace: Workspace
  /** What is asked in the open document. */
  readonly documentCalls: DocumentCalls
  readonly disk: InMemoryDisk
  /** The making of the document's forms. */
  readonly forms: InMemoryForms
  /** The exports asked for, and how each is to end; written, unless a test says otherwise. */
  readonly exports: ExportRequest[] = []
  exportOutcome: ExportOutcome | undefined
  /** What was to be printed, and how that is to end. */
  readonly prints: PrintRequest[] = []
  printOutcome: PrintOutcome = { kind: 'printed' }
  editionOutcome: EditionOutcome = { kind: 'written', file: '/home/reader/edition.tei.xml' }
  /** The library's list, and those of it that were removed. */
  documents: readonly ListedDocument[]
  readonly removed = new Set<string>()
  /** What the reader was told of how the document's file was read. */
  passed: readonly FileNotice[] = []
  /** What documents were to be cited as. */
  readonly citations: { readonly documentId: string; readonly citation: CitationData | null }[] = []
  /** The encodings that the document's file was to be read in. */
  readonly readAs: Encoding[] = []
  /** How often a file was to be chosen and opened as a document. */
  openedDocuments = 0
  /** The file chosen in the dialog of an import: an absolute path. */
  importedFile: string | undefined
  /** The jobs that the reader had stopped. */
  readonly cancelledJobs: string[] = []
  readonly exchange: InMemoryExchange
  readonly #beginning: Beginning
  readonly #outbox: Outbox
  readonly #settings: SettingsStore

  /** @param send takes an event to the page */
  static async open(beginning: Beginning, send: (event: AppEvent) => void): Promise<InMemoryMain> {
    const outbox = new Outbox(send)
    const disk = await InMemoryDisk.holding(beginning.annotations ?? [])
    const settings = await SettingsStore.open({ folder, files: disk })
    settings.patch(readSettings(beginning.settings ?? {}))
    const forms = new InMemoryForms(beginning)
    const { opened, annotations = [] } = beginning
    const publication = opened?.publication() ?? (beginning.open ?? report).publication
    const shown = new ShownDocument(forms.unmade(publication), (open) => forms.maker(open))
    const beyond = annotations.find(({ range }) => range.end > shown.open.document.length)
    if (beyond !== undefined) throw new Error(`The text ends before the mark ${beyond.id}`)
    const editing = await opened?.editing(disk)
    const workspace = await Workspace.open({
      shown,
      folder,
      files: disk,
      editing,
      tell: outbox.tell,
    })
    return new InMemoryMain(beginning, { outbox, disk, forms, settings, workspace })
  }

  private constructor(beginning: Beginning, parts: MainParts) {
    super()
    const { outbox, disk, forms, settings, workspace } = parts
    this.#beginning = beginning
    this.#outbox = outbox
    this.disk = disk
    this.forms = forms
    this.#settings = settings
    this.workspace = workspace
    const opened = async (documentId: string) => this.#opened(documentId)
    this.documentCalls = documentCalls({
      settings,
      workspace: opened,
      shown: async (documentId) => this.#opened(documentId).shown,
      library: {
        explain: (document, range, tag) => explainForm(document, range, tag, workerInProcess),
      },
      current: { open: opened, enter: async (documentId) => void this.#opened(documentId) },
      report: (error) => this.errors.push(reportOf(error, 'main', new Date().toISOString())),
    })
    this.exchange = new InMemoryExchange({
      workspace,
      elsewhere: beginning.elsewhere ?? [],
      templates: beginning.templates ?? {},
      settings: () => this.settings,
      systemLanguage: beginning.language ?? 'en',
    })
    this.documents = beginning.documents ?? [listedReport]
  }

  get settings(): Settings {
    return this.#settings.read()
  }

  /** Tells the page something unasked. */
  tell(event: AppEvent): void {
    this.#outbox.tell(event)
  }

  /** A page that is loaded anew has yet to listen. */
  navigated(): void {
    this.#outbox.navigated()
  }

  /** Another program writes notes beside those that there are, and main looks what it did. */
  async writeOutside(...annotations: readonly Annotation[]): Promise<void> {
    const theirs = new Map(this.workspace.annotations)
    for (const annotation of annotations) theirs.set(annotation.id, annotation)
    await this.disk.putNotes(theirs.values())
    await this.workspace.check()
  }

  /** Writes out what waits, when the window is left. */
  async close(): Promise<void> {
    await Promise.all([this.workspace.close(), this.#settings.close()])
  }

  async listen(): Promise<void> {
    this.#outbox.listen()
  }

  async start(): Promise<AppOpening> {
    return {
      version: '0.0.0',
      platform: this.#beginning.platform ?? 'linux',
      systemLanguage: this.#beginning.language ?? 'en',
      settings: this.settings,
      notices: [],
      showing: { documentId: this.workspace.id, annotationId: null },
      bundledId: this.workspace.id,
    }
  }

  async saveSettings(patch: SettingsPatch): Promise<void> {
    this.#settings.patch(patch)
  }

  async exportNotes(documentIds: DocumentIds, request: ExportRequest): Promise<ExportOutcome> {
    this.exports.push(request)
    return this.exportOutcome ?? this.exchange.export(documentIds, request)
  }

  async print(documentId: string, request: PrintRequest): Promise<PrintOutcome> {
    this.#opened(documentId)
    this.prints.push(request)
    return this.printOutcome
  }

  async copyNotes(documentIds: DocumentIds, request: ExportRequest): Promise<CopyOutcome> {
    const made = await this.exchange.copy(documentIds, request)
    if (made.kind !== 'content') return made
    await this.copyPassage(made.text, made.html ?? '')
    return { kind: 'copied', count: made.count, notes: made.notes, unreadable: [] }
  }

  async previewExport(documentIds: DocumentIds, request: ExportRequest): Promise<ExportPreview> {
    return this.exchange.previewExport(documentIds, request)
  }

  async exportEdition(documentId: string): Promise<EditionOutcome> {
    this.#opened(documentId)
    return this.editionOutcome
  }

  async exportTemplates(): Promise<readonly string[]> {
    return Object.keys(this.#beginning.templates ?? {})
  }

  async previewImport(documentId: string) {
    this.#opened(documentId)
    if (this.importedFile === undefined) return { kind: 'cancelled' } as const
    return this.exchange.previewImport(this.importedFile, documentId)
  }

  async confirmImport(token: string) {
    return this.exchange.confirmImport(token)
  }

  async cancelJob(id: string): Promise<void> {
    this.cancelledJobs.push(id)
  }

  async openDocument(): Promise<void> {
    this.openedDocuments++
  }

  async listAbsent(): Promise<readonly AbsentDocument[]> {
    return this.#beginning.absent ?? []
  }

  async listDocuments(): Promise<readonly ListedDocument[]> {
    return this.documents.filter(({ id }) => !this.removed.has(id))
  }

  async removeDocument(documentId: string): Promise<void> {
    this.removed.add(documentId)
  }

  async restoreDocument(documentId: string): Promise<void> {
    this.removed.delete(documentId)
  }

  async searchDocuments(query: string): Promise<readonly DocumentFindings[]> {
    return this.exchange.documents.flatMap(({ open, annotations }) => {
      const found = finish(findIn(open.searchText, annotations, query))
      const { script } = viewOf(
        this.settings,
        open.document.data,
        open.renditions.keys(),
        this.#beginning.language ?? 'en',
      )
      return found === undefined ? [] : [findingsIn(open.renditionOf(script), found)]
    })
  }

  async citationOf(documentId: string): Promise<KnownCitation | null> {
    const { file } = this.workspace.open.publication
    return documentId === report.id ? null : (file?.known ?? null)
  }

  async saveCitation(documentId: string, citation: CitationData | null): Promise<ChangeOutcome> {
    this.citations.push({ documentId, citation })
    return citation !== null && documentId === this.workspace.id
      ? this.workspace.edit({ kind: 'cite', citation })
      : { done: false, reason: 'nothing-to-do' }
  }

  async passNotices(documentId: string, passed: readonly FileNotice[]): Promise<void> {
    this.#opened(documentId)
    this.passed = passed
  }

  async lookAtEncoding(documentId: string, encoding: Encoding | null) {
    this.#opened(documentId)
    const { bytes } = this.#beginning.opened ?? {}
    return bytes === undefined ? null : lookAt(bytes, encoding ?? undefined)
  }

  async readInEncoding(documentId: string, encoding: Encoding): Promise<void> {
    this.#opened(documentId)
    this.readAs.push(encoding)
  }

  #opened(documentId: string): Workspace {
    if (documentId !== this.workspace.id) throw new Error(`${documentId} is not open`)
    return this.workspace
  }
}
