import path from 'node:path'
import type { BrowserWindow } from 'electron'
import type { ExportOutcome } from '../../core/contract/contract'
import { extensions } from '../../core/exchange/export/format-file'
import type { ExportRequest } from '../../core/exchange/export/request'
import { askWhereToSave, type RememberedFolder, showMessage } from '../window/dialogs'
import { templateExtension } from './templates'
import { type ExportMaterial, writeExport } from './write-export'

/** Asks where the file is to go, and writes it there. */
export async function exportByDialog(
  request: ExportRequest,
  material: ExportMaterial,
  window: BrowserWindow | undefined,
  folder: RememberedFolder,
): Promise<ExportOutcome> {
  if ([...material.annotations].length === 0) return { kind: 'nothing-to-export' }
  const file = await askForFile(request, material, window, folder)
  if (file === undefined) return { kind: 'cancelled' }
  folder.remember(path.dirname(file))
  const outcome = await writeExport(request, file, material)
  if (outcome.kind !== 'template') return outcome
  // The preview has said so already; this is for a template that changed since.
  const wording = material.messages.export
  const message = wording.notWritten(wording.templateProblem(outcome.name, outcome.problem))
  await showMessage(window, { type: 'error', message })
  return { kind: 'cancelled' }
}

async function askForFile(
  { format, template }: ExportRequest,
  { messages, publication }: ExportMaterial,
  window: BrowserWindow | undefined,
  { last }: RememberedFolder,
): Promise<string | undefined> {
  const wording = messages.export
  const [name, endings] =
    template === undefined
      ? [wording.formats[format], extensions[format]]
      : [template, [templateExtension(template)]]
  const title = publication.document.blocks[0]?.text ?? ''
  const suggested = `${title}－${wording.defaultName}.${endings[0]}`
  return askWhereToSave(window, messages, {
    title: wording.title,
    defaultPath: last === undefined ? suggested : path.join(last, suggested),
    name,
    endings,
  })
}
