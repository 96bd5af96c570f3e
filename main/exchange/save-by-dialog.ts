import path from 'node:path'
import type { BrowserWindow } from 'electron'
import type { SavedFile, SaveOutcome } from '../../core/contract/saved-file'
import type { Messages } from '../../core/messages/en'
import { diskProblemOf } from '../disk/disk-problem'
import { writeWholeFile } from '../disk/write-file'
import { askWhereToSave, type RememberedFolder } from '../window/dialogs'

/** Asks where a file that the page made is to go, and writes it there, whole or not at all. */
export async function saveByDialog(
  { name, format, content }: SavedFile,
  messages: Messages,
  window: BrowserWindow | undefined,
  folder: RememberedFolder,
): Promise<SaveOutcome> {
  const file = await askWhereToSave(window, messages, {
    title: messages.figures.saveAs,
    folder: folder.last,
    suggested: { title: name, ending: format },
    // What systems call these formats is the same in every language.
    name: format.toUpperCase(),
    endings: [format],
  })
  if (file === undefined) return { kind: 'cancelled' }
  folder.remember(path.dirname(file))
  try {
    await writeWholeFile(file, content)
    return { kind: 'saved', file }
  } catch (error) {
    return { kind: 'failed', file, problem: diskProblemOf(error) }
  }
}
