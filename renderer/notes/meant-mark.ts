import type { Session } from '../state/session'

/** The mark whose card has the focus, or holds it. */
export const focusedMark = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-card]')?.dataset['card']

/** The mark that a key means: that of the card with the focus, or else the open one. */
export const meantMark = (session: Session): string | null =>
  focusedMark() ?? session.activeId.peek()
