import { textSizes } from '../../core/app/settings'
import { changeSettings, type Session } from './session'

/** Makes the text one step larger or smaller. */
export function changeTextSize(session: Session, step: 1 | -1): void {
  const { textSize } = session.settings.peek()
  const next =
    step > 0
      ? textSizes.find((size) => size > textSize)
      : textSizes.findLast((size) => size < textSize)
  if (next !== undefined) changeSettings(session, { textSize: next })
}
