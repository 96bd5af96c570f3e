/**
 * Moves the focus along a toolbar's buttons with the arrow keys, Home and End (WAI-ARIA's toolbar
 * pattern).
 */
export function moveAlong(event: KeyboardEvent, bar: HTMLElement | null): void {
  const buttons = Array.from(bar?.querySelectorAll<HTMLElement>('button:enabled') ?? [])
  const at = buttons.indexOf(document.activeElement as HTMLElement)
  if (at === -1) return
  const to: Readonly<Record<string, number>> = {
    ArrowRight: (at + 1) % buttons.length,
    ArrowLeft: (at - 1 + buttons.length) % buttons.length,
    Home: 0,
    End: buttons.length - 1,
  }
  const target = buttons[to[event.key] ?? -1]
  if (target === undefined) return
  event.preventDefault()
  target.focus()
}
