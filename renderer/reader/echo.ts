import { effect, type ReadonlySignal } from '@preact/signals'
import type { Session } from '../state/session'
import { HighlightPainter } from './painter'
import type { TextSurface } from './text-surface'

const layer = 'selection-echo'

/** Shows the selected passage in the form in which it was not selected, where two are shown. */
export function keepEcho(
  { selection, selectedIn }: Session,
  surfaces: ReadonlySignal<readonly TextSurface[]>,
): () => void {
  const painter = new HighlightPainter([layer])
  const stop = effect(() => {
    const range = selection.value
    const selecting = selectedIn.value === null ? 'block' : 'beside'
    const others = surfaces.value.filter(({ column }) => column !== selecting)
    painter.paint(layer, range === null ? [] : others.flatMap((other) => other.rangesOf(range)))
  })
  return () => {
    stop()
    painter.clear()
  }
}
