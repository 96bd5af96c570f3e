import { isTypedIn } from '../ui/typing'

/** The parts of the window within which one goes on when what had the focus goes; in the text one goes on there. */
const parts = 'dialog, [popover], header, nav, [data-region]'

/** What Tab comes to, if it is there to be used. */
const stops = 'a[href], button, input, select, textarea, summary, [tabindex]'

/**
 * Has the focus never be nowhere, where the next key would mean something else: when what has it is taken away,
 * hidden or disabled, and nothing else takes it, it goes to what comes next in the same part of the window, or else
 * to that part; gives what stops it.
 *
 * @param goHome takes it to where it belongs when there is nothing left in that part
 */
export function keepFocus(goHome: () => void): () => void {
  const leave = ({ target, relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null || !(target instanceof HTMLElement)) return
    // What comes next is known only as long as it is in the page.
    const part = target.closest<HTMLElement>(parts)
    const all = [...(part?.querySelectorAll<HTMLElement>(stops) ?? [])]
    const at = all.indexOf(target)
    // When whatever is being drawn is drawn, and has taken the focus itself if it knows better.
    queueMicrotask(() => {
      if (document.activeElement !== document.body || isUsable(target)) return
      const next = all.slice(at + 1).find(isStop)
      const before = all.slice(0, Math.max(0, at)).findLast(isStop)
      for (const element of [next, part, before]) {
        element?.focus({ preventScroll: true })
        if (document.activeElement !== document.body) return
      }
      goHome()
    })
  }
  document.addEventListener('focusout', leave)
  return () => document.removeEventListener('focusout', leave)
}

const isUsable = (element: HTMLElement): boolean =>
  element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled')

/** A field is none: what is asked for next, as undo, would be the field's. */
const isStop = (element: HTMLElement): boolean =>
  element.tabIndex >= 0 && isUsable(element) && !isTypedIn(element)
