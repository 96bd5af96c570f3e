import { signal } from '@preact/signals'
import { type FigureFilter, type FigureOrder, noFilter, textOrder } from '../../core/figures/table'

export const figureViews = ['table', 'comparison', 'plots'] as const

export type FigureView = (typeof figureViews)[number]

/** How the reader looks at the figures. It outlives the view, so that coming back is coming back. */
export class Figures {
  readonly isOpen = signal(false)
  readonly view = signal<FigureView>('table')
  readonly filter = signal<FigureFilter>(noFilter)
  readonly order = signal<FigureOrder>(textOrder)
  /** The figure whose passage was gone to, and the way back leads to. */
  readonly left = signal<string | null>(null)
  /** How far the view was scrolled, in CSS px. */
  readonly scrolled = signal(0)

  /** Closes the view for good; says whether it was open. */
  close(): boolean {
    if (!this.isOpen.peek()) return false
    this.left.value = null
    this.isOpen.value = false
    return true
  }
}
