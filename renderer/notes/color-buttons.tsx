import { type Color, colors } from '../../core/annotation/style'
import { colorLabel } from '../state/color-names'
import type { Session } from '../state/session'

interface ColorButtonsProps {
  readonly session: Session
  readonly label: string
  /** Whether a colour is chosen; absent where choosing one does something at once. */
  readonly isPressed?: (color: Color) => boolean
  readonly onPick: (color: Color) => void
}

/** The six colours, each by its name. */
export function ColorButtons({ session, label, isPressed, onPick }: ColorButtonsProps) {
  return (
    <div role="group" aria-label={label} class="style-colors">
      {colors.map((color) => (
        <button
          key={color}
          type="button"
          class="swatch"
          data-color={color}
          aria-label={colorLabel(session, color)}
          aria-pressed={isPressed?.(color)}
          title={colorLabel(session, color)}
          onClick={() => onPick(color)}
        />
      ))}
    </div>
  )
}
