import path from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import type { ImportPreview } from '../../core/exchange/import/verdict'
import type { Messages } from '../../core/messages/en'
import type { RememberedFolder } from '../window/dialogs'
import type { Importer } from './importer'

/** Files that hold annotations: ours, and those of Readium's programs. */
const extensions = ['json', 'jsonld', 'annotation']

/** Asks for a file and shows what importing it would do. */
export async function previewByDialog(
  importer: Importer,
  { import: wording }: Messages,
  window: BrowserWindow | undefined,
  folder: RememberedFolder,
): Promise<ImportPreview> {
  const { last } = folder
  const options = {
    title: wording.choose,
    ...(last === undefined ? {} : { defaultPath: last }),
    properties: ['openFile' as const],
    filters: [
      { name: 'JSON', extensions },
      { name: '*', extensions: ['*'] },
    ],
  }
  const chosen = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options))
  const [file] = chosen.filePaths
  if (chosen.canceled || file === undefined) return { kind: 'cancelled' }
  folder.remember(path.dirname(file))
  return importer.preview(file)
}
