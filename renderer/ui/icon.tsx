import type { IconNode } from 'lucide'
import { h } from 'preact'
import type { FocusTarget } from './focus'

/** A line icon of the Lucide set. It carries no name: the control that holds it does. */
export function Icon({ of, size = 18 }: { of: IconNode; size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {of.map(([tag, attributes], i) => h(tag, { ...attributes, key: i }))}
    </svg>
  )
}

/** Keys as they are shown, in the words of `aria-keyshortcuts`. */
const shortcutOf = (keys: string): string =>
  keys
    .replaceAll('Ctrl', 'Control')
    .replaceAll('⌘', 'Meta+')
    .replaceAll('⌥', 'Alt+')
    .replaceAll('⇧', 'Shift+')
    .replaceAll('←', 'ArrowLeft')
    .replaceAll('→', 'ArrowRight')
    .replace(/^Esc$/u, 'Escape')

interface IconButtonProps {
  readonly icon: IconNode
  /** The accessible name, shown as a tooltip with the keys. */
  readonly label: string
  readonly keys?: string
  readonly pressed?: boolean
  /** Whether what the button opens is open. */
  readonly expanded?: boolean
  readonly disabled?: boolean
  /** The id of what says more: which of several like buttons this is. */
  readonly describedBy?: string
  /** -1 where the arrow keys, and not Tab, come to it. */
  readonly tabIndex?: number
  /** Where an action is given the button, to take the focus there. */
  readonly target?: FocusTarget<HTMLButtonElement>
  readonly onClick: () => void
}

/** A button that shows an icon only. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, keys, pressed, expanded, disabled, describedBy, tabIndex, target, onClick } =
    props
  return (
    <button
      ref={target ?? null}
      type="button"
      class="icon-button"
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-describedby={describedBy}
      aria-keyshortcuts={keys ? shortcutOf(keys) : undefined}
      tabIndex={tabIndex}
      title={keys ? `${label} (${keys})` : label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon of={icon} />
    </button>
  )
}
