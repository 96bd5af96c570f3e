import type { Anchored } from '../../core/annotation/resolve'
import type { ReaderContext } from '../reader/context'
import { offerMarkMenu } from '../reader/context-menu'
import { openCard } from '../reader/marking'
import { spokenNote } from '../ui/note-body'
import { isTypedIn } from '../ui/typing'
import { leaveCard } from './card-focus'

/** The annotation that a key means: that of the card with the focus, if it is one's, or else the open one. */
export const targetAnnotation = ({ workspace: { notes, note } }: ReaderContext): string | null =>
  notes.focusedNew.peek() === null ? (notes.focused.peek() ?? note.activeId.peek()) : null

/** Takes the focus to the open card, or else to the first, or to the column. */
export function focusNotes({ app, targets }: ReaderContext): void {
  const { openCard: open, notesColumn: column, cards } = targets
  app.preferences.showNotes()
  const first = cards.keys.find((key) => cards.get(key) !== undefined)
  // A column that was closed is drawn in a moment, and takes the focus then.
  if (column.current?.checkVisibility() !== true) column.focus()
  else if (open.current !== null) open.focus()
  else if (first !== undefined) cards.get(first)?.focus()
  else column.focus()
}

/** Opens the card of a mark, takes the focus to its passage, and says it. */
export async function goToPassage(context: ReaderContext, mark: Anchored): Promise<void> {
  const { app, reader, workspace } = context
  const { note } = workspace
  openCard(context, mark)
  if (app.preferences.notesLieOver.peek() && note.editing.peek() === null) {
    // Notes that lie over the text would hide the passage: its card is beside it then.
    app.preferences.change({ notesOpen: false })
    note.openHere(mark.annotation.id)
  }
  reader.focus.focusAt(mark.place.start)
  workspace.selection.cursor.value = mark.place.start
  await sayMark(context, mark)
}

/** Says a mark: its style, the words as they are shown, and what is written on them. */
export async function sayMark({ app, workspace }: ReaderContext, mark: Anchored): Promise<void> {
  const { annotation, place } = mark
  const { preferences } = app
  const quote = workspace.view.rendition.peek().slice(place)
  const style = preferences.styleLabel(annotation.style)
  const note = await spokenNote(annotation.note)
  // What sets notes is loaded with the first, and the reader may have gone on meanwhile.
  if (workspace.note.activeId.peek() !== annotation.id) return
  app.announcer.announce(preferences.messages.peek().notes.said.at(quote, style, note))
}

/** Deletes an annotation; the focus goes from its card to the next. */
export function deleteAnnotation(context: ReaderContext, id: string): void {
  leaveCard(context, id)
  void context.workspace.annotator.delete(id)
}

/** Asks for the menu of a mark over its card, which opens; a field on it has the system's own. */
export function offerCardMenu(context: ReaderContext, event: MouseEvent, id: string): void {
  if (event.target instanceof Element && !isTypedIn(event.target)) offerMarkMenu(context, event, id)
}
