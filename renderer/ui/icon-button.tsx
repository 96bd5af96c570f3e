import type { IconNode } from 'lucide'
import { Icon } from './icon'

interface IconButtonProps {
  readonly icon: IconNode
  /** The accessible name, shown as a tooltip with the keys. */
  readonly label: string
  readonly keys?: string
  readonly pressed?: boolean
  /** Whether what the button opens is open. */
  readonly expanded?: boolean
  readonly disabled?: boolean
  readonly onClick: () => void
}

/** A button that shows an icon only. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, keys, pressed, expanded, disabled, onClick } = props
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      title={keys ? `${label} (${keys})` : label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon of={icon} />
    </button>
  )
}
