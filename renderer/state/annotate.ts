import { isAnchored } from '../../core/annotation/resolve'
import { type MarkStyle } from '../../core/annotation/style'
import { clipEnd } from '../../core/search/clip'
import { sameRange, type TextRange } from '../../core/text/range'
import { change } from './change'
import { styleLabel } from './color-names'
import { draftOf, dropDraftOf, interrupted, leaveDraft, wholeOf } from './drafts'
import { quoteOf } from './quote'
import {
  announce,
  changeSettings,
  type Editing,
  renditionSelectedIn,
  type Session,
} from './session'

/** Marks the selected passage, and makes its card the open one. */
export async function markSelection(session: Session, style: MarkStyle): Promise<void> {
  const range = session.selection.peek()
  if (range === null) return
  const id = await mark(session, range, style)
  if (id === undefined) return
  session.activeId.value = id
  // The selection would hide the mark that was just made; another, made meanwhile, stays.
  const selected = session.selection.peek()
  if (selected !== null && sameRange(selected, range)) document.getSelection()?.removeAllRanges()
}

async function mark(
  session: Session,
  range: TextRange,
  style: MarkStyle,
  note?: string,
): Promise<string | undefined> {
  const seenIn = renditionSelectedIn(session).tag
  const before = session.annotations.peek()
  const command = { kind: 'highlight', range, seenIn, style } as const
  const outcome = await change(session, note === undefined ? command : { ...command, note })
  if (!outcome.done) return undefined
  changeSettings(session, { lastStyle: style })
  const [id] = outcome.changed
  if (note === undefined) {
    const { marked, restyled } = session.messages.peek().said
    const isOld = id !== undefined && before.has(id)
    announce(session, (isOld ? restyled : marked)(styleLabel(session, style)))
  }
  return id
}

/** Gives a mark another style. */
export async function restyle(session: Session, id: string, style: MarkStyle): Promise<void> {
  const outcome = await change(session, { kind: 'restyle', ids: [id], style })
  if (!outcome.done && outcome.reason !== 'nothing-to-do') return
  changeSettings(session, { lastStyle: style })
  announce(session, session.messages.peek().said.restyled(styleLabel(session, style)))
}

/** Opens the editor for the selected passage; the mark is made when the note is saved. */
export function startNoteOnSelection(session: Session): void {
  const range = session.selection.peek()
  if (range !== null) startNoteOn(session, range)
}

/** Opens the editor for a note on the whole report. */
export const startNoteOnWhole = (session: Session): void => startNoteOn(session, wholeOf(session))

function startNoteOn(session: Session, range: TextRange): void {
  const same = session.resolved
    .peek()
    .find((item) => isAnchored(item) && sameRange(item.place, range))
  if (same !== undefined) return startNote(session, same.annotation.id)
  session.activeId.value = null
  openEditor(session, { kind: 'passage', range, note: '' })
}

/** Opens the editor for a mark's note. */
export function startNote(session: Session, id: string): void {
  const annotation = session.annotations.peek().get(id)
  if (annotation === undefined) return
  session.activeId.value = id
  openEditor(session, { kind: 'annotation', id, note: annotation.note })
}

/** Opens the editor; with the draft, where one was begun and neither saved nor given up. */
export function openEditor(session: Session, editing: Editing): void {
  if (!session.settings.peek().notesOpen) changeSettings(session, { notesOpen: true })
  const draft = draftOf(session, editing)
  session.editing.value = draft === undefined ? editing : { ...editing, note: draft.note }
}

/** Opens the note that was being written when the app was closed or crashed. */
export function reopenDraft(session: Session): void {
  const draft = interrupted(session)
  if (draft === undefined) return
  if (draft.kind === 'annotation') session.activeId.value = draft.id
  openEditor(session, draft)
}

/** Saves what is being written. The editor stays open where it could not be taken. */
export async function saveNote(session: Session): Promise<void> {
  const editing = session.editing.peek()
  if (editing === null) return
  if (editing.kind === 'annotation') {
    const outcome = await change(session, { kind: 'note', id: editing.id, note: editing.note })
    if (!outcome.done && outcome.reason !== 'nothing-to-do') return
  } else {
    const id = await mark(session, editing.range, session.settings.peek().lastStyle, editing.note)
    if (id === undefined) return
    session.activeId.value = id
  }
  await closeEditor(session, editing)
  announce(session, session.messages.peek().said.noteSaved)
}

/** Leaves the note as it was. What was written and not saved is kept as a draft, and that is said. */
export async function cancelNote(session: Session): Promise<void> {
  const editing = session.editing.peek()
  if (editing === null) return
  session.editing.value = null
  const isKept = await leaveDraft(session, editing)
  if (isKept) announce(session, session.messages.peek().notes.draftKept)
}

async function closeEditor(session: Session, editing: Editing): Promise<void> {
  session.editing.value = null
  await dropDraftOf(session, editing)
}

/** Takes a mark and its note away; undo brings both back. */
export async function deleteMark(session: Session, id: string): Promise<void> {
  const item = session.resolved.peek().find(({ annotation }) => annotation.id === id)
  const editing = session.editing.peek()
  // What is being written on it is not deleted with it.
  if (editing?.kind === 'annotation' && editing.id === id) await cancelNote(session)
  const outcome = await change(session, { kind: 'delete', ids: [id] })
  if (!outcome.done) return
  if (session.activeId.peek() === id) session.activeId.value = null
  const quote = item === undefined ? '' : clipEnd(quoteOf(session, item))
  announce(session, session.messages.peek().said.deleted(quote))
}

/** Takes back the last gesture. */
export async function undo(session: Session): Promise<void> {
  const gesture = session.history.peek().undo
  const outcome = await session.api.undo(session.open.id)
  const { said, gestures } = session.messages.peek()
  if (outcome.done && gesture !== null) announce(session, said.undone(gestures[gesture]))
}

/** Does again what was last taken back. */
export async function redo(session: Session): Promise<void> {
  const gesture = session.history.peek().redo
  const outcome = await session.api.redo(session.open.id)
  const { said, gestures } = session.messages.peek()
  if (outcome.done && gesture !== null) announce(session, said.redone(gestures[gesture]))
}
