import { type CitationStyle, type CopyForm, planOf } from '../../core/app/copy-form'
import {
  type Copying,
  citedPassage,
  citedPassageHtml,
  passageHtml,
  referenceIn,
} from '../../core/exchange/copy'
import type { TextRange } from '../../core/text/range'
import type { ScriptTag } from '../../core/text/script-tag'
import type { WorkspaceState } from '../state/workspace-state'
import type { ReaderContext } from './context'
import { formSelectedIn } from './marking'

/** Copies the selected passage as it is shown. */
export async function copySelection(context: ReaderContext): Promise<void> {
  const { app, workspace } = context
  const range = workspace.selection.range.peek()
  if (range === null) return
  const isCopied = await copyPassage(context, formSelectedIn(context).tag, range, 'none')
  if (isCopied) app.announcer.tell(app.preferences.messages.peek().said.copied)
}

/** Copies the selected passage as it is shown, with its source. */
export function copyCited(context: ReaderContext): void {
  const { app, workspace } = context
  const range = workspace.selection.range.peek()
  const { copy } = app.preferences.messages.peek()
  if (range === null) return app.announcer.tell(copy.nothing)
  const { tag } = formSelectedIn(context)
  return app.citing(async (source) => {
    const isCopied = await copyPassage({ ...context, workspace: source }, tag, range, 'plain')
    if (isCopied) app.announcer.tell(copy.copiedCited)
  })
}

/** Copies the selected passage or its reference, in the way the reader chose. */
export function copySelectionAs(context: ReaderContext, form: CopyForm): void {
  const { app, workspace } = context
  const range = workspace.selection.range.peek()
  if (range === null) return
  const { tag } = formSelectedIn(context)
  // What is said of the document may have come just now, with another state of it.
  const copy = async (source: WorkspaceState) => {
    const isCopied = await copyIn({ ...context, workspace: source }, tag, form, range)
    const words = app.preferences.messages.peek().copy
    if (isCopied) app.announcer.tell(words.copiedAs(words.forms[form]))
  }
  const plan = planOf(form)
  if (plan.kind === 'passage' && plan.style === 'none') void copy(workspace)
  else app.citing(copy)
}

/** Says whether it could: not in a form that cannot be made. @param shown the form that is shown */
async function copyIn(
  context: ReaderContext,
  shown: ScriptTag,
  form: CopyForm,
  range: TextRange,
): Promise<boolean> {
  const { app, workspace } = context
  const { open, view } = workspace
  const plan = planOf(form)
  if (plan.kind === 'reference') {
    const rendition = open.renditionOf(shown)
    await app.api.copyText(referenceIn(plan.format, rendition, copyingOf(context, range)))
    return true
  }
  const traditional = view.traditional().tag
  const tags = {
    shown,
    hant: traditional,
    hans: open.renditions.has('zh-Hans') ? 'zh-Hans' : traditional,
  } as const
  return copyPassage(context, tags[plan.script], range, plan.style)
}

/**
 * Copies the passage as text and as HTML, with its source where asked for, once the whole of it is made in that
 * form. Says whether it could be.
 */
async function copyPassage(
  context: ReaderContext,
  tag: ScriptTag,
  range: TextRange,
  style: CitationStyle,
): Promise<boolean> {
  const { app, workspace } = context
  if (!(await workspace.forms.ready(tag, range))) return false
  const rendition = workspace.open.renditionOf(tag)
  const copying = copyingOf(context, range)
  const text = citedPassage(rendition, copying, style)
  await app.api.copyPassage(text, citedPassageHtml(rendition, copying, style))
  return true
}

/** The day by the reader's own calendar, ISO 8601, which is how Swedes write it. */
export const today = (): string => new Date().toLocaleDateString('sv-SE')

/** What a copy of a passage says of itself: where it stands, and by what and when it was read. */
export const copyingOf = ({ app, workspace }: ReaderContext, range: TextRange): Copying => ({
  place: { open: workspace.open, range },
  version: app.version,
  accessed: today(),
})

/** Opens the menu of ways to copy; says what to do first where nothing is selected. */
export function openCopyAs({ app, workspace, targets }: ReaderContext): void {
  if (workspace.selection.range.peek() !== null) targets.copyMenu.open()
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
    event.preventDefault()
    const rendition = formSelectedIn(context)
    if (!rendition.hasAllOf(range)) return void copySelection(context)
    event.clipboardData.setData('text/plain', rendition.slice(range))
    event.clipboardData.setData('text/html', passageHtml(rendition, range))
  }
  document.addEventListener('copy', fill)
  return () => document.removeEventListener('copy', fill)
}
