import { cancelNote } from '../state/annotate'
import type { Stage } from '../state/stage'

/** Closes something if it is open; says whether it was. */
type Closing = (stage: Stage) => boolean

/** What Escape closes, the topmost first. */
const closings: readonly Closing[] = [
  leaveFigures,
  leaveGloss,
  leaveSelection,
  leaveDrawer,
  leaveNote,
  leaveCard,
]

/**
 * Closes what is open and topmost, one thing a press, where the thing that has the focus has not done
 * so itself. Menus and dialogs are the platform's to close.
 */
export function leaveOnEscape(event: KeyboardEvent, stage: Stage): void {
  if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
  if (document.querySelector('dialog[open], [popover="auto"]:popover-open') !== null) return
  if (closings.some((close) => close(stage))) event.preventDefault()
}

function leaveFigures({ session }: Stage): boolean {
  const { isOpen, left } = session.figures
  if (!isOpen.peek()) return false
  left.value = null
  isOpen.value = false
  return true
}

function leaveGloss({ session }: Stage): boolean {
  if (session.gloss.peek() === null) return false
  session.gloss.value = null
  return true
}

function leaveSelection({ session, reader }: Stage): boolean {
  const range = session.selection.peek()
  if (range === null) return false
  // The bar over the selection goes with it; a focus on one of its buttons would be lost.
  if (document.activeElement?.closest('.annotate')) reader.holdFocus(range.start)
  reader.unselect()
  return true
}

function leaveDrawer({ session }: Stage): boolean {
  if (!session.isNarrow.peek() || !session.isDrawerOpen.peek()) return false
  session.isDrawerOpen.value = false
  return true
}

function leaveNote({ session }: Stage): boolean {
  if (session.editing.peek() === null) return false
  void cancelNote(session)
  return true
}

function leaveCard({ session }: Stage): boolean {
  if (session.activeId.peek() === null) return false
  // Buttons of the open card go; the card stays.
  document.activeElement?.closest<HTMLElement>('[data-card]')?.focus({ preventScroll: true })
  session.activeId.value = null
  return true
}
