/** Whether keys go into a field, a dialog or a menu. */
export function isForTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], dialog, [role="menu"]') !== null
  )
}
