import { createContext, type RefObject } from 'preact'
import { useContext, useLayoutEffect, useRef } from 'preact/hooks'

/** The menus and panels that are open over the page, which the platform closes: at Escape, or a click beside them. */
export class Popovers {
  readonly #open = new Set<HTMLElement>()

  get isOneOpen(): boolean {
    return this.#open.size > 0
  }

  /** Knows from now on when a popover is open; gives what ends that. */
  watch(popover: HTMLElement): () => void {
    const follow = ({ newState }: ToggleEvent) => {
      if (newState === 'open') this.#open.add(popover)
      else this.#open.delete(popover)
    }
    popover.addEventListener('beforetoggle', follow)
    return () => {
      popover.removeEventListener('beforetoggle', follow)
      // One that is taken out of the page is closed without a word.
      this.#open.delete(popover)
    }
  }
}

/** Where menus and panels tell that they are open. */
export const OpenPopovers = createContext<Popovers | null>(null)

/** The ref of a menu or panel that the platform closes. */
export function usePopover(): RefObject<HTMLDivElement | null> {
  const popover = useRef<HTMLDivElement>(null)
  const popovers = useContext(OpenPopovers)
  useLayoutEffect(
    () => (popover.current === null ? undefined : popovers?.watch(popover.current)),
    [popovers],
  )
  return popover
}

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
