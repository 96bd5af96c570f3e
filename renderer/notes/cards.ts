import type { Anchored } from '../../core/annotation/resolve'
import type { ReaderContext } from '../reader/context'
import { openCard } from '../reader/marking'
import type { NotesList } from '../state/notes-list'
import { spokenNote } from '../ui/note-body'

/** The annotation whose card has the focus, or holds it. */
export const focusedAnnotation = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-card]')?.dataset['card']

/** The annotation that a key means: that of the card with the focus, or else the open one. */
export const targetAnnotation = ({ workspace }: ReaderContext): string | null =>
  focusedAnnotation() ?? workspace.note.activeId.peek()

/** Takes the focus to the open card, or else to the first, or to the column. */
export function focusNotes({ app, targets }: ReaderContext): void {
  const { openCard: open, notesColumn: column } = targets
  app.preferences.showNotes()
  const first = column.current?.querySelector<HTMLElement>('[data-card]')
  // A column that was closed is drawn in a moment, and takes the focus then.
  if (column.current?.checkVisibility() !== true) column.focus()
  else if (open.current !== null) open.focus()
  else if (first) first.focus()
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
  app.announcer.announce(preferences.messages.peek().notes.said.at(quote, style, note))
}

/** Deletes an annotation; the focus goes from its card to the next. */
export function deleteAnnotation({ workspace }: ReaderContext, id: string): void {
  focusNeighbour()
  void workspace.annotator.delete(id)
}

/**
 * Moves the focus from card to card with the arrow keys, by a column's height with PageUp and PageDown,
 * and to the first and the last with Home and End; within a field, or about it, the keys are the field's.
 *
 * @param keys of all rows that hold a card, of which not all are in the page
 */
export function moveAlongCards(
  event: KeyboardEvent,
  { awaited }: Pick<NotesList, 'awaited'>,
  keys: readonly string[],
): void {
  if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
  if (!(event.target instanceof Element)) return
  if (event.target.closest('input, textarea, select, .note-editor') !== null) return
  const card = cardOf(event.target)
  if (card === null) return
  const next = nextOf(event.key, card, keys)
  if (next === undefined) return
  event.preventDefault()
  if (typeof next === 'string') awaited.value = next
  else next.focus()
}

/** The card that a key leads to, or the key of its row where that may not be in the page. */
function nextOf(
  key: string,
  card: HTMLElement,
  keys: readonly string[],
): HTMLElement | string | undefined {
  switch (key) {
    case 'ArrowDown':
      return neighbour(card, 1)
    case 'ArrowUp':
      return neighbour(card, -1)
    case 'PageDown':
      return pageAway(card, 1)
    case 'PageUp':
      return pageAway(card, -1)
    case 'Home':
      return keys[0]
    case 'End':
      return keys.at(-1)
    default:
      return undefined
  }
}

/** The card a column's height away, or the farthest there is on that side. */
function pageAway(card: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const height = card.closest('.notes')?.clientHeight ?? 0
  const { top } = card.getBoundingClientRect()
  let last: HTMLElement | undefined
  for (let next = neighbour(card, step); next !== undefined; next = neighbour(next, step)) {
    last = next
    if (Math.abs(next.getBoundingClientRect().top - top) >= height * 0.8) break
  }
  return last
}

/** Moves the focus off a card that is about to go: to the next, or else the one before. */
export function focusNeighbour(): void {
  const card = cardOf(document.activeElement)
  if (!card) return
  const column = card.closest<HTMLElement>('.notes')
  const next = neighbour(card, 1) ?? neighbour(card, -1) ?? column
  next?.focus({ preventScroll: true })
}

const cardOf = (node: Element | null): HTMLElement | null =>
  node?.closest<HTMLElement>('[data-row]') ?? null

/** The card before or after another, skipping the room kept for cards that are not in the page. */
function neighbour(card: Element, step: 1 | -1): HTMLElement | undefined {
  const rows = Array.from(
    card.closest('.notes')?.querySelectorAll<HTMLElement>('.card[data-row]') ?? [],
  )
  return rows[rows.indexOf(card as HTMLElement) + step]
}
