import type { IconNode } from 'lucide'
import { Icon } from './icon'

interface IconButtonProps {
  readonly icon: IconNode
  /** The accessible name, shown as a tooltip with the keys. */
  readonly label: string
  readonly keys?: string
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly onClick: () => void
}

/** A button that shows an icon only. */
export function IconButton({ icon, label, keys, pressed, disabled, onClick }: IconButtonProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      aria-pressed={pressed}
      title={keys ? `${label} (${keys})` : label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon of={icon} />
    </button>
  )
}
