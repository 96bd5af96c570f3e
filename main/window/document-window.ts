import { app, type BrowserWindow } from 'electron'
import type { OpenRefusal } from '../../core/app/document-entry'
import type { Messages } from '../../core/messages/en'
import { confirm, showMessage } from './dialogs'

/** What the system shows of a window's document. */
export interface DocumentState {
  /** Absolute path of the document's own file; the bundled report has none. */
  readonly file: string | undefined
  /** Whether a change is held in memory only. */
  readonly isUnsaved: boolean
}

/** Shows in the title bar which file is read, and a dot while notes are not on disk; on macOS. */
export function showState(window: BrowserWindow, { file, isUnsaved }: DocumentState): void {
  window.setRepresentedFilename(file ?? '')
  window.setDocumentEdited(isUnsaved)
}

/** Lets the system list a document among those opened of late; on macOS and Windows. */
export function rememberRecent(file: string): void {
  app.addRecentDocument(file)
}

/** Tells the reader why a file cannot be opened as a document, and what to do instead. */
export async function refuseDocument(
  file: string,
  refusal: OpenRefusal,
  { desktop }: Messages,
  window: BrowserWindow | undefined,
): Promise<void> {
  const detail = `${desktop.refusals[refusal]}\n${desktop.notesUntouched}\n\n${file}`
  await showMessage(window, { type: 'info', message: desktop.cannotOpen, detail })
}

/** Closes a window, and loses what is not on disk, if the reader agrees to that. */
export async function closeThoughUnsaved(
  window: BrowserWindow,
  { store }: Messages,
): Promise<void> {
  const agreed = await confirm(window, {
    type: 'warning',
    message: store.quitTitle,
    detail: store.quitDetail,
    yes: store.quitAnyway,
    no: store.quitStay,
  })
  if (agreed) window.destroy()
}
