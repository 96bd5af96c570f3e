import { randomUUID } from 'node:crypto'
import { OutsideText } from '../../../core/anchor/quote'
import type { Annotation } from '../../../core/annotation/annotation'
import { carryAnnotations } from '../../../core/annotation/carry'
import {
  type AnnotationMap,
  applyChangeSet,
  type ChangeSet,
  invert,
} from '../../../core/annotation/change-set'
import type { Command } from '../../../core/annotation/command'
import { difference } from '../../../core/annotation/difference'
import type { Draft, DraftTarget } from '../../../core/annotation/draft'
import { execute, TooLongToMark, UnknownAnnotation } from '../../../core/annotation/execute'
import {
  emptyHistory,
  type History,
  recorded,
  withoutInterfering,
} from '../../../core/annotation/history'
import type { ContextTarget } from '../../../core/app/context-target'
import type { ListedDocument } from '../../../core/app/document-entry'
import type { ErrorReport } from '../../../core/app/error-report'
import type { ExportPreview, ExportRequest } from '../../../core/app/export-request'
import type { Generation } from '../../../core/app/generation'
import { type DocumentFindings, findIn } from '../../../core/app/library-findings'
import type { PrintOutcome, PrintRequest } from '../../../core/app/print-request'
import { readSettings } from '../../../core/app/schema'
import type { Settings, SettingsPatch, UiLanguage, ViewState } from '../../../core/app/settings'
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
  HistoryView,
  RestoreOutcome,
  WorkspaceOpening,
} from '../../../core/contract/contract'
import type { SavedFile, SaveOutcome } from '../../../core/contract/saved-file'
import { type CitationData, citationDataOf, citedAs } from '../../../core/document/citation-data'
import type { AnnotatedDocument } from '../../../core/exchange/export/model'
import { type ExportSource } from '../../../core/exchange/export/model'
import type { Encoding } from '../../../core/formats/encodings'
import { lookAt } from '../../../core/formats/look'
import { messagesIn } from '../../../core/messages/language'
import { OpenDocument } from '../../../core/publication/open-document'
import {
  type CorrectionChange,
  carryOver,
  changedEdition,
  changeFor,
  type EditionChange,
  type EditionCommand,
  invertEdition,
  isCorrection,
  placedCorrections,
  type ReaderEdition,
  untouched,
} from '../../../core/repair/reader-edition'
import type { ConvertedTag } from '../../../core/script/conversion-forms'
import { explainConversion } from '../../../core/script/explain-conversion'
import { codePoints } from '../../../core/text/code-points'
import { type TextRange, textRange } from '../../../core/text/range'
import { type ExportTools, exportToCopy, previewExport } from '../../../main/exchange/export'
import { Importer } from '../../../main/exchange/import'
import { figureList } from '../../unit/support/figures'
import { importLibrary } from '../../unit/support/import-library'
import { publication } from '../../unit/support/report'
import type { OpenedFile } from './opened-document'

/** The report as the app gives it to its page. */
export const report = new OpenDocument({ ...publication, figures: figureList })

const listedReport: ListedDocument = {
  id: report.id,
  title: report.document.title,
  author: report.document.data.source.author ?? null,
  format: null,
  addedAt: null,
  forms: [...report.renditions.keys()],
  isBundled: true,
  readAt: null,
  progress: 0,
  counts: { marks: 0, notes: 0 },
}

/** How the app stands when the page opens; what is left out is as at a first start. */
export interface Beginning {
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
  /** The document that is open, where it is one that the reader opened and not the report. */
  readonly opened?: OpenedFile
  /** Earlier states of the notes. */
  readonly backups?: readonly (Generation & { readonly annotations: readonly Annotation[] })[]
}

/**
 * The main process as the page knows it, in memory: it carries out what it is asked with core's own
 * code, keeps nothing on disk and shows no dialog. What the real one would ask the reader, a test
 * answers beforehand; what it would do to the machine, a test finds written down here.
 */
export class InMemoryMain implements Calls {
  open: OpenDocument
  annotations: AnnotationMap
  history: History = emptyHistory
  revision = 0
  edition: ReaderEdition = untouched
  /** What repairs changed, by when they were made. */
  readonly #edits = new Map<string, EditionChange>()
  drafts: readonly Draft[]
  settings: Settings
  store: StoreStatus
  /** What was copied last, as words and as a picture. */
  clipboard = ''
  clipboardHtml = ''
  picture: Uint8Array | undefined
  /** The addresses that were to be opened outside, and whether the reader agrees to that. */
  readonly links: string[] = []
  agreesToLinks = true
  /** The exports asked for, and how each is to end; written, unless a test says otherwise. */
  readonly exports: ExportRequest[] = []
  exportOutcome: ExportOutcome | undefined
  /** What was to be printed, and how that is to end. */
  readonly prints: PrintRequest[] = []
  printOutcome: PrintOutcome = { kind: 'printed' }
  /** The files that the page made and had saved, and how each is to end. */
  readonly saved: SavedFile[] = []
  saveOutcome: SaveOutcome | undefined
  editionOutcome: EditionOutcome = { kind: 'written', file: '/home/reader/edition.tei.xml' }
  /** The library's list, and those of it that were removed. */
  documents: readonly ListedDocument[]
  readonly removed = new Set<string>()
  noticesPassed = 0
  /** What documents were to be cited as. */
  readonly citations: { readonly documentId: string; readonly citation: CitationData | null }[] = []
  /** The encodings that the document's file was to be read in. */
  readonly readAs: Encoding[] = []
  isFullScreen = false
  /** How often a file was to be chosen and opened as a document. */
  openedDocuments = 0
  /** The notes that were imported into documents that are not open, by the document. */
  readonly importedElsewhere = new Map<string, AnnotationMap>()
  /** The file chosen in the dialog of an import: an absolute path. */
  importedFile: string | undefined
  /** The jobs that the reader had stopped. */
  readonly cancelledJobs: string[] = []
  readonly shownFolders: string[] = []
  /** What context menus were asked for, and the names of the files that were dropped. */
  readonly contextMenus: ContextTarget[] = []
  readonly dropped: string[] = []
  readonly errors: ErrorReport[] = []
  readonly #beginning: Beginning
  #importer: Importer | undefined
  /** What happened before the page listens. */
  #waiting: AppEvent[] | undefined = []

  /** @param send takes an event to the page */
  constructor(
    beginning: Beginning,
    private readonly send: (event: AppEvent) => void,
  ) {
    this.#beginning = beginning
    this.open =
      beginning.open ??
      (beginning.opened ? new OpenDocument(beginning.opened.publication()) : report)
    this.annotations = byId(beginning.annotations ?? [])
    this.drafts = beginning.drafts ?? []
    this.settings = readSettings(beginning.settings ?? {})
    this.store = beginning.store ?? { state: 'saved' }
    this.documents = beginning.documents ?? [listedReport]
  }

  get documentId(): string {
    return this.open.id
  }

  get historyView(): HistoryView {
    const { done, undone } = this.history
    return { undo: done.at(-1)?.gesture ?? null, redo: undone.at(-1)?.gesture ?? null }
  }

  /** Tells the page something unasked. */
  tell(event: AppEvent): void {
    if (this.#waiting === undefined) this.send(event)
    else this.#waiting.push(event)
  }

  /** Another program changes the notes, which is no gesture of the reader's. */
  changeOutside(set: ChangeSet): void {
    this.#apply(set, withoutInterfering(this.history, set))
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
      showing: { documentId: this.documentId, annotationId: null },
    }
  }

  async openWorkspace(documentId: string): Promise<WorkspaceOpening> {
    this.#opened(documentId)
    return {
      publication: this.open.publication,
      annotations: [...this.annotations.values()],
      history: this.historyView,
      drafts: this.drafts,
      revision: this.revision,
      store: this.store,
      notices: this.#beginning.notices ?? [],
    }
  }

  async change(documentId: string, command: Command): Promise<ChangeOutcome> {
    this.#opened(documentId)
    return this.#attempt(() => {
      const set = execute(command, {
        annotations: this.annotations,
        document: this.open.document,
        now: new Date().toISOString(),
        newId: randomUUID,
      })
      return set.changes.length === 0 ? undefined : this.#commit(set)
    })
  }

  async edit(documentId: string, command: EditionCommand): Promise<ChangeOutcome> {
    this.#opened(documentId)
    return this.#attempt(() => {
      const change = changeFor(command, {
        edition: this.edition,
        proposals: this.#beginning.opened?.proposals ?? [],
        document: this.open.document,
      })
      if (change === undefined) return undefined
      if (isCorrection(change)) {
        const set = { gesture: 'correct', at: new Date().toISOString(), changes: [] } as const
        this.#edits.set(set.at, change)
        this.history = recorded(this.history, set)
        return this.#correct(change, set)
      }
      const set = this.#exchange(change)
      this.#edits.set(set.at, change)
      this.history = recorded(this.history, set)
      return set
    })
  }

  async explainReadings(documentId: string, tag: ConvertedTag, { start, end }: TextRange) {
    this.#opened(documentId)
    const { document } = this.open
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

  async undo(documentId: string): Promise<ChangeOutcome> {
    this.#opened(documentId)
    return this.#attempt(() => {
      const { done, undone } = this.history
      const last = done.at(-1)
      if (last === undefined) return undefined
      const edit = this.#edits.get(last.at)
      if (edit !== undefined) {
        this.history = { done: done.slice(0, -1), undone: [...undone, last] }
        const back = invertEdition(edit)
        return isCorrection(back) ? this.#correct(back, last) : this.#exchange(back)
      }
      return this.#apply(invert(last), { done: done.slice(0, -1), undone: [...undone, last] })
    })
  }

  async redo(documentId: string): Promise<ChangeOutcome> {
    this.#opened(documentId)
    return this.#attempt(() => {
      const { done, undone } = this.history
      const last = undone.at(-1)
      if (last === undefined) return undefined
      const history = { done: [...done, last], undone: undone.slice(0, -1) }
      const edit = this.#edits.get(last.at)
      if (edit !== undefined && isCorrection(edit)) {
        this.history = history
        return this.#correct(edit, last)
      }
      return this.#apply(last, history)
    })
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
    this.#opened(documentId)
    this.drafts = [...this.#draftsWithout(draft.target), draft]
  }

  async dropDraft(documentId: string, target: DraftTarget): Promise<void> {
    this.#opened(documentId)
    this.drafts = this.#draftsWithout(target)
  }

  async exportNotes(documentIds: DocumentIds, request: ExportRequest): Promise<ExportOutcome> {
    this.exports.push(request)
    if (this.exportOutcome !== undefined) return this.exportOutcome
    const preview = await this.previewExport(documentIds, request)
    if (preview.kind !== 'preview') return { kind: 'nothing-to-export' }
    return {
      kind: 'written',
      file: '/home/reader/notes',
      count: preview.count,
      notes: preview.notes,
      unreadable: [],
    }
  }

  async print(documentId: string, request: PrintRequest): Promise<PrintOutcome> {
    this.#opened(documentId)
    this.prints.push(request)
    return this.printOutcome
  }

  async copyNotes(documentIds: DocumentIds, request: ExportRequest): Promise<CopyOutcome> {
    const source = this.#sourceOf(documentIds)
    if (source === undefined) return { kind: 'nothing-to-export' }
    const made = await exportToCopy(request, source, this.#exportTools)
    if (made.kind !== 'content') return made
    this.clipboard = made.text
    this.clipboardHtml = made.html ?? ''
    return { kind: 'copied', count: made.count, notes: made.notes, unreadable: [] }
  }

  async previewExport(documentIds: DocumentIds, request: ExportRequest): Promise<ExportPreview> {
    const source = this.#sourceOf(documentIds)
    if (source === undefined) return { kind: 'nothing-to-export' }
    return previewExport(request, source, this.#exportTools)
  }

  get #exportTools(): ExportTools {
    const unused = () => Promise.reject(new Error('Nothing is printed'))
    return {
      pdf: { fontFaces: unused, print: unused },
      templates: {
        read: async (name) => this.#beginning.templates?.[name] ?? { kind: 'gone' },
      },
    }
  }

  /** The documents asked for, with their notes; nothing where none of them is there. */
  #sourceOf(documentIds: DocumentIds): ExportSource | undefined {
    const shown = { open: this.open, annotations: [...this.annotations.values()] }
    const { elsewhere = [] } = this.#beginning
    const [first, ...others] = documentIds
      .map((id) => [shown, ...elsewhere].find(({ open }) => open.id === id))
      .filter((document) => document !== undefined)
    if (first === undefined) return undefined
    const { language, colorNames } = this.settings
    const system = this.#beginning.language ?? 'en'
    return {
      documents: [first, ...others],
      messages: messagesIn[language === 'system' ? system : language],
      colorNames,
      appVersion: '0.0.0',
      now: new Date().toISOString(),
    }
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
    const { elsewhere = [] } = this.#beginning
    this.#importer = new Importer({
      ...importLibrary(
        () => [this.open, ...elsewhere.map(({ open }) => open)],
        (id) =>
          id === this.documentId ? this.annotations : (this.importedElsewhere.get(id) ?? new Map()),
      ),
      take: async (id, set) => {
        if (id === this.documentId) return this.#attempt(() => this.#commit(set))
        this.importedElsewhere.set(id, applyChangeSet(new Map(), set))
        return { done: true, changed: [] }
      },
    })
    return this.#importer.preview(this.importedFile, documentId)
  }

  async confirmImport(token: string) {
    return this.#importer?.confirm(token) ?? ({ kind: 'gone' } as const)
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
    this.#opened(documentId)
    const backup = this.#beginning.backups?.find((one) => one.name === name)
    if (backup === undefined) return { kind: 'failed', reason: 'missing' }
    const changes = difference(this.annotations, byId(backup.annotations))
    if (changes.length === 0) return { kind: 'same' }
    this.#commit({ gesture: 'restore', at: new Date().toISOString(), changes })
    return { kind: 'restored' }
  }

  async toggleFullScreen(): Promise<void> {
    this.isFullScreen = !this.isFullScreen
  }

  async openDocument(): Promise<void> {
    this.openedDocuments++
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
    const shown = { open: this.open, annotations: [...this.annotations.values()] }
    return [shown, ...elsewhere].flatMap(({ open: { document, searchText }, annotations }) => {
      return findIn({ document, text: searchText }, annotations, query) ?? []
    })
  }

  async citationOf(documentId: string): Promise<CitationData | null> {
    if (documentId === report.id) return null
    const { document } = this.open
    return citationDataOf(document.data, document.title)
  }

  async saveCitation(documentId: string, citation: CitationData | null): Promise<void> {
    this.citations.push({ documentId, citation })
    if (citation === null || documentId !== this.documentId) return
    const { publication: former } = this.open
    const { file } = former
    this.open = new OpenDocument({
      ...former,
      document: citedAs(former.document, citation),
      ...(file && { file: { ...file, isAskedForCitation: true } }),
    })
  }

  async passNotices(documentId: string): Promise<void> {
    this.#opened(documentId)
    this.noticesPassed++
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

  async copyText(text: string): Promise<void> {
    this.clipboard = text
    this.clipboardHtml = ''
  }

  async copyPassage(text: string, html: string): Promise<void> {
    this.clipboard = text
    this.clipboardHtml = html
  }

  async copyImage(png: Uint8Array): Promise<void> {
    this.picture = png
  }

  async saveFile(file: SavedFile): Promise<SaveOutcome> {
    this.saved.push(file)
    return this.saveOutcome ?? { kind: 'saved', file: `/home/reader/${file.name}.${file.format}` }
  }

  async openLink(url: string): Promise<boolean> {
    this.links.push(url)
    return this.agreesToLinks
  }

  async showInFolder(what: 'export' | 'data' | 'templates'): Promise<void> {
    this.shownFolders.push(what)
  }

  async showContextMenu(target: ContextTarget): Promise<void> {
    this.contextMenus.push(target)
  }

  async openDropped(file: string): Promise<void> {
    this.dropped.push(file)
  }

  async reportError(report: ErrorReport): Promise<void> {
    this.errors.push(report)
  }

  #opened(documentId: string): void {
    if (documentId !== this.documentId) throw new Error(`${documentId} is not open`)
  }

  #attempt(change: () => ChangeSet | undefined): ChangeOutcome {
    if (this.store.state === 'read-only') return { done: false, reason: 'read-only' }
    try {
      const set = change()
      if (set === undefined) return { done: false, reason: 'nothing-to-do' }
      const changed = set.changes.map((one) =>
        one.kind === 'delete' ? one.before.id : one.after.id,
      )
      return { done: true, changed }
    } catch (error) {
      if (error instanceof UnknownAnnotation) return { done: false, reason: 'gone' }
      if (error instanceof OutsideText) return { done: false, reason: 'outside-text' }
      if (error instanceof TooLongToMark) return { done: false, reason: 'too-long' }
      throw error
    }
  }

  /** Exchanges the document for the one with other repairs; the notes go along. */
  #exchange(change: EditionChange): ChangeSet {
    const { opened } = this.#beginning
    if (opened === undefined) throw new Error('The report has no repairs')
    const before = this.edition
    this.edition = changedEdition(before, change)
    const former = this.open.document
    this.open = new OpenDocument(opened.publication(this.edition))
    const carry = carryOver(before, this.edition)
    const changes = carryAnnotations(this.annotations, former, this.open.document, carry)
    const set = { gesture: 'repair', at: new Date().toISOString(), changes } as const
    this.annotations = applyChangeSet(this.annotations, set)
    this.revision++
    this.tell({ kind: 'edited', documentId: this.documentId })
    return set
  }

  #correct(change: CorrectionChange, set: ChangeSet): ChangeSet {
    this.edition = changedEdition(this.edition, change)
    const corrections = placedCorrections(this.edition)
    this.open.correct(corrections)
    const { documentId, historyView: history } = this
    this.tell({ kind: 'corrected', documentId, corrections, history })
    return set
  }

  #commit(set: ChangeSet): ChangeSet {
    return this.#apply(set, recorded(this.history, set))
  }

  #apply(set: ChangeSet, history: History): ChangeSet {
    this.annotations = applyChangeSet(this.annotations, set)
    this.history = history
    this.revision++
    const { documentId, revision } = this
    this.tell({ kind: 'changed', documentId, revision, set, history: this.historyView })
    return set
  }

  #draftsWithout(target: DraftTarget): readonly Draft[] {
    const gone = JSON.stringify(withoutStyle(target))
    return this.drafts.filter((draft) => JSON.stringify(withoutStyle(draft.target)) !== gone)
  }
}

const byId = (annotations: readonly Annotation[]): AnnotationMap =>
  new Map(annotations.map((annotation) => [annotation.id, annotation]))

/** A passage is the same whatever style its mark is to have, and in whatever form it was seen. */
const withoutStyle = (target: DraftTarget): unknown =>
  target.kind === 'annotation'
    ? target.id
    : [target.documentId, target.documentDigest, target.range.start, target.range.end]
