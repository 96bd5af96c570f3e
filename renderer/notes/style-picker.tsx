import { colors, type MarkStyle, markKinds } from '../../core/annotation/style'
import type { Session } from '../state/session'

interface StylePickerProps {
  readonly session: Session
  readonly style: MarkStyle
  readonly onPick: (style: MarkStyle) => void
}

/** The six colours and three kinds, for a mark that is there. */
export function StylePicker({ session, style, onPick }: StylePickerProps) {
  const { mark, colors: colorNames, kinds } = session.messages.value
  return (
    <div class="style-picker">
      <div role="group" aria-label={mark.color} class="style-colors">
        {colors.map((color) => (
          <button
            key={color}
            type="button"
            class="swatch"
            data-color={color}
            aria-label={colorNames[color]}
            aria-pressed={style.color === color}
            title={colorNames[color]}
            onClick={() => onPick({ ...style, color })}
          />
        ))}
      </div>
      <div role="group" aria-label={mark.kind} class="style-kinds">
        {markKinds.map((kind) => (
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
    </div>
  )
}
