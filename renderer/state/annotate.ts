import type { CommandInput } from '../../core/annotation/command'
import type { DraftTarget } from '../../core/annotation/draft'
import type { MarkStyle } from '../../core/annotation/style'
import type { ChangeOutcome } from '../../core/api'
import { sameRange, type TextRange } from '../../core/text/range'
import { announce, changeSettings, type Editing, type Session } from './session'

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
  const seenIn = session.rendition.peek().tag
  const command = { kind: 'highlight', range, seenIn, style } as const
  const outcome = await change(session, note === undefined ? command : { ...command, note })
  if (!outcome.done) return undefined
  changeSettings(session, { lastStyle: style })
  const messages = session.messages.peek()
  announce(
    session,
    messages.said.marked(messages.styleName(messages.colors[style.color], style.kind)),
  )
  return outcome.changed[0]
}

/** Gives a mark another style. */
export async function restyle(session: Session, id: string, style: MarkStyle): Promise<void> {
  const outcome = await change(session, { kind: 'restyle', ids: [id], style })
  if (!outcome.done) return
  changeSettings(session, { lastStyle: style })
  const messages = session.messages.peek()
  announce(
    session,
    messages.said.restyled(messages.styleName(messages.colors[style.color], style.kind)),
  )
}

/** Opens the editor for the selected passage; the mark is made when the note is saved. */
export function startNoteOnSelection(session: Session): void {
  const range = session.selection.peek()
  if (range === null) return
  const same = session.resolved
    .peek()
    .find(
      (item) =>
        item.state === 'anchored' &&
        item.place.start === range.start &&
        item.place.end === range.end,
    )
  if (same !== undefined) return startNote(session, same.annotation.id)
  openEditor(session, { kind: 'passage', range, note: '' })
}

/** Opens the editor for a mark's note. */
export function startNote(session: Session, id: string): void {
  const annotation = session.annotations.peek().get(id)
  if (annotation === undefined) return
  session.activeId.value = id
  openEditor(session, { kind: 'annotation', id, note: annotation.note })
}

function openEditor(session: Session, editing: Editing): void {
  if (!session.settings.peek().notesOpen) changeSettings(session, { notesOpen: true })
  session.editing.value = editing
}

/** Keeps what is being written, so that a crash loses at most the last moment. */
export function keepDraft(session: Session, editing: Editing): Promise<void> {
  const at = new Date().toISOString()
  return session.api.saveDraft({ target: targetOf(session, editing), note: editing.note, at })
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

/** Leaves the note as it was. */
export async function cancelNote(session: Session): Promise<void> {
  const editing = session.editing.peek()
  if (editing !== null) await closeEditor(session, editing)
}

async function closeEditor(session: Session, editing: Editing): Promise<void> {
  session.editing.value = null
  await session.api.dropDraft(targetOf(session, editing))
}

function targetOf(session: Session, editing: Editing): DraftTarget {
  if (editing.kind === 'annotation') return { kind: 'annotation', id: editing.id }
  return {
    kind: 'passage',
    documentId: session.document.id,
    documentDigest: session.document.digest,
    range: editing.range,
    seenIn: session.rendition.peek().tag,
    style: session.settings.peek().lastStyle,
  }
}

/** Takes a mark and its note away; undo brings both back. */
export async function deleteMark(session: Session, id: string): Promise<void> {
  const outcome = await change(session, { kind: 'delete', ids: [id] })
  if (!outcome.done) return
  if (session.activeId.peek() === id) session.activeId.value = null
  const editing = session.editing.peek()
  if (editing?.kind === 'annotation' && editing.id === id) await closeEditor(session, editing)
  announce(session, session.messages.peek().said.deleted)
}

/** Takes back the last gesture. */
export async function undo(session: Session): Promise<void> {
  const gesture = session.history.peek().undo
  const outcome = await session.api.undo()
  const { said, gestures } = session.messages.peek()
  if (outcome.done && gesture !== null) announce(session, said.undone(gestures[gesture]))
}

/** Does again what was last taken back. */
export async function redo(session: Session): Promise<void> {
  const gesture = session.history.peek().redo
  const outcome = await session.api.redo()
  const { said, gestures } = session.messages.peek()
  if (outcome.done && gesture !== null) announce(session, said.redone(gestures[gesture]))
}

async function change(session: Session, command: CommandInput): Promise<ChangeOutcome> {
  const outcome = await session.api.change(command)
  if (!outcome.done && outcome.reason !== 'nothing-to-do') {
    announce(session, session.messages.peek().refused[outcome.reason])
  }
  return outcome
}
