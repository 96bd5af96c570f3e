import { remarksAt } from '../../core/apparatus/remark'
import { openedRemark, openRemark } from '../state/gloss'
import { changeSettings, type Session } from '../state/session'
import { characterAt, marksAt } from './hit-test'
import type { Reader } from './reader'

/**
 * A click opens what lies under it: the marks, the shortest first, and then what the edition says of
 * the place, where such places are shown. Another click on the same spot goes on to the next of them.
 *
 * @param clicked what the click before opened.
 * @returns what this one opened.
 */
export function openUnder(
  session: Session,
  reader: Reader,
  event: MouseEvent,
  clicked: string | undefined,
): string | undefined {
  session.isDrawerOpen.value = false
  if (session.selection.peek() !== null) return undefined
  const surface = event.target instanceof Node ? reader.surfaceOf(event.target) : undefined
  const offset = surface && characterAt(surface, event.clientX, event.clientY)
  session.clickedAt.value = offset ?? null
  const marks = offset === undefined ? [] : marksAt(session.resolved.peek(), offset)
  const isShown = session.settings.peek().emendationsShown
  const remarks = offset === undefined || !isShown ? [] : remarksAt(session.remarks, offset)
  const ids = [...marks.map(({ annotation }) => annotation.id), ...remarks.map(({ id }) => id)]
  const open = openedRemark(session)?.id ?? session.activeId.peek()
  const next = ids[((clicked === open ? ids.indexOf(clicked ?? '') : -1) + 1) % ids.length]
  const remark = remarks.find(({ id }) => id === next)
  if (surface !== undefined && remark !== undefined) {
    openRemark(session, remark, surface.column)
    return next
  }
  session.gloss.value = null
  session.activeId.value = next ?? null
  if (next !== undefined && !session.settings.peek().notesOpen) {
    changeSettings(session, { notesOpen: true })
  }
  return next
}
