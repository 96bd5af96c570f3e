import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/**
 * An element that the focus can be taken to from elsewhere, whether it is there or about to be drawn. To be given to
 * the element as its `ref`.
 */
export class FocusTarget<Kind extends HTMLElement = HTMLElement> {
  #element: Kind | null = null
  /** What had the focus when it was to come here. */
  #askedFrom: Element | null | undefined
  /** Whether it is to be clicked then, and not only to have the focus. */
  #isToOpen = false

  get current(): Kind | null {
    return this.#element
  }

  set current(element: Kind | null) {
    this.#element = element
    this.arrived()
  }

  /** The element is there, or can be seen now. */
  arrived(): void {
    if (this.#askedFrom === undefined || this.#element === null) return
    // Unless the reader went elsewhere meanwhile.
    if (this.#askedFrom !== document.activeElement) this.#askedFrom = undefined
    else if (this.#isToOpen) this.open()
    else this.focus()
  }

  /** The focus is to come here no longer: the reader went on where they were. */
  forget(): void {
    this.#askedFrom = undefined
  }

  /** Makes an element the target until it is another; gives what ends that. */
  attach(element: Kind | null): () => void {
    this.current = element
    return () => {
      if (this.#element === element) this.#element = null
    }
  }

  /** Whether the focus is there, or on something within. */
  get holdsFocus(): boolean {
    return this.#element?.contains(document.activeElement) === true
  }

  /**
   * Takes the focus there, as soon as it can be seen. A field comes into view, for one types in it, and what it
   * holds is selected.
   */
  focus(): void {
    this.#isToOpen = false
    if (!this.#isThere()) return
    this.#element?.focus({ preventScroll: true })
    if (!(this.#element instanceof HTMLInputElement)) return
    this.#element.select()
    this.#element.scrollIntoView({ block: 'nearest' })
  }

  /** Opens what it is the button of, as soon as it can be seen: a menu of what is not shown cannot have the focus. */
  open(): void {
    this.#isToOpen = true
    if (this.#isThere()) this.#element?.click()
  }

  /** Whether it can be seen; or else remembers that it is waited for. */
  #isThere(): boolean {
    const isThere = this.#element?.checkVisibility() === true
    this.#askedFrom = isThere ? undefined : document.activeElement
    return isThere
  }
}

/** The elements of a list, for the focus to go from one to another: each has a key. Of a long list not all are there. */
export class FocusList {
  /** The keys of all, in order. */
  keys: readonly string[] = []
  readonly #elements = new Map<string, HTMLElement>()

  /** Makes an element that of a key; gives what ends that. */
  attach(key: string, element: HTMLElement): () => void {
    this.#elements.set(key, element)
    return () => {
      if (this.#elements.get(key) === element) this.#elements.delete(key)
    }
  }

  /** The element of a key, if it is there. */
  get(key: string): HTMLElement | undefined {
    return this.#elements.get(key)
  }

  /** The keys behind one, or before it, the nearest first. */
  from(key: string, step: 1 | -1): readonly string[] {
    const at = this.keys.indexOf(key)
    if (at === -1) return []
    return step > 0 ? this.keys.slice(at + 1) : this.keys.slice(0, at).toReversed()
  }

  /** The same, of those that are there. */
  thereFrom(key: string, step: 1 | -1): readonly string[] {
    return this.from(key, step).filter((each) => this.#elements.has(each))
  }
}

/** Takes the focus to where it belongs when what had it is gone, and nothing else took it. */
export const FocusHome = createContext<() => void>(() => {})

export const useFocusHome = (): (() => void) => useContext(FocusHome)

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
