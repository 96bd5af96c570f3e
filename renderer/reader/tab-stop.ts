import { effect } from '@preact/signals'
import type { PlacedBlock } from '../../core/document/document'
import type { CodePoints } from '../../core/text/code-points'
import type { View } from '../state/view'
import type { Surfaces } from './surfaces'

/** Where the focus is in the text. Only one block is a tab stop, so that Tab leaves the text at once. */
export class TabStop {
  readonly #surfaces: Surfaces
  readonly #view: View
  /** The block that Tab comes to. */
  #stop: HTMLElement | undefined

  constructor(surfaces: Surfaces, view: View) {
    this.#surfaces = surfaces
    this.#view = view
  }

  /** Lets Tab come to the block that is read, or to that which had the focus since one scrolled. */
  mount(article: HTMLElement): () => void {
    const stopFollowing = effect(() => {
      const element = this.#elementAt(this.#view.place.value)
      if (element !== undefined && !this.hasFocus()) this.#moveTo(element)
    })
    const hold = () => {
      const element = this.#elementAt(this.currentBlock()?.range.start)
      if (element !== undefined) this.#moveTo(element)
    }
    article.addEventListener('focusin', hold)
    return () => {
      stopFollowing()
      article.removeEventListener('focusin', hold)
    }
  }

  /** Whether the focus is in the text. */
  hasFocus(): boolean {
    return this.#surfaces.of(document.activeElement) !== undefined
  }

  /** The block that has the focus, or else the one at the top of the window. */
  currentBlock(): PlacedBlock | undefined {
    const focused = document.activeElement
    const surface = this.#surfaces.of(focused)
    if (focused !== null && surface !== undefined) return surface.blockOf(focused)
    return this.#surfaces.main.document.blockAt(this.#view.place.peek())
  }

  /** Moves the focus to the block that holds an offset; the text stays where it is. */
  focusAt(offset: CodePoints): HTMLElement | undefined {
    const element = this.#elementAt(offset)
    if (element === undefined) return undefined
    this.#moveTo(element)
    element.focus({ preventScroll: true })
    return element
  }

  /** Takes the focus to the tab stop. Nothing moves. */
  focus(): void {
    this.#stop?.focus({ preventScroll: true })
  }

  #elementAt(offset: CodePoints | undefined): HTMLElement | undefined {
    const { main } = this.#surfaces
    const placed = offset === undefined ? undefined : main.document.blockAt(offset)
    return placed && main.elementOf(placed.block.id)
  }

  #moveTo(element: HTMLElement): void {
    if (this.#stop !== undefined) this.#stop.tabIndex = -1
    this.#stop = element
    element.tabIndex = 0
  }
}
