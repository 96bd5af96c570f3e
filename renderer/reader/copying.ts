import { citedPassage } from '../../core/exchange/cited-passage'
import { type CopyForm, citationOfForm, scriptOfForm } from '../../core/exchange/copy-form'
import { passageHtml } from '../../core/exchange/passage-html'
import { canonicalRendition, type Rendition } from '../../core/script/rendition'
import { announce, renditionSelectedIn, type Session } from '../state/session'

/** Copies the selected passage as it is shown. */
export async function copySelection(session: Session): Promise<void> {
  const range = session.selection.peek()
  if (range === null) return
  await session.api.copyText(renditionSelectedIn(session).slice(range))
  announce(session, session.messages.peek().said.copied)
}

/** Copies the selected passage as it is shown, with its source. */
export async function copyCited(session: Session): Promise<void> {
  const range = session.selection.peek()
  const { copy } = session.messages.peek()
  if (range === null) return announce(session, copy.nothing)
  await session.api.copyText(citedPassage(renditionSelectedIn(session), range, 'plain'))
  announce(session, copy.copiedCited)
}

/** Copies the selected passage in a script of the reader's choice, with its source if asked for. */
export async function copySelectionAs(session: Session, form: CopyForm): Promise<void> {
  const range = session.selection.peek()
  if (range === null) return
  const rendition = renditionFor(session, form)
  await session.api.copyText(citedPassage(rendition, range, citationOfForm(form)))
  const { copy } = session.messages.peek()
  announce(session, copy.copiedAs(copy.forms[form]))
}

/** Traditional is the form of it that the reader chose, but never the text before it was edited. */
function renditionFor({ view, renditions, document }: Session, form: CopyForm): Rendition {
  const { traditionalForm } = view.peek()
  const traditional = traditionalForm === 'source' ? 'zh-Hant' : traditionalForm
  const tag = scriptOfForm(form) === 'hans' ? 'zh-Hans' : traditional
  return renditions.get(tag) ?? canonicalRendition(document)
}

/** Opens the menu of ways to copy; says what to do first where nothing is selected. */
export function openCopyAs(session: Session): void {
  if (session.selection.peek() === null) announce(session, session.messages.peek().copy.nothing)
  else document.querySelector<HTMLElement>('[data-menu="copy-as"]')?.click()
}

/**
 * Gives the clipboard the passage itself whenever text of the report is copied, and not what the page
 * makes of it; gives what stops it. What is selected elsewhere is none of its concern.
 */
export function keepCopiesClean(session: Session): () => void {
  const fill = (event: ClipboardEvent) => {
    const range = session.selection.peek()
    if (range === null || event.clipboardData === null) return
    const rendition = renditionSelectedIn(session)
    event.clipboardData.setData('text/plain', rendition.slice(range))
    event.clipboardData.setData('text/html', passageHtml(rendition, range))
    event.preventDefault()
  }
  document.addEventListener('copy', fill)
  return () => document.removeEventListener('copy', fill)
}
