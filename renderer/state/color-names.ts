import type { Color, MarkStyle } from '../../core/annotation/style'
import { changeSettings, type Session } from './session'

/** What a colour is called in lists: by the reader's own name, or by its hue. */
export const colorName = (session: Session, color: Color): string =>
  session.settings.value.colorNames[color] ?? session.messages.value.colors[color]

/** What a colour is called where it is chosen: a name of the reader's own stands with the hue. */
export function colorLabel(session: Session, color: Color): string {
  const { colors, notes } = session.messages.value
  const own = session.settings.value.colorNames[color]
  return own === undefined ? colors[color] : notes.namedColor(own, colors[color])
}

/** A style in words. */
export const styleLabel = (session: Session, { color, kind }: MarkStyle): string =>
  session.messages.value.styleName(colorName(session, color), kind)

/** Gives a colour a name; white space alone takes the name away. */
export function nameColor(session: Session, color: Color, name: string): void {
  const { [color]: _, ...others } = session.settings.peek().colorNames
  const trimmed = name.trim()
  changeSettings(session, {
    colorNames: trimmed === '' ? others : { ...others, [color]: trimmed },
  })
}
