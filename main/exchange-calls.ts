import { type BrowserWindow, ClipboardItem, clipboard, shell } from 'electron'
import { previewLimits } from '../core/app/export-request'
import type { AppEvent, Calls } from '../core/contract/contract'
import type { ExportSource } from '../core/exchange/export/model'
import type { Messages } from '../core/messages/en'
import type { DocumentCallContext } from './document-calls'
import { exportByDialog, previewByDialog } from './exchange/dialogs'
import { exportToCopy, previewExport } from './exchange/export'
import { exportEditionByDialog } from './exchange/export-edition'
import { gatherNotes, type NotesShelf } from './exchange/export-source'
import { ExportWorker } from './exchange/export-worker'
import type { Importer } from './exchange/import'
import { Jobs } from './exchange/jobs'
import { hiddenWindowPrinter } from './exchange/pdf'
import { printDocument } from './exchange/printing'
import { saveByDialog } from './exchange/save-by-dialog'
import { TemplateFolder } from './exchange/templates'
import type { ReaderLibrary } from './reader-library'
import type { SettingsStore } from './store/settings-store'
import { rememberedFolder, showFolder } from './window/dialogs'

/** What the calls are carried out with by which something leaves the app, or comes into it. */
export interface ExchangeCallContext extends Pick<DocumentCallContext, 'workspace' | 'shown'> {
  readonly settings: SettingsStore
  readonly version: string
  /** Absolute path of the folder with the reader's files. */
  readonly dataFolder: string
  /** Absolute path of the built app. */
  readonly dist: string
  readonly messages: () => Messages
  readonly tell: (event: AppEvent) => void
  readonly window: () => BrowserWindow | undefined
  readonly importer: Importer
  readonly shelf: NotesShelf
  readonly readerLibrary: ReaderLibrary
}

/** What the page asks to be written, printed, copied or read. */
type ExchangeCalls = Pick<
  Calls,
  | 'cancelJob'
  | 'confirmImport'
  | 'copyImage'
  | 'copyNotes'
  | 'copyPassage'
  | 'copyText'
  | 'exportEdition'
  | 'exportNotes'
  | 'exportTemplates'
  | 'previewExport'
  | 'previewImport'
  | 'print'
  | 'saveFile'
  | 'showInFolder'
>

/** What main does for the calls by which something leaves the app, or comes into it. */
export function exchangeCalls(context: ExchangeCallContext): ExchangeCalls {
  const { settings, shelf, importer, readerLibrary, messages, window } = context
  const templates = new TemplateFolder(context.dataFolder)
  const exportTools = {
    pdf: hiddenWindowPrinter,
    templates,
    worker: new ExportWorker(context.dist),
  }
  const jobs = new Jobs((job) => context.tell({ kind: 'job', job }))
  const around = () => ({ window: window(), folder: rememberedFolder(settings), jobs })
  const sourceOf = (documents: ExportSource['documents']): ExportSource => ({
    documents,
    messages: messages(),
    colorNames: settings.read().colorNames,
    appVersion: context.version,
    now: new Date().toISOString(),
  })
  const titlesOf = (ids: readonly string[]) => ids.map((id) => readerLibrary.titleOf(id))
  const nothingOf = (unreadable: readonly string[]) =>
    ({ kind: 'nothing-to-export', unreadable: titlesOf(unreadable) }) as const
  let lastExport: string | undefined
  return {
    exportNotes: async (documentIds, request) => {
      const { documents, unreadable } = await gatherNotes(documentIds, request, shelf)
      const [first, ...others] = documents
      if (first === undefined) return nothingOf(unreadable)
      const source = sourceOf([first, ...others])
      const outcome = await exportByDialog(request, source, exportTools, around())
      if (outcome.kind !== 'written') return outcome
      lastExport = outcome.file
      return { ...outcome, unreadable: titlesOf(unreadable) }
    },
    copyNotes: async (documentIds, request) => {
      const { documents, unreadable } = await gatherNotes(documentIds, request, shelf)
      const [first, ...others] = documents
      if (first === undefined) return nothingOf(unreadable)
      const made = await exportToCopy(request, sourceOf([first, ...others]), exportTools)
      if (made.kind !== 'content') return made
      const { text, html, count, notes } = made
      if (html === undefined) await clipboard.writeText(text)
      else await copyPassage(text, html)
      return { kind: 'copied', count, notes, unreadable: titlesOf(unreadable) }
    },
    previewExport: async (documentIds, request) => {
      const gathered = await gatherNotes(documentIds, request, shelf, previewLimits.annotations)
      const [first, ...others] = gathered.documents
      if (first === undefined) return { kind: 'nothing-to-export' }
      return previewExport(request, sourceOf([first, ...others]), exportTools, gathered.counts)
    },
    exportEdition: async (documentId) => {
      const open = await (await context.shown(documentId)).whole()
      const edition = { open, messages: messages(), appVersion: context.version }
      return exportEditionByDialog(edition, window(), rememberedFolder(settings))
    },
    print: async (documentId, request) => {
      const printed = await context.workspace(documentId)
      const pictures = await shelf.picturesOf(documentId)
      const open = await printed.shown.whole()
      const document = { open, annotations: [...printed.annotations.values()], pictures }
      return printDocument(request, sourceOf([document]))
    },
    exportTemplates: () => templates.list(),
    previewImport: (documentId) => previewByDialog(importer, documentId, messages(), around()),
    confirmImport: async (token) => importer.confirm(token),
    cancelJob: async (id) => jobs.cancel(id),
    copyText: async (text) => clipboard.writeText(text),
    copyPassage: (text, html) => copyPassage(text, html),
    copyImage: (png) => copyImage(png),
    saveFile: async (file) => {
      const outcome = await saveByDialog(file, messages(), window(), rememberedFolder(settings))
      if (outcome.kind === 'saved') lastExport = outcome.file
      return outcome
    },
    showInFolder: async (what) => {
      if (what === 'data') await showFolder(context.dataFolder, messages(), window())
      else if (what === 'templates') {
        await templates.prepare()
        await showFolder(templates.folder, messages(), window())
      } else if (lastExport !== undefined) shell.showItemInFolder(lastExport)
    },
  }
}

/** A picture, as programs that take pictures know it. */
async function copyImage(png: Uint8Array): Promise<void> {
  const picture = new Blob([new Uint8Array(png)], { type: 'image/png' })
  await clipboard.write([new ClipboardItem({ 'image/png': picture })])
}

async function copyPassage(text: string, html: string): Promise<void> {
  const item = new ClipboardItem({
    'text/plain': new Blob([text], { type: 'text/plain' }),
    'text/html': new Blob([html], { type: 'text/html' }),
  })
  await clipboard.write([item])
}
