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
  #next: (() => void) | undefined

  /** Closes the view for good; says whether it was open. */
  close(): boolean {
    if (!this.isOpen.peek()) return false
    this.left.value = null
    this.leave()
    return true
  }

  /** Closes the view. @param next done when the text is seen again, in place of going on reading it */
  leave(next?: () => void): void {
    this.#next = next
    this.isOpen.value = false
  }

  /** What is to be done now that the text is seen again, if anything was asked for; asked once. */
  takeNext(): (() => void) | undefined {
    const next = this.#next
    this.#next = undefined
    return next
  }
}
