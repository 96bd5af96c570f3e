import type { PlacedBlock } from '../../core/document/document'
import type { CodePoints } from '../../core/text/code-points'
import type { View } from '../state/view'
import type { Surfaces } from './surfaces'

/** Where the focus is in the text. Only one block is a tab stop, with its links, so that Tab soon leaves the text. */
export class TabStop {
  readonly #surfaces: Surfaces
  readonly #view: View
  readonly #isInView: (offset: CodePoints) => boolean
  /** The block that Tab comes to. */
  #stop: HTMLElement | undefined

  constructor(surfaces: Surfaces, view: View, isInView: (offset: CodePoints) => boolean) {
    this.#surfaces = surfaces
    this.#view = view
    this.#isInView = isInView
  }

  /**
   * Lets Tab come to the block that is read, or to that which had the focus since one scrolled. It follows
   * when one is at rest, or when Tab is pressed, and not at every step of scrolling.
   */
  mount(article: HTMLElement): () => void {
    const press = ({ key }: KeyboardEvent) => {
      if (key === 'Tab') this.#bringIntoView()
    }
    const stopFollowing = this.#view.place.subscribe((place) => this.#follow(place))
    document.addEventListener('keydown', press, { capture: true })
    const hold = () => {
      const element = this.#elementAt(this.currentBlock()?.range.start)
      if (element !== undefined) this.#moveTo(element)
    }
    article.addEventListener('focusin', hold)
    return () => {
      stopFollowing()
      document.removeEventListener('keydown', press, { capture: true })
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
    return this.#surfaces.main.document.blockAt(this.#view.placeNow())
  }

  /** Moves the focus to the block that holds an offset; the text stays where it is. */
  focusAt(offset: CodePoints): HTMLElement | undefined {
    const element = this.#elementAt(offset)
    if (element === undefined) return undefined
    this.#moveTo(element)
    element.focus({ preventScroll: true })
    return element
  }

  /** Takes the focus to the tab stop: where it was in the text, if that is still in view. Nothing moves. */
  focus(): void {
    this.#bringIntoView()
    this.#stop?.focus({ preventScroll: true })
  }

  /** Lets the stop be in view, where one scrolled away from it and is not at rest yet. */
  #bringIntoView(): void {
    const block = this.#stop && this.#surfaces.main.blockOf(this.#stop)
    if (block === undefined || !this.#isInView(block.range.start)) {
      this.#follow(this.#view.placeNow())
    }
  }

  #follow(place: CodePoints): void {
    const element = this.#elementAt(place)
    if (element !== undefined && !this.hasFocus()) this.#moveTo(element)
  }

  #elementAt(offset: CodePoints | undefined): HTMLElement | undefined {
    return offset === undefined ? undefined : this.#surfaces.main.elementAt(offset)
  }

  #moveTo(element: HTMLElement): void {
    if (element === this.#stop) return
    if (this.#stop !== undefined) this.#setTabIndex(this.#stop, -1)
    this.#stop = element
    this.#setTabIndex(element, 0)
  }

  /** The links of a block can be tabbed to as long as the block itself can. */
  #setTabIndex(element: HTMLElement, tabIndex: 0 | -1): void {
    for (const one of [element, ...this.#surfaces.main.linksIn(element)]) one.tabIndex = tabIndex
  }
}
