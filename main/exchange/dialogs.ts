import path from 'node:path'
import type { BrowserWindow } from 'electron'
import { type ExportRequest, extensions } from '../../core/app/export-request'
import type { ImportPreview } from '../../core/app/import-report'
import type { ExportOutcome } from '../../core/contract/contract'
import { scriptsOf } from '../../core/exchange/export/document-builder'
import type { ExportSource } from '../../core/exchange/export/model'
import type { Messages } from '../../core/messages/en'
import { titleWith } from '../library/disambiguate'
import { askWhereToSave, askWhichFile, type RememberedFolder, showMessage } from '../window/dialogs'
import { type ExportTools, exportToFile } from './export'
import type { Importer } from './import'
import type { Jobs } from './jobs'
import { templateExtension } from './templates'

/** Where exchanging is asked for from. */
interface ExchangeSurroundings {
  readonly window: BrowserWindow | undefined
  readonly folder: RememberedFolder
  readonly jobs: Jobs
}

/** Asks where the file is to go, and writes it there. */
export async function exportByDialog(
  request: ExportRequest,
  source: ExportSource,
  tools: ExportTools,
  { window, folder, jobs }: ExchangeSurroundings,
): Promise<ExportOutcome> {
  const file = await askForFile(request, source, window, folder)
  if (file === undefined) return { kind: 'cancelled' }
  folder.remember(path.dirname(file))
  const outcome = await jobs.run('export', ({ signal }) =>
    exportToFile(request, file, source, tools, signal),
  )
  if (outcome === 'cancelled') return { kind: 'cancelled' }
  if (outcome.kind !== 'template') return outcome
  // The preview has said so already; this is for a template that changed since.
  const wording = source.messages.export
  const message = wording.notWritten(wording.templateProblem(outcome.name, outcome.problem))
  await showMessage(window, { type: 'error', message })
  return { kind: 'cancelled' }
}

async function askForFile(
  { format, template, script }: ExportRequest,
  { messages, documents }: ExportSource,
  window: BrowserWindow | undefined,
  { last }: RememberedFolder,
): Promise<string | undefined> {
  const wording = messages.export
  const [name, endings] =
    template === undefined
      ? [wording.formats[format], extensions[format].map((one) => one.split('.').at(-1) ?? one)]
      : [template, [templateExtension(template)]]
  const [{ open, disambiguator }, ...others] = documents
  const [form] = scriptsOf(script, open)
  // A time of the day, which no name of a file can hold with its colon.
  const apart = titleWith('', disambiguator?.replaceAll(':', '.'))
  const what =
    others.length === 0
      ? { title: open.titleIn(form), suffix: `${apart}－${wording.defaultName}` }
      : { title: wording.collection(documents.length) }
  const ending = (template === undefined ? extensions[format][0] : endings[0]) ?? ''
  return askWhereToSave(window, messages, {
    title: wording.title,
    folder: last,
    suggested: { ...what, ending },
    name,
    endings,
  })
}

/** Files that hold annotations: ours, and those of Readium's programs. */
const importExtensions = ['json', 'jsonld', 'annotation', 'annotations']

/**
 * Asks for a file and shows what importing it would do.
 *
 * @param documentId the document that is open
 */
export async function previewByDialog(
  importer: Importer,
  documentId: string,
  { import: wording }: Messages,
  { window, folder, jobs }: ExchangeSurroundings,
): Promise<ImportPreview> {
  const filters = [
    { name: wording.files, extensions: importExtensions },
    { name: '*', extensions: ['*'] },
  ]
  const file = await askWhichFile(window, { title: wording.choose, filters }, folder)
  if (file === undefined) return { kind: 'cancelled' }
  const preview = await jobs.run('import', (context) => importer.preview(file, documentId, context))
  return preview === 'cancelled' ? { kind: 'cancelled' } : preview
}
