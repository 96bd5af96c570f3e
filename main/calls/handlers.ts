import { type BrowserWindow, clipboard, dialog, shell } from 'electron'
import type { SettingsPatch, UiLanguage } from '../../core/app/settings'
import type { StoreNotice } from '../../core/app/store-notice'
import type { Publication } from '../../core/apparatus/publication'
import type { Messages } from '../../core/messages/en'
import type { AnnotationService } from '../annotations/annotation-service'
import type { ErrorLog } from '../errors/error-log'
import { exportByDialog } from '../exchange/export-by-dialog'
import { previewByDialog } from '../exchange/import-by-dialog'
import type { Importer } from '../exchange/importer'
import { previewExport } from '../exchange/preview-export'
import { hiddenWindowPrinter } from '../exchange/print-pdf'
import { TemplateFolder } from '../exchange/templates'
import type { AnnotationStore } from '../store/annotation-store'
import type { DraftStore } from '../store/draft-store'
import type { SettingsStore } from '../store/settings-store'
import type { Handlers } from './register'

/** What the calls are carried out with. */
export interface HandlerParts {
  readonly publication: Publication
  readonly annotations: AnnotationStore
  readonly settings: SettingsStore
  readonly drafts: DraftStore
  readonly notices: readonly StoreNotice[]
  readonly service: AnnotationService
  readonly importer: Importer
  readonly linkedId: string | null
  readonly messages: () => Messages
  readonly systemLanguage: UiLanguage
  readonly version: string
  /** Absolute path of the folder with the reader's files. */
  readonly dataFolder: string
  readonly errors: ErrorLog
  readonly window: () => BrowserWindow | undefined
  readonly onSettings: (patch: SettingsPatch) => void
}

/** What main does for each call of the contract. */
export function handlersFor(parts: HandlerParts): Handlers {
  const { annotations, settings, drafts, service } = parts
  const templates = new TemplateFolder(parts.dataFolder)
  const { importer } = parts
  const exportMaterial = () => ({
    publication: parts.publication,
    annotations: [...annotations.annotations.values()],
    settings: settings.read(),
    messages: parts.messages(),
    appVersion: parts.version,
    pdf: hiddenWindowPrinter,
    templates,
  })
  let lastExport: string | undefined
  return {
    open: async () => ({
      ...parts.publication,
      renditions: [...parts.publication.renditions],
      annotations: [...annotations.annotations.values()],
      history: service.history,
      drafts: [...drafts.read()],
      settings: settings.read(),
      store: annotations.status,
      notices: [...parts.notices],
      linkedId: parts.linkedId,
      app: {
        version: parts.version,
        systemLanguage: parts.systemLanguage,
        platform: platform(),
      },
    }),
    change: (command) => service.change(command),
    undo: () => service.undo(),
    redo: () => service.redo(),
    saveSettings: async (patch) => {
      settings.patch(patch)
      parts.onSettings(patch)
    },
    saveDraft: (draft) => drafts.put(draft),
    dropDraft: (target) => drafts.remove(target),
    exportNotes: async (request) => {
      const outcome = await exportByDialog(request, exportMaterial(), parts.window())
      if (outcome.kind === 'written') lastExport = outcome.file
      return outcome
    },
    copyText: async (text) => clipboard.writeText(text),
    openLink: (url) => openLink(parts, url),
    listBackups: () => annotations.generations(),
    restoreBackup: (name) => service.restore(name),
    reportError: (report) => parts.errors.write(report),
    showInFolder: async (what) => {
      if (what === 'data') await shell.openPath(parts.dataFolder)
      else if (what === 'templates') {
        await templates.prepare()
        await shell.openPath(templates.folder)
      } else if (lastExport !== undefined) shell.showItemInFolder(lastExport)
    },
    previewExport: (request) => previewExport(request, exportMaterial()),
    exportTemplates: () => templates.list(),
    previewImport: () => previewByDialog(importer, parts.messages(), parts.window()),
    confirmImport: (token) => importer.confirm(token),
  }
}

const platform = () =>
  process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'

/** Only addresses that a browser or a mail program opens leave the app, and only if the reader agrees. */
async function openLink(parts: HandlerParts, url: string): Promise<boolean> {
  const window = parts.window()
  if (window === undefined || !isOutside(url)) return false
  // As a browser spells it, and thus without what would make a line break or turn it round.
  const { href } = new URL(url)
  const { link } = parts.messages()
  const choices = { cancel: 0, open: 1 }
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: link.title,
    detail: href,
    buttons: [link.cancel, link.open],
    defaultId: choices.cancel,
    cancelId: choices.cancel,
  })
  if (response !== choices.open) return false
  await shell.openExternal(href)
  return true
}

const isOutside = (url: string) =>
  URL.canParse(url) && ['https:', 'http:', 'mailto:'].includes(new URL(url).protocol)
