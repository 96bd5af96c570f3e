import type { ReaderContext } from '../reader/context'

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
  const first = column.element?.querySelector<HTMLElement>('[data-card]')
  // A column that was closed is drawn in a moment, and takes the focus then.
  if (column.element?.checkVisibility() !== true) column.focus()
  else if (open.element !== null) open.focus()
  else if (first) first.focus()
  else column.focus()
}

/** Deletes an annotation; the focus goes from its card to the next. */
export function deleteAnnotation({ workspace }: ReaderContext, id: string): void {
  focusNeighbour()
  void workspace.annotator.delete(id)
}

/** Moves the focus from card to card with the arrow keys; within a field the keys are the field's. */
export function moveAlongCards(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined
  if (step === undefined || event.shiftKey || !(event.target instanceof Element)) return
  if (event.target.closest('input, textarea, select') !== null) return
  const card = cardOf(event.target)
  const next = card && neighbour(card, step)
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** Moves the focus off a card that is about to go: to the next, or else the one before. */
function focusNeighbour(): void {
  const card = cardOf(document.activeElement)
  if (!card) return
  const column = card.closest<HTMLElement>('.notes')
  const next = neighbour(card, 1) ?? neighbour(card, -1) ?? column
  next?.focus({ preventScroll: true })
}

const cardOf = (node: Element | null) => node?.closest<HTMLElement>('[data-row]')

/** The card before or after another, skipping the room kept for cards that are not in the page. */
function neighbour(card: Element, step: 1 | -1): HTMLElement | undefined {
  const rows = Array.from(card.closest('.notes')?.querySelectorAll<HTMLElement>('[data-row]') ?? [])
  return rows[rows.indexOf(card as HTMLElement) + step]
}
