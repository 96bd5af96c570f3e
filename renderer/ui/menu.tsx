import type { ComponentChildren } from 'preact'
import { useId, useRef } from 'preact/hooks'
import type { FocusTarget } from './focus'
import { togglePopover, usePopover } from './popover'

interface MenuOption<T extends string> {
  readonly value: T
  readonly label: string
  /** Whether it is the chosen one; absent in a menu of things to do. */
  readonly checked?: boolean
}

/** An item besides the choice: something that is on or off, or, without `checked`, something done. */
export interface MenuExtra {
  readonly label: string
  readonly checked?: boolean
  readonly onChoose: () => void
}

interface MenuProps<T extends string> {
  /** Where an action is given the button, to open the menu. */
  readonly target?: FocusTarget<HTMLButtonElement>
  readonly label: string
  /** What is chosen, where the face shows it: said after the name. */
  readonly chosen?: string
  readonly face: ComponentChildren
  readonly options: readonly MenuOption<T>[]
  readonly onChoose: (value: T) => void
  readonly extras?: readonly MenuExtra[]
  readonly isOn?: boolean
}

/**
 * A button that opens a menu of things to choose from or to do. The platform's popover gives opening,
 * closing by Escape or a click outside, and the top layer; the arrow keys are WAI-ARIA's menu pattern.
 */
export function Menu<T extends string>(props: MenuProps<T>) {
  const { target, label, chosen, face, options, onChoose, extras = [], isOn = false } = props
  const id = useId()
  const list = usePopover()
  const own = useRef<HTMLButtonElement>(null)
  const button = target ?? own
  const close = () => {
    list.current?.hidePopover()
    button.current?.focus()
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        class="menu-button"
        data-on={isOn}
        aria-label={label}
        aria-description={chosen}
        aria-haspopup="menu"
        title={label}
        popovertarget={id}
        onClick={(event) => togglePopover(event, list.current, checkedOrFirst)}
      >
        {face}
      </button>
      <div
        ref={list}
        id={id}
        role="menu"
        aria-label={label}
        class="menu"
        popover="auto"
        onKeyDown={(event) => {
          // Tab goes on from the button, and leaves no menu open behind it.
          if (event.key === 'Tab') close()
          else moveFocus(event, list.current)
        }}
      >
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            role={option.checked === undefined ? 'menuitem' : 'menuitemradio'}
            aria-checked={option.checked}
            tabIndex={-1}
            onClick={() => {
              onChoose(option.value)
              close()
            }}
          >
            {option.label}
          </button>
        ))}
        {extras.length > 0 && <hr />}
        {extras.map((extra) => (
          <button
            key={extra.label}
            type="button"
            role={extra.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
            aria-checked={extra.checked}
            tabIndex={-1}
            onClick={() => {
              close()
              extra.onChoose()
            }}
          >
            {extra.label}
          </button>
        ))}
      </div>
    </>
  )
}

const itemsOf = (list: HTMLElement | null) =>
  Array.from(list?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])

const checkedOrFirst = (list: HTMLElement) =>
  list.querySelector<HTMLElement>('[role="menuitemradio"][aria-checked="true"]') ?? itemsOf(list)[0]

function moveFocus(event: KeyboardEvent, list: HTMLElement | null): void {
  const items = itemsOf(list)
  const at = items.indexOf(document.activeElement as HTMLElement)
  const to: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  }
  const target = items[to[event.key] ?? -1]
  if (target === undefined) return
  event.preventDefault()
  target.focus()
}
