/**
 * Moves the focus along the buttons of a toolbar or a list with the arrow keys, Home and End (WAI-ARIA's
 * toolbar pattern). Buttons that are not shown are passed over; a menu has keys of its own.
 */
export function moveAlong(
  event: KeyboardEvent,
  bar: HTMLElement | null,
  direction: 'horizontal' | 'vertical' = 'horizontal',
): void {
  const buttons = Array.from(
    bar?.querySelectorAll<HTMLElement>('button:enabled:not([role^="menuitem"]), summary') ?? [],
  ).filter((button) => button.checkVisibility())
  const at = buttons.indexOf(document.activeElement as HTMLElement)
  if (at === -1) return
  const to: Readonly<Record<string, number>> = {
    [direction === 'horizontal' ? 'ArrowRight' : 'ArrowDown']: (at + 1) % buttons.length,
    [direction === 'horizontal' ? 'ArrowLeft' : 'ArrowUp']:
      (at - 1 + buttons.length) % buttons.length,
    Home: 0,
    End: buttons.length - 1,
  }
  const target = buttons[to[event.key] ?? -1]
  if (target === undefined) return
  event.preventDefault()
  target.focus()
}
