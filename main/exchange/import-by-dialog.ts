import { type BrowserWindow, dialog } from 'electron'
import type { ImportPreview } from '../../core/exchange/import/verdict'
import type { Messages } from '../../core/messages/en'
import type { Importer } from './importer'

/** Files that hold annotations: ours, and those of Readium's programs. */
const extensions = ['json', 'jsonld', 'annotation']

/** Asks for a file and shows what importing it would do. */
export async function previewByDialog(
  importer: Importer,
  { import: wording }: Messages,
  window: BrowserWindow | undefined,
): Promise<ImportPreview> {
  const options = {
    title: wording.choose,
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
  return chosen.canceled || file === undefined ? { kind: 'cancelled' } : importer.preview(file)
}
