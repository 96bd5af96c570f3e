import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Rendition } from '../../core/script/rendition'
import type { TextRange } from '../../core/text/range'
import type { Column } from '../state/view'
import { TextSurface } from './text-surface'

/** The forms of the text in the page: the one that is read, and the one beside it where two are shown. */
export class Surfaces {
  /** The form that is read. Its blocks stay in the page throughout, and with them focus and selection. */
  readonly main: TextSurface
  readonly #beside: TextSurface
  readonly #shown: Signal<readonly TextSurface[]>

  constructor(rendition: Rendition) {
    this.main = new TextSurface(rendition)
    this.#beside = new TextSurface(rendition, 'beside')
    this.#shown = signal([this.main])
  }

  /** Those in the page, that which is read first. */
  get shown(): ReadonlySignal<readonly TextSurface[]> {
    return this.#shown
  }

  in(column: Column): TextSurface {
    return column === 'block' ? this.main : this.#beside
  }

  /** The surface whose text the node is in. */
  of(node: EventTarget | null): TextSurface | undefined {
    if (!(node instanceof Node)) return undefined
    return this.#shown.peek().find((surface) => surface.blockOf(node))
  }

  /**
   * Puts a second form behind the first, or takes it away, a unit at a time: a paragraph, or a whole list,
   * table, quotation or footnote, which could not be parted by blocks and stay one. CSS makes rows of two
   * columns out of it, or lets the two follow one another.
   */
  showBeside(article: HTMLElement, rendition: Rendition | null): void {
    article.toggleAttribute('data-side-by-side', rendition !== null)
    if (rendition === null) {
      for (const unit of this.#beside.units) unit.remove()
      this.#shown.value = [this.main]
      return
    }
    this.#beside.show(rendition)
    for (const [i, unit] of this.#beside.units.entries()) {
      if (!unit.isConnected) this.main.units[i]?.after(unit)
    }
    if (this.#shown.peek().length === 1) this.#shown.value = [this.main, this.#beside]
  }

  /** The boxes of a passage's lines in the window, in CSS px. */
  boxesOf(range: TextRange, surface = this.main): readonly DOMRect[] {
    return surface.rangesOf(range).flatMap((part) => {
      const live = document.createRange()
      live.setStart(part.startContainer, part.startOffset)
      live.setEnd(part.endContainer, part.endOffset)
      return [...live.getClientRects()]
    })
  }
}
