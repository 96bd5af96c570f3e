/**
 * Whether letters and signs go into a field, a list to choose from, a dialog or a menu. Of a check box
 * or a radio button only Space and the arrow keys are.
 */
export const takesLetters = (target: EventTarget | null): boolean =>
  isForTyping(target) &&
  !(
    target instanceof HTMLInputElement &&
    isSwitch(target) &&
    target.closest('dialog, [role="menu"]') === null
  )

/** Whether something can be typed in an element, and taken back by its own undo. */
export const isTypedIn = (element: Element | null): boolean =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && !isSwitch(element))

const isSwitch = ({ type }: HTMLInputElement) => ['checkbox', 'radio'].includes(type)

/** Whether keys go into a field, a dialog or a menu. */
export function isForTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], dialog, [role="menu"]') !== null
  )
}
