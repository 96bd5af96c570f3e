import { type MarkStyle, markKinds } from '../../core/annotation/style'
import type { Session } from '../state/session'
import { ColorButtons } from './color-buttons'

interface StylePickerProps {
  readonly session: Session
  readonly style: MarkStyle
  readonly onPick: (style: MarkStyle) => void
}

/** The six colours and three kinds, for a mark that is there. */
export function StylePicker({ session, style, onPick }: StylePickerProps) {
  const { mark, kinds } = session.messages.value
  return (
    <div class="style-picker">
      <ColorButtons
        session={session}
        label={mark.color}
        isPressed={(color) => style.color === color}
        onPick={(color) => onPick({ ...style, color })}
      />
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
