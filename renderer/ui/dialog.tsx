import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { useFocusHome } from './focus'
import { isComposing } from './typing'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ComponentChildren
  /** A wide dialog is a page to read, not a question to answer. */
  readonly wide?: boolean
  /** A palette stands near the top, shows no title, and closes at a click beside it. */
  readonly look?: 'palette'
}

/**
 * A modal dialog, open for as long as it is in the page. The platform keeps the focus inside, closes
 * it on Escape, and gives the focus back.
 */
export function Dialog({ title, onClose, children, wide = false, look }: DialogProps) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const hasClosed = useRef(false)
  const close = () => {
    if (!hasClosed.current) onClose()
    hasClosed.current = true
  }
  const focusHome = useFocusHome()
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    // Not the attribute `autofocus`: that is for pages as they load, and complains in a later one.
    const first = element?.querySelector<HTMLElement>('[data-first-focus]')
    // A page to read is read from its beginning.
    if (first) first.focus()
    else if (wide) heading.current?.focus()
    return () => {
      // One that is taken out of the page tells of it a moment later, when another may be open.
      hasClosed.current = true
      element?.close()
      // The platform gives the focus back to where it was; where that was nowhere, to the text.
      if (document.activeElement === document.body) focusHome()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      class={look ?? (wide ? 'wide' : undefined)}
      closedby={look === 'palette' ? 'any' : undefined}
      aria-labelledby={id}
      onKeyDown={(event) => {
        // Escape would close the dialog; while a word is composed, it is the input method's.
        if (event.key === 'Escape' && isComposing(event)) event.preventDefault()
      }}
      // Of Escape it tells at once; that it has closed it tells with the next frame, and a key may come before.
      onCancel={close}
      onClose={close}
    >
      <h2 id={id} tabIndex={wide ? -1 : undefined} ref={heading}>
        {title}
      </h2>
      {children}
    </dialog>
  )
}

/** The foot of a dialog that has nothing to ask: the button that closes it. */
export function CloseButton({ label }: { readonly label: string }) {
  return (
    <form method="dialog" class="dialog-foot">
      <button type="submit" class="primary-button">
        {label}
      </button>
    </form>
  )
}
