/**
 * Shows a popover or puts it away, in place of what `popovertarget` does at a click, and has the focus in it at
 * once. The platform tells only a task later that it is shown: a key typed before went to the button.
 *
 * @param event the click on the popover's button, which names it in `popovertarget`: the platform knows by that
 *   which button it belongs to
 * @param first what is to have the focus
 */
export function togglePopover(
  event: MouseEvent,
  popover: HTMLElement | null,
  first: (popover: HTMLElement) => HTMLElement | null | undefined,
): void {
  if (popover === null || !(event.currentTarget instanceof HTMLElement)) return
  event.preventDefault()
  if (popover.togglePopover({ source: event.currentTarget })) first(popover)?.focus()
}
