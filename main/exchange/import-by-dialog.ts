import type { BrowserWindow } from 'electron'
import type { ImportPreview } from '../../core/exchange/import/verdict'
import type { Messages } from '../../core/messages/en'
import { askWhichFile, type RememberedFolder } from '../window/dialogs'
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
  const filters = [
    { name: 'JSON', extensions },
    { name: '*', extensions: ['*'] },
  ]
  const file = await askWhichFile(window, { title: wording.choose, filters }, folder)
  return file === undefined ? { kind: 'cancelled' } : importer.preview(file)
}
