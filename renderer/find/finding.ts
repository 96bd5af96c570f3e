import { batch } from '@preact/signals'
import { isAnchored, type Resolved } from '../../core/annotation/resolve'
import { type CodePoints, codePointLength } from '../../core/text/code-points'
import type { TextRange } from '../../core/text/range'
import { announce, changeSettings, type Session } from '../state/session'
import type { Stage } from '../state/stage'

/** The longest selection that is taken for words to be looked for, in code points. */
const longestQuery = 1000

/** Opens finding, with the selected words if there are any, and takes the focus to its field. */
export function openFind(stage: Stage): void {
  const { session } = stage
  const { find } = session
  const range = session.selection.peek()
  const words = range && wordsOf(session, range)
  batch(() => {
    if (!find.isOpen.peek() || range !== null) {
      find.origin.value = range?.start ?? session.place.peek()
    }
    find.isOpen.value = true
    find.asked.value++
    lookFor(stage, words ?? find.query.peek())
  })
}

/**
 * The words of a passage as a query: as they are shown, or as they are edited where what is shown is
 * another text; on one line, for the field has one.
 */
function wordsOf(session: Session, range: TextRange): string | undefined {
  const rendition = session.rendition.peek()
  const words = rendition.tag === 'source' ? session.document.slice(range) : rendition.slice(range)
  return codePointLength(words) > longestQuery ? undefined : words.replaceAll('\n', ' ')
}

/** Looks for a query, and shows the first match from where looking began. */
export function lookFor(stage: Stage, query: string): void {
  const { find } = stage.session
  find.query.value = query
  find.current.value = firstFrom(find.hits.value, find.origin.peek())
  reveal(stage)
}

/** The number of the first hit at or behind an offset, else of the first of all; -1 if there is none. */
function firstFrom(hits: readonly TextRange[], offset: CodePoints): number {
  const at = hits.findIndex(({ start }) => start >= offset)
  return at === -1 && hits.length > 0 ? 0 : at
}

/** Shows the next or the previous match, round the end of the text if need be. */
export function stepMatch(stage: Stage, step: 1 | -1): void {
  const { session } = stage
  const { find } = session
  if (!find.isOpen.peek()) return openFind(stage)
  const count = find.hits.peek().length
  if (count === 0) return
  const next = find.current.peek() + step
  const { fromStart, fromEnd } = session.messages.peek().find
  if (next >= count) announce(session, fromStart)
  if (next < 0) announce(session, fromEnd)
  showMatch(stage, (next + count) % count)
}

/** Shows a match, by its number from 0. */
export function showMatch(stage: Stage, index: number): void {
  const { find } = stage.session
  const hit = find.hits.peek()[index]
  if (hit === undefined) return
  find.current.value = index
  find.origin.value = hit.start
  reveal(stage)
}

function reveal({ session, reader }: Stage): void {
  const hit = session.find.hits.peek()[session.find.current.peek()]
  if (hit !== undefined) reader.reveal(hit)
}

/** Opens the card of a note that was found. */
export function showNote({ session, reader }: Stage, item: Resolved): void {
  if (!session.settings.peek().notesOpen) changeSettings(session, { notesOpen: true })
  session.activeId.value = item.annotation.id
  if (isAnchored(item)) reader.reveal(item.place)
}

/** Closes finding, and goes back to the text: to the match that is shown, selected. */
export function closeFind({ session, reader }: Stage): void {
  const { find } = session
  const hit = find.hits.peek()[find.current.peek()]
  find.isOpen.value = false
  reader.goTo(hit)
}
