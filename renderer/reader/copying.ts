import { type CopyForm, citationOfForm, scriptOfForm } from '../../core/app/copy-form'
import { citedPassage, passageHtml } from '../../core/exchange/copy'
import type { ReaderContext } from './context'
import { formSelectedIn } from './marking'

/** Copies the selected passage as it is shown. */
export async function copySelection(context: ReaderContext): Promise<void> {
  const { app, workspace } = context
  const range = workspace.selection.range.peek()
  if (range === null) return
  await app.api.copyText(formSelectedIn(context).slice(range))
  app.announcer.announce(app.preferences.messages.peek().said.copied)
}

/** Copies the selected passage as it is shown, with its source. */
export async function copyCited(context: ReaderContext): Promise<void> {
  const { app, workspace } = context
  const range = workspace.selection.range.peek()
  const { copy } = app.preferences.messages.peek()
  if (range === null) return app.announcer.announce(copy.nothing)
  await app.api.copyText(citedPassage(formSelectedIn(context), range, 'plain'))
  return app.announcer.announce(copy.copiedCited)
}

/** Copies the selected passage in a script of the reader's choice, with its source if asked for. */
export async function copySelectionAs(context: ReaderContext, form: CopyForm): Promise<void> {
  const { app, workspace } = context
  const range = workspace.selection.range.peek()
  if (range === null) return
  const simplified = workspace.open.renditions.get('zh-Hans')
  const traditional = workspace.view.traditional()
  const rendition = scriptOfForm(form) === 'hans' ? (simplified ?? traditional) : traditional
  await app.api.copyText(citedPassage(rendition, range, citationOfForm(form)))
  const { copy } = app.preferences.messages.peek()
  app.announcer.announce(copy.copiedAs(copy.forms[form]))
}

/** Opens the menu of ways to copy; says what to do first where nothing is selected. */
export function openCopyAs({ app, workspace, targets }: ReaderContext): void {
  if (workspace.selection.range.peek() !== null) targets.copyMenu.element?.click()
  else app.announcer.announce(app.preferences.messages.peek().copy.nothing)
}

/**
 * Gives the clipboard the passage itself whenever text of the document is copied, and not what the page
 * makes of it; gives what stops it. What is selected elsewhere is none of its concern.
 */
export function keepCopiesClean(context: ReaderContext): () => void {
  const fill = (event: ClipboardEvent) => {
    const range = context.workspace.selection.range.peek()
    if (range === null || event.clipboardData === null) return
    const rendition = formSelectedIn(context)
    event.clipboardData.setData('text/plain', rendition.slice(range))
    event.clipboardData.setData('text/html', passageHtml(rendition, range))
    event.preventDefault()
  }
  document.addEventListener('copy', fill)
  return () => document.removeEventListener('copy', fill)
}
