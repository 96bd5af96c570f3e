import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

/**
 * Whether a key belongs to an input method that is composing: it is not the app's, whatever it is, and
 * Escape above all. 229 is the code of keys that an input method took, where the flag came too late.
 */
export const isComposing = (event: KeyboardEvent): boolean =>
  event.isComposing || event.keyCode === 229

/** What a field is given to tell of its text: what is still being composed is not told. */
export const typedInto = (onText: (text: string) => void) => ({
  onInput: (event: {
    readonly isComposing?: boolean
    readonly currentTarget: HTMLInputElement
  }) => {
    if (event.isComposing !== true) onText(event.currentTarget.value)
  },
  onCompositionEnd: (event: { readonly currentTarget: HTMLInputElement }) =>
    onText(event.currentTarget.value),
})

/**
 * Puts a text into a field when it comes from elsewhere. A field is not drawn from the state while one
 * types: that would break an input method.
 */
export function useFieldText(field: RefObject<HTMLInputElement | null>, text: string): void {
  useLayoutEffect(() => {
    const element = field.current
    if (element === null || element.value === text) return
    element.value = text
    if (element === document.activeElement) element.select()
  }, [field, text])
}

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
