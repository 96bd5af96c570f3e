import { codePointLength } from '../../core/text/code-points'
import type { TextRange } from '../../core/text/range'
import type { ReaderContext } from '../reader/context'
import type { Travel } from '../state/places'
import type { WorkspaceState } from '../state/workspace-state'

/** The longest selection that is taken for words to be looked for, in code points. */
const longestQuery = 1000

/** Opens finding, with the selected words if there are any, and takes the focus to its field. */
export function openFind(context: ReaderContext): void {
  const { find, selection, view } = context.workspace
  const range = selection.range.peek()
  const words = range === null ? undefined : wordsOf(context.workspace, range)
  const isNew = !find.isOpen.peek()
  const origin = range?.start ?? (isNew ? view.placeNow() : undefined)
  find.open(words, origin, () => reveal(context, 'step'))
  context.targets.findField.focus()
}

/**
 * The words of a passage as a query: as they are shown, or as they are edited where what is shown is
 * another text; on one line, for the field has one.
 */
function wordsOf({ view, open }: WorkspaceState, range: TextRange): string | undefined {
  const rendition = view.rendition.peek()
  const words = (rendition.tag === 'source' ? open.document : rendition).slice(range)
  return codePointLength(words) > longestQuery ? undefined : words.replaceAll('\n', ' ')
}

/** Looks for a query, and shows the first match from where looking began. */
export function lookFor(context: ReaderContext, query: string): void {
  context.workspace.find.lookFor(query, () => reveal(context, 'step'))
}

/** Shows the next or the previous match, round the end of the text if need be. */
export function stepMatch(context: ReaderContext, step: 1 | -1): void {
  const { find } = context.workspace
  if (!find.isOpen.peek()) return openFind(context)
  find.step(step)
  reveal(context, 'step')
}

/** Shows a match, by its number from 0. */
export function showMatch(context: ReaderContext, index: number): void {
  context.workspace.find.show(index)
  reveal(context, 'jump')
}

function reveal({ workspace, reader }: ReaderContext, kind: Travel): void {
  const hit = workspace.find.currentHit.peek()
  if (hit !== undefined) reader.travel(kind, () => reader.reveal(hit))
}

/** Closes finding, and goes back to the text: to the match that is shown, selected. */
export function closeFind({ workspace, reader }: ReaderContext): void {
  workspace.find.finish()
  const hit = workspace.find.currentHit.peek()
  workspace.find.close()
  reader.goTo(hit)
}
