const cardOf = (node: Element | null) => node?.closest<HTMLElement>('[data-row]')

/** The card before or after another, skipping the room kept for cards that are not in the page. */
function neighbour(card: Element, step: 1 | -1): HTMLElement | undefined {
  const rows = Array.from(card.closest('.notes')?.querySelectorAll<HTMLElement>('[data-row]') ?? [])
  return rows[rows.indexOf(card as HTMLElement) + step]
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

/** Takes the focus to the column as a whole. */
export const focusColumn = (): void =>
  document.querySelector<HTMLElement>('[data-region="notes"]')?.focus({ preventScroll: true })

/** Moves the focus off a card that is about to go: to the next, or else the one before. */
export function focusNeighbour(): void {
  const card = cardOf(document.activeElement)
  if (!card) return
  const column = card.closest<HTMLElement>('.notes')
  const next = neighbour(card, 1) ?? neighbour(card, -1) ?? column
  next?.focus({ preventScroll: true })
}
