import { type BrowserWindow, ClipboardItem, clipboard, shell } from 'electron'
import type { ContextTarget, WindowPoint } from '../core/app/context-target'
import { documentEndings } from '../core/app/document-entry'
import { previewLimits } from '../core/app/export-request'
import type { AppEvent, Calls, ChangeOutcome } from '../core/contract/contract'
import type { CitationData } from '../core/document/citation-data'
import type { ExportSource } from '../core/exchange/export/model'
import type { Messages } from '../core/messages/en'
import { type DocumentCallContext, documentCalls } from './document-calls'
import type { DocumentOpener } from './document-opener'
import type { ErrorLog } from './errors/error-log'
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
import { absentDocuments } from './library/absent-documents'
import type { Library } from './library/library'
import type { ReaderLibrary } from './reader-library'
import type { SettingsStore } from './store/settings-store'
import { askWhichFile, confirm, rememberedFolder, showFolder } from './window/dialogs'

/** What the calls are carried out with: the parts of the running app, as they are at that moment. */
interface CallContext extends DocumentCallContext {
  readonly settings: SettingsStore
  readonly errors: ErrorLog
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
  readonly library: Library
  readonly readerLibrary: ReaderLibrary
  readonly opener: DocumentOpener
  /** Has a document cited otherwise, as a gesture in it. */
  readonly cite: (documentId: string, citation: CitationData) => Promise<ChangeOutcome>
  /** Told when the list of documents is another. */
  readonly onListed: () => void
  readonly start: Calls['start']
  readonly showContextMenu: (target: ContextTarget, at: WindowPoint) => void
  readonly saveSettings: (patch: Parameters<Calls['saveSettings']>[0]) => void
}

/** What main does for each call of the contract. */
export function callsOf(context: CallContext): Calls {
  const { settings, workspace, library, readerLibrary, opener } = context
  const templates = new TemplateFolder(context.dataFolder)
  const worker = new ExportWorker(context.dist)
  const exportTools = { pdf: hiddenWindowPrinter, templates, worker }
  const jobs = new Jobs((job) => context.tell({ kind: 'job', job }))
  const around = () => ({ window: context.window(), folder: rememberedFolder(settings), jobs })
  const sourceOf = (documents: ExportSource['documents']): ExportSource => ({
    documents,
    messages: context.messages(),
    colorNames: settings.read().colorNames,
    appVersion: context.version,
    now: new Date().toISOString(),
  })
  const titlesOf = (ids: readonly string[]) => ids.map((id) => readerLibrary.titleOf(id))
  const nothingOf = (unreadable: readonly string[]) =>
    ({ kind: 'nothing-to-export', unreadable: titlesOf(unreadable) }) as const
  let lastExport: string | undefined
  return {
    start: context.start,
    ...documentCalls(context),
    saveSettings: async (patch) => context.saveSettings(patch),
    exportNotes: async (documentIds, request) => {
      const { documents, unreadable } = await gatherNotes(documentIds, request, context.shelf)
      const [first, ...others] = documents
      if (first === undefined) return nothingOf(unreadable)
      const source = sourceOf([first, ...others])
      const outcome = await exportByDialog(request, source, exportTools, around())
      if (outcome.kind !== 'written') return outcome
      lastExport = outcome.file
      return { ...outcome, unreadable: titlesOf(unreadable) }
    },
    copyNotes: async (documentIds, request) => {
      const { documents, unreadable } = await gatherNotes(documentIds, request, context.shelf)
      const [first, ...others] = documents
      if (first === undefined) return nothingOf(unreadable)
      const made = await exportToCopy(request, sourceOf([first, ...others]), exportTools)
      if (made.kind !== 'content') return made
      const { text, html, count, notes } = made
      if (html === undefined) await clipboard.writeText(text)
      else await copyPassage(text, html)
      return {
        kind: 'copied',
        count,
        notes,
        unreadable: titlesOf(unreadable),
      }
    },
    exportEdition: async (documentId) =>
      exportEditionByDialog(
        {
          open: await (await context.shown(documentId)).whole(),
          messages: context.messages(),
          appVersion: context.version,
        },
        context.window(),
        rememberedFolder(settings),
      ),
    print: async (documentId, request) => {
      const printed = await workspace(documentId)
      const pictures = await context.shelf.picturesOf(documentId)
      const open = await printed.shown.whole()
      const document = { open, annotations: [...printed.annotations.values()], pictures }
      return printDocument(request, sourceOf([document]))
    },
    previewExport: async (documentIds, request) => {
      const { shelf } = context
      const { documents, counts } = await gatherNotes(
        documentIds,
        request,
        shelf,
        previewLimits.notes,
      )
      const [first, ...others] = documents
      if (first === undefined) return { kind: 'nothing-to-export' }
      return previewExport(request, sourceOf([first, ...others]), exportTools, counts)
    },
    exportTemplates: () => templates.list(),
    previewImport: (documentId) =>
      previewByDialog(context.importer, documentId, context.messages(), around()),
    cancelJob: async (id) => jobs.cancel(id),
    confirmImport: async (token) => context.importer.confirm(token),
    copyText: async (text) => clipboard.writeText(text),
    copyPassage: (text, html) => copyPassage(text, html),
    copyImage: (png) => copyImage(png),
    saveFile: async (file) => {
      const outcome = await saveByDialog(
        file,
        context.messages(),
        context.window(),
        rememberedFolder(settings),
      )
      if (outcome.kind === 'saved') lastExport = outcome.file
      return outcome
    },
    openLink: (url) => openLink(url, context.messages(), context.window()),
    showInFolder: async (what) => {
      const show = (folder: string) => showFolder(folder, context.messages(), context.window())
      if (what === 'data') await show(context.dataFolder)
      else if (what === 'templates') {
        await templates.prepare()
        await show(templates.folder)
      } else if (lastExport !== undefined) shell.showItemInFolder(lastExport)
    },
    reportError: (report) => context.errors.write(report),
    showContextMenu: async (target, at) => context.showContextMenu(target, at),
    toggleFullScreen: async () => {
      const window = context.window()
      window?.setFullScreen(!window.isFullScreen())
    },
    openDropped: (file) => opener.open(file),
    openDocument: async () => {
      const file = await askWhichDocument(context)
      if (file !== undefined) await opener.open(file)
    },
    listDocuments: () => readerLibrary.list(),
    listAbsent: () => absentDocuments(library.catalog),
    removeDocument: async (documentId) => {
      await library.catalog.remove(documentId)
      context.onListed()
    },
    restoreDocument: async (documentId) => {
      await library.catalog.restore(documentId)
      context.onListed()
    },
    searchDocuments: (query) => readerLibrary.find(query),
    citationOf: async (documentId) => (await library.citationOf(documentId)) ?? null,
    saveCitation: async (documentId, citation) => {
      if (citation === null) {
        await library.leaveCitationOpen(documentId)
        return { done: false, reason: 'nothing-to-do' }
      }
      const outcome = await context.cite(documentId, citation)
      context.onListed()
      return outcome
    },
    passNotices: (documentId, told) => library.passNotices(documentId, told),
    lookAtEncoding: async (documentId, encoding) =>
      (await library.lookAt(documentId, encoding ?? undefined)) ?? null,
    readInEncoding: (documentId, encoding) => opener.readAgain(documentId, encoding),
  }
}

function askWhichDocument({ messages, window, settings }: CallContext) {
  const { library } = messages()
  const filters = [
    { name: library.files, extensions: documentEndings },
    { name: library.allFiles, extensions: ['*'] },
  ]
  return askWhichFile(window(), { title: library.choose, filters }, rememberedFolder(settings))
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

/** Only addresses that a browser or a mail program opens leave the app, and only if the reader agrees. */
async function openLink(
  url: string,
  { link }: Messages,
  window: BrowserWindow | undefined,
): Promise<boolean> {
  if (window === undefined || !isOutside(url)) return false
  // As a browser spells it, and thus without what would make a line break or turn it round.
  const { href } = new URL(url)
  const agreed = await confirm(window, {
    type: 'question',
    message: link.title,
    detail: href,
    yes: link.open,
    no: link.cancel,
  })
  if (!agreed) return false
  await shell.openExternal(href)
  return true
}

const isOutside = (url: string) =>
  URL.canParse(url) && ['https:', 'http:', 'mailto:'].includes(new URL(url).protocol)
