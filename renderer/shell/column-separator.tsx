import { type ColumnWidths, columnLimits, defaultSettings } from '../../core/app/settings'
import { type Preferences, usePreferences } from '../state/preferences'

type ColumnName = keyof ColumnWidths

/** How far an arrow key moves it, in CSS px. */
const step = 16

/** To which side of its column it stands: 1 where the column grows as it moves to the right. */
const sides: Readonly<Record<ColumnName, 1 | -1>> = { contents: 1, notes: -1 }

/**
 * The edge between a column and the text: dragged, or moved with the arrow keys, it makes the column
 * wider; a double click brings back the width that was designed (WAI-ARIA's window splitter).
 */
export function ColumnSeparator({ of: column }: { of: ColumnName }) {
  const preferences = usePreferences()
  const { min, max } = columnLimits[column]
  const width = preferences.settings.value.columnWidths[column]
  return (
    <div
      class="column-separator"
      role="separator"
      data-of={column}
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={preferences.messages.value.appearance.columnWidth[column]}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      onKeyDown={(event) => {
        const to = { Home: min, End: max, ...besides(column, width) }[event.key]
        if (to === undefined) return
        event.preventDefault()
        setWidth(preferences, column, to)
      }}
      onPointerDown={(event) => follow(preferences, column, event)}
      onDblClick={() => setWidth(preferences, column, defaultSettings.columnWidths[column])}
    />
  )
}

const besides = (column: ColumnName, width: number): Readonly<Record<string, number>> => ({
  ArrowRight: width + step * sides[column],
  ArrowLeft: width - step * sides[column],
})

function setWidth(preferences: Preferences, column: ColumnName, width: number): void {
  const { min, max } = columnLimits[column]
  const { columnWidths } = preferences.settings.peek()
  const within = Math.round(Math.min(max, Math.max(min, width)))
  if (within !== columnWidths[column]) {
    preferences.change({ columnWidths: { ...columnWidths, [column]: within } })
  }
}

/** Has the edge follow the pointer until it is let go. */
function follow(preferences: Preferences, column: ColumnName, pressed: PointerEvent): void {
  const edge = pressed.currentTarget
  if (!(edge instanceof HTMLElement) || pressed.button !== 0) return
  pressed.preventDefault()
  edge.focus({ preventScroll: true })
  const from = preferences.settings.peek().columnWidths[column]
  const move = ({ clientX }: PointerEvent) =>
    setWidth(preferences, column, from + (clientX - pressed.clientX) * sides[column])
  edge.setPointerCapture(pressed.pointerId)
  edge.addEventListener('pointermove', move)
  edge.addEventListener('lostpointercapture', () => edge.removeEventListener('pointermove', move), {
    once: true,
  })
}
