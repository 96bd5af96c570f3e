import { type Signal, signal } from '@preact/signals'
import { type FigureFilter, type FigureOrder, noFilter, textOrder } from '../../core/figures/table'

export const figureViews = ['table', 'comparison', 'plots'] as const

export type FigureView = (typeof figureViews)[number]

/** How the reader looks at the figures. It outlives the view, so that coming back is coming back. */
export interface FiguresState {
  readonly isOpen: Signal<boolean>
  readonly view: Signal<FigureView>
  readonly filter: Signal<FigureFilter>
  readonly order: Signal<FigureOrder>
  /** The figure whose passage was gone to, and the way back leads to. */
  readonly left: Signal<string | null>
  /** How far the view was scrolled, in CSS px. */
  readonly scrolled: Signal<number>
}

export const createFiguresState = (): FiguresState => ({
  isOpen: signal(false),
  view: signal<FigureView>('table'),
  filter: signal(noFilter),
  order: signal(textOrder),
  left: signal(null),
  scrolled: signal(0),
})
