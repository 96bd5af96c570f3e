import { type Anchored, isAnchored } from '../../core/annotation/resolve'
import { trimmed } from '../../core/document/trim'
import { type CodePoints, codePoints } from '../../core/text/code-points'
import { sameRange, type TextRange, textRange } from '../../core/text/range'
import { change } from './change'
import { announce, type Session } from './session'

/** One of the two ends of a mark. */
export type End = 'start' | 'end'

/** Where a mark is painted: where its ends are being moved to, or where it stands. */
export function placeShown(session: Session, item: Anchored): TextRange {
  const edit = session.rangeEdit.value
  return edit?.id === item.annotation.id ? edit.range : item.place
}

/** The open mark, if it has a place. */
export function activeMark(session: Session): Anchored | undefined {
  const id = session.activeId.value
  return id === null
    ? undefined
    : session.resolved.value.find(
        (item): item is Anchored => isAnchored(item) && item.annotation.id === id,
      )
}

/** Moves an end of the open mark; the mark keeps at least one character. Nothing is kept yet. */
export function moveEnd(session: Session, end: End, to: CodePoints): void {
  const mark = activeMark(session)
  if (mark === undefined) return
  const { start, end: past } = placeShown(session, mark)
  const range =
    end === 'start'
      ? textRange(Math.max(0, Math.min(to, past - 1)), past)
      : textRange(start, Math.min(session.document.length, Math.max(to, start + 1)))
  session.rangeEdit.value = { id: mark.annotation.id, range }
}

/** Keeps the ends where they were moved to, as one change; white space at them is left out. */
export async function keepEnds(session: Session): Promise<void> {
  const edit = session.rangeEdit.peek()
  const mark = activeMark(session)
  if (edit === null || mark === undefined) return leaveEnds(session)
  const range = trimmed(session.document, edit.range)
  if (range === undefined || sameRange(range, mark.place)) return leaveEnds(session)
  const outcome = await change(session, { kind: 're-range', id: edit.id, range })
  leaveEnds(session)
  if (!outcome.done) return
  const { notes } = session.messages.peek()
  announce(session, notes.said.reRanged(session.rendition.peek().slice(range)))
}

/** Leaves the mark as it was. */
export function leaveEnds(session: Session): void {
  session.rangeEdit.value = null
}

/** The offset one character on or back, over the line break between blocks. */
export const characterStep = (session: Session, offset: CodePoints, step: 1 | -1): CodePoints =>
  codePoints(Math.min(session.document.length, Math.max(0, offset + step)))
