import path from 'node:path'
import type { BrowserWindow } from 'electron'
import type { EditionOutcome } from '../../core/contract/contract'
import { askWhereToSave, type RememberedFolder, showMessage } from '../window/dialogs'
import { type EditionMaterial, writeEdition } from './write-edition'

/** Asks where the edition is to go, and writes it there; says so where that fails. */
export async function exportEditionByDialog(
  material: EditionMaterial,
  window: BrowserWindow | undefined,
  folder: RememberedFolder,
): Promise<EditionOutcome> {
  const { messages, open } = material
  const { tei } = messages.edition
  const file = await askWhereToSave(window, messages, {
    title: tei.title,
    folder: folder.last,
    suggested: { title: open.document.title, ending: 'tei.xml' },
    name: tei.format,
    endings: ['xml'],
  })
  if (file === undefined) return { kind: 'cancelled' }
  folder.remember(path.dirname(file))
  const outcome = await writeEdition(file, material)
  if (outcome.kind === 'failed') {
    const message = messages.export.failed(file, messages.problems[outcome.problem])
    await showMessage(window, { type: 'error', message })
  }
  return outcome
}
