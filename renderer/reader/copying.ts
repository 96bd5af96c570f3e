import { type CitationStyle, type CopyForm, planOf } from '../../core/app/copy-form'
import {
  type Copying,
  citedPassage,
  citedPassageHtml,
  passageHtml,
  referenceIn,
} from '../../core/exchange/copy'
import type { Rendition } from '../../core/script/rendition'
import type { TextRange } from '../../core/text/range'
import type { WorkspaceState } from '../state/workspace-state'
import { today } from '../ui/days'
import type { ReaderContext } from './context'
import { formSelectedIn } from './marking'

/** Copies the selected passage as it is shown. */
export async function copySelection(context: ReaderContext): Promise<void> {
  const { app, workspace } = context
  const range = workspace.selection.range.peek()
  if (range === null) return
  await copyPassage(context, formSelectedIn(context), range, 'none')
  app.announcer.tell(app.preferences.messages.peek().said.copied)
}

/** Copies the selected passage as it is shown, with its source. */
export function copyCited(context: ReaderContext): void {
  const { app, workspace } = context
  const range = workspace.selection.range.peek()
  const { copy } = app.preferences.messages.peek()
  if (range === null) return app.announcer.tell(copy.nothing)
  const { tag } = formSelectedIn(context)
  return app.citing(async ({ open }) => {
    await copyPassage(context, open.renditionOf(tag), range, 'plain')
    app.announcer.tell(copy.copiedCited)
  })
}

/** Copies the selected passage or its reference, in the way the reader chose. */
export function copySelectionAs(context: ReaderContext, form: CopyForm): void {
  const { app, workspace } = context
  const range = workspace.selection.range.peek()
  if (range === null) return
  const { tag } = formSelectedIn(context)
  const copy = async ({ open, view }: WorkspaceState) => {
    await copyIn(context, { open, view, shown: open.renditionOf(tag) }, form, range)
    const words = app.preferences.messages.peek().copy
    app.announcer.tell(words.copiedAs(words.forms[form]))
  }
  const plan = planOf(form)
  if (plan.kind === 'passage' && plan.style === 'none') void copy(workspace)
  else app.citing(copy)
}

/** The document as it is when it is copied from: what is said of it may have come just now. */
interface CopiedFrom extends Pick<WorkspaceState, 'open' | 'view'> {
  readonly shown: Rendition
}

function copyIn(
  context: ReaderContext,
  { open, view, shown }: CopiedFrom,
  form: CopyForm,
  range: TextRange,
): Promise<void> {
  const { app } = context
  const plan = planOf(form)
  if (plan.kind === 'reference') {
    return app.api.copyText(referenceIn(plan.format, shown, copyingOf(context, range)))
  }
  const traditional = view.traditional()
  const renditions = {
    shown,
    hant: traditional,
    hans: open.renditions.get('zh-Hans') ?? traditional,
  }
  return copyPassage(context, renditions[plan.script], range, plan.style)
}

/** The passage as text and as HTML, with its source where asked for. */
function copyPassage(
  context: ReaderContext,
  rendition: Rendition,
  range: TextRange,
  style: CitationStyle,
): Promise<void> {
  const copying = copyingOf(context, range)
  const text = citedPassage(rendition, copying, style)
  return context.app.api.copyPassage(text, citedPassageHtml(rendition, copying, style))
}

/** What a copy of a passage says of itself: where it stands, and by what and when it was read. */
export const copyingOf = ({ app }: ReaderContext, range: TextRange): Copying => ({
  range,
  version: app.version,
  accessed: today(),
})

/** Opens the menu of ways to copy; says what to do first where nothing is selected. */
export function openCopyAs({ app, workspace, targets }: ReaderContext): void {
  if (workspace.selection.range.peek() !== null) targets.copyMenu.element?.click()
  else app.announcer.tell(app.preferences.messages.peek().copy.nothing)
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
