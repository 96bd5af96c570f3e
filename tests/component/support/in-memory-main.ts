import type { Annotation } from '../../../core/annotation/annotation'
import type { Command } from '../../../core/annotation/command'
import type { Portion } from '../../../core/annotation/deferred-annotations'
import type { Draft, DraftTarget } from '../../../core/annotation/draft'
import type { AbsentDocument, ListedDocument } from '../../../core/app/document-entry'
import type { ExportPreview, ExportRequest } from '../../../core/app/export-request'
import type { Generation } from '../../../core/app/generation'
import { type DocumentFindings, findIn, findingsIn } from '../../../core/app/library-findings'
import type { PrintOutcome, PrintRequest } from '../../../core/app/print-request'
import { readSettings } from '../../../core/app/schema'
import {
  type Settings,
  type SettingsPatch,
  type UiLanguage,
  type ViewState,
  viewOf,
} from '../../../core/app/settings'
import type { StoreNotice } from '../../../core/app/store-notice'
import type { StoreStatus } from '../../../core/app/store-status'
import type {
  AppEvent,
  AppOpening,
  Calls,
  ChangeOutcome,
  CopyOutcome,
  DocumentIds,
  EditionOutcome,
  ExportOutcome,
  RestoreOutcome,
  WorkspaceOpening,
} from '../../../core/contract/contract'
import type { CitationData, KnownCitation } from '../../../core/document/citation-data'
import type { AnnotatedDocument } from '../../../core/exchange/export/model'
import type { Encoding } from '../../../core/formats/encodings'
import { lookAt } from '../../../core/formats/look'
import { OpenDocument } from '../../../core/publication/open-document'
import type { FileNotice, Publication } from '../../../core/publication/publication'
import { type EditionCommand } from '../../../core/repair/reader-edition'
import type { FormAnswer, FormRequest } from '../../../core/script/blocks-to-make'
import type { ConvertedTag } from '../../../core/script/conversion-forms'
import { explainConversion } from '../../../core/script/explain-conversion'
import { codePoints } from '../../../core/text/code-points'
import { type TextRange, textRange } from '../../../core/text/range'
import { report } from './bundled-report'
import { InMemoryDesktop } from './in-memory-desktop'
import { InMemoryExchange } from './in-memory-exchange'
import { type FormsBeginning, InMemoryForms } from './in-memory-forms'
import { InMemoryWorkspace } from './in-memory-workspace'
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
  counts: { marks: 0, notes: 0 },
}

/** How the app stands when the page opens; what is left out is as at a first start. */
export interface Beginning extends FormsBeginning {
  /** The document that is open; the bundled report, where it is left out. */
  readonly open?: OpenDocument
  readonly annotations?: readonly Annotation[]
  readonly drafts?: readonly Draft[]
  readonly settings?: Partial<Settings>
  readonly language?: UiLanguage
  readonly platform?: AppOpening['platform']
  readonly store?: StoreStatus
  readonly notices?: readonly StoreNotice[]
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
  /** Earlier states of the notes. */
  readonly backups?: readonly (Generation & { readonly annotations: readonly Annotation[] })[]
}

/**
 * The main process as the page knows it, in memory: it carries out what it is asked with core's own
 * code, keeps nothing on disk and shows no dialog. What the real one would ask the reader, a test
 * answers beforehand.
 */
export class InMemoryMain extends InMemoryDesktop implements Calls {
  readonly workspace: InMemoryWorkspace
  /** The making of the document's forms. */
  readonly forms: InMemoryForms
  settings: Settings
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
  told: readonly FileNotice[] = []
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
  readonly #beginning: Beginning
  readonly exchange: InMemoryExchange
  /** What happened before the page listens. */
  #waiting: AppEvent[] | undefined = []

  /** @param send takes an event to the page */
  constructor(
    beginning: Beginning,
    private readonly send: (event: AppEvent) => void,
  ) {
    super()
    this.#beginning = beginning
    const { opened } = beginning
    this.workspace = new InMemoryWorkspace({
      open: beginning.open ?? (opened ? new OpenDocument(opened.publication()) : report),
      annotations: beginning.annotations ?? [],
      drafts: beginning.drafts ?? [],
      store: beginning.store ?? { state: 'saved' },
      opened,
      tell: (event) => this.tell(event),
    })
    this.forms = new InMemoryForms(beginning)
    this.settings = readSettings(beginning.settings ?? {})
    this.exchange = new InMemoryExchange({
      workspace: this.workspace,
      elsewhere: beginning.elsewhere ?? [],
      templates: beginning.templates ?? {},
      settings: () => this.settings,
      systemLanguage: beginning.language ?? 'en',
    })
    this.documents = beginning.documents ?? [listedReport]
  }

  /** Tells the page something unasked. */
  tell(event: AppEvent): void {
    if (this.#waiting === undefined) this.send(event)
    else this.#waiting.push(event)
  }

  /** A page that is loaded anew has yet to listen. */
  navigated(): void {
    this.#waiting ??= []
  }

  async start(): Promise<AppOpening> {
    const waiting = this.#waiting ?? []
    this.#waiting = undefined
    setImmediate(() => waiting.forEach((event) => this.send(event)))
    return {
      version: '0.0.0',
      platform: this.#beginning.platform ?? 'linux',
      systemLanguage: this.#beginning.language ?? 'en',
      settings: this.settings,
      notices: [],
      showing: { documentId: this.workspace.id, annotationId: null },
    }
  }

  async openWorkspace(documentId: string): Promise<WorkspaceOpening> {
    const place = codePoints(this.settings.views[documentId]?.place ?? 0)
    const opening = this.#opened(documentId).opening(place)
    const publication = this.forms.unmade(opening.publication)
    return { ...opening, publication, notices: this.#beginning.notices ?? [] }
  }

  async enterWorkspace(documentId: string): Promise<void> {
    this.#opened(documentId)
  }

  async publicationOf(documentId: string): Promise<Publication> {
    return this.forms.unmade(this.#opened(documentId).open.publication)
  }

  async moreAnnotations(documentId: string, from: number): Promise<Portion> {
    return this.#opened(documentId).moreAnnotations(from)
  }

  async change(documentId: string, command: Command): Promise<ChangeOutcome> {
    return this.#opened(documentId).change(command)
  }

  async edit(documentId: string, command: EditionCommand): Promise<ChangeOutcome> {
    return this.#opened(documentId).edit(command)
  }

  async undo(documentId: string): Promise<ChangeOutcome> {
    return this.#opened(documentId).undo()
  }

  async redo(documentId: string): Promise<ChangeOutcome> {
    return this.#opened(documentId).redo()
  }

  async formBlocks(documentId: string, request: FormRequest): Promise<FormAnswer> {
    return this.forms.blocks(this.#opened(documentId).open, request)
  }

  async explainReadings(documentId: string, tag: ConvertedTag, { start, end }: TextRange) {
    this.#opened(documentId)
    const { document } = this.workspace.open
    const { canonicalScript: from } = document.data
    const placed = document.blockAt(start)
    if (placed === undefined || (from !== 'zh-Hant' && from !== 'zh-Hans')) return []
    const offset = placed.range.start
    const inBlock = textRange(start - offset, Math.min(end, placed.range.end) - offset)
    return explainConversion(placed.block.text, inBlock, from, tag).map((reading) => ({
      ...reading,
      at: codePoints(reading.at + offset),
    }))
  }

  async saveSettings(patch: SettingsPatch): Promise<void> {
    this.settings = { ...this.settings, ...patch }
  }

  async saveView(documentId: string, patch: Partial<ViewState>): Promise<void> {
    this.#opened(documentId)
    const { views } = this.settings
    const view = { ...views[documentId], ...patch }
    this.settings = { ...this.settings, views: { ...views, [documentId]: view } }
  }

  async saveDraft(documentId: string, draft: Draft): Promise<void> {
    this.#opened(documentId).saveDraft(draft)
  }

  async dropDraft(documentId: string, target: DraftTarget): Promise<void> {
    this.#opened(documentId).dropDraft(target)
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

  async listBackups(documentId: string): Promise<readonly Generation[]> {
    this.#opened(documentId)
    const backups = this.#beginning.backups ?? []
    return backups.map(({ name, writtenAt, count }) => ({ name, writtenAt, count }))
  }

  async restoreBackup(documentId: string, name: string): Promise<RestoreOutcome> {
    const workspace = this.#opened(documentId)
    const backup = this.#beginning.backups?.find((one) => one.name === name)
    return backup === undefined
      ? { kind: 'failed', reason: 'missing' }
      : workspace.restore(backup.annotations)
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
    const { elsewhere = [] } = this.#beginning
    return [this.workspace.annotated, ...elsewhere].flatMap(({ open, annotations }) => {
      const found = findIn(open.searchText, annotations, query)
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

  async passNotices(documentId: string, told: readonly FileNotice[]): Promise<void> {
    this.#opened(documentId)
    this.told = told
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

  #opened(documentId: string): InMemoryWorkspace {
    if (documentId !== this.workspace.id) throw new Error(`${documentId} is not open`)
    return this.workspace
  }
}
