import { type Color, colors, type MarkStyle, paintKinds } from '../../core/annotation/style'
import { useMessages, usePreferences } from '../state/preferences'

interface StylePickerProps {
  readonly style: MarkStyle
  readonly onPick: (style: MarkStyle) => void
}

/** The six colours and three kinds, for a mark that is there; of a bookmark the colours. */
export function StylePicker({ style, onPick }: StylePickerProps) {
  const { mark, kinds } = useMessages()
  return (
    <div class="style-picker">
      <ColorButtons
        label={mark.color}
        isPressed={(color) => style.color === color}
        onPick={(color) => onPick({ ...style, color })}
      />
      {style.kind !== 'bookmark' && (
        <div role="group" aria-label={mark.kind} class="style-kinds">
          {paintKinds.map((kind) => (
            <button
              key={kind}
              type="button"
              class="kind-button"
              data-kind={kind}
              aria-label={kinds[kind]}
              aria-pressed={style.kind === kind}
              title={kinds[kind]}
              onClick={() => onPick({ ...style, kind })}
            >
              <span lang="zh-Hant" aria-hidden="true">
                文
              </span>
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

interface ColorButtonsProps {
  readonly label: string
  /** Whether a colour is chosen; absent where choosing one does something at once. */
  readonly isPressed?: (color: Color) => boolean
  readonly onPick: (color: Color) => void
}

/** The six colours, each by its name. */
export function ColorButtons({ label, isPressed, onPick }: ColorButtonsProps) {
  const preferences = usePreferences()
  return (
    <div role="group" aria-label={label} class="style-colors">
      {colors.map((color) => (
        <button
          key={color}
          type="button"
          class="swatch"
          data-color={color}
          aria-label={preferences.colorLabel(color)}
          aria-pressed={isPressed?.(color)}
          title={preferences.colorLabel(color)}
          onClick={() => onPick(color)}
        />
      ))}
    </div>
  )
}
