import type { ContextTarget } from '../../core/app/context-target'
import { holds } from '../../core/text/range'
import { characterAt, marksAt } from '../reader/hit-test'
import { renditionSelectedIn, type Session } from '../state/session'
import type { Stage } from '../state/stage'
import { isTypedIn } from '../ui/typing'

/**
 * Asks for the system's menu over the report and its marks; gives what stops it. Fields, and words that
 * are none of the report's, are left to the main process, which knows what can be edited there.
 */
export function offerContextMenus(stage: Stage): () => void {
  const ask = (event: MouseEvent) => {
    const target = targetOf(stage, event)
    if (target === undefined) return
    event.preventDefault()
    const at = {
      x: Math.max(0, Math.round(event.clientX)),
      y: Math.max(0, Math.round(event.clientY)),
    }
    void stage.session.api.showContextMenu(target, at)
  }
  window.addEventListener('contextmenu', ask)
  return () => window.removeEventListener('contextmenu', ask)
}

/** What the reader means: the selection, if it lies there; a mark, which becomes the open one; the text. */
function targetOf({ session, reader }: Stage, event: MouseEvent): ContextTarget | undefined {
  const { target } = event
  if (!(target instanceof Element) || isTypedIn(target)) return undefined
  const card = target.closest<HTMLElement>('[data-card]')?.dataset['card']
  if (card !== undefined) return openMark(session, card)
  const surface = reader.surfaceOf(target)
  if (surface === undefined) return undefined
  const offset = characterAt(surface, event.clientX, event.clientY)
  const selected = session.selection.peek()
  // Asked for by a key, it means what is selected, wherever the pointer may be.
  const isByKey = event.button !== 2
  if (selected !== null && (isByKey || (offset !== undefined && holds(selected, offset)))) {
    return { on: 'selection', words: wordsOf(session) }
  }
  const [mark] = offset === undefined ? [] : marksAt(session.resolved.peek(), offset)
  if (mark === undefined)
    return selected === null ? { on: 'text' } : { on: 'selection', words: wordsOf(session) }
  document.getSelection()?.removeAllRanges()
  session.clickedAt.value = offset ?? null
  return openMark(session, mark.annotation.id)
}

function openMark(session: Session, id: string): ContextTarget | undefined {
  const annotation = session.annotations.peek().get(id)
  if (annotation === undefined) return undefined
  session.activeId.value = id
  return { on: 'mark', hasNote: annotation.note !== '' }
}

/** The beginning of the selected words as they are shown: as many as a menu could name. */
function wordsOf(session: Session): string {
  const range = session.selection.peek()
  const words = range === null ? '' : renditionSelectedIn(session).slice(range)
  return Array.from(words).slice(0, 100).join('')
}
