import { batch, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Rendition } from '../../core/script/rendition'
import type { CodePoints } from '../../core/text/code-points'
import type { TextRange } from '../../core/text/range'
import type { Column } from '../state/view'
import { TextSurface } from './text-surface'
import { whenIdle } from './when-idle'

/** How many chunks around the place where the reader is are made before the first frame. */
const atOnce = 8

/** The forms of the text in the page: the one that is read, and the one beside it where two are shown. */
export class Surfaces {
  /** The form that is read. Its blocks stay in the page throughout, and with them focus and selection. */
  readonly main: TextSurface
  readonly #beside: TextSurface
  readonly #shown: Signal<readonly TextSurface[]>
  readonly #made = signal(0)

  constructor(rendition: Rendition) {
    this.main = new TextSurface(rendition)
    this.#beside = new TextSurface(rendition, 'beside', this.main)
    this.#shown = signal([this.main])
  }

  /** Those in the page, that which is read first. */
  get shown(): ReadonlySignal<readonly TextSurface[]> {
    return this.#shown
  }

  /** Changes whenever blocks were made or brought into another form. */
  get made(): ReadonlySignal<number> {
    return this.#made
  }

  in(column: Column): TextSurface {
    return column === 'block' ? this.main : this.#beside
  }

  /** The surface whose text the node is in. */
  of(node: EventTarget | null): TextSurface | undefined {
    if (!(node instanceof Node)) return undefined
    return this.#shown.peek().find((surface) => surface.blockOf(node))
  }

  /** Puts the text into the article, ready around a place; the rest is for `update` to make. */
  mount(article: HTMLElement, place: CodePoints): void {
    article.replaceChildren(...this.main.chunks.map(({ element }) => element))
    const at = this.main.chunks.findIndex(({ placed }) => (placed.at(-1)?.range.end ?? 0) >= place)
    for (let number = Math.max(0, at - atOnce); number <= at + atOnce; number++) this.update(number)
  }

  /** Whether a chunk, by its number from 0, is in the page in the forms that are shown. */
  isUpToDate(number: number): boolean {
    return this.#shown.peek().every((surface) => {
      const chunk = surface.chunks[number]
      return chunk === undefined || (surface.isUpToDate(chunk) && isInPage(surface, number))
    })
  }

  /**
   * Brings a chunk into the forms that are shown. The second form stands behind the first a unit at a time:
   * a paragraph, or a whole list, table, quotation or footnote, which could not be parted by blocks and
   * stay one. CSS makes rows of two columns out of it, or lets the two follow one another.
   */
  update(number: number): void {
    if (this.isUpToDate(number)) return
    for (const surface of this.#shown.peek()) {
      const chunk = surface.chunks[number]
      if (chunk !== undefined) surface.update(chunk)
    }
    if (this.#shown.peek().includes(this.#beside) && !isInPage(this.#beside, number)) {
      const units = this.main.chunks[number]?.made?.units ?? []
      const others = this.#beside.chunks[number]?.made?.units ?? []
      for (const [i, unit] of units.entries()) if (others[i] !== undefined) unit.after(others[i])
    }
    // Read unseen: an effect that has blocks made would else follow what it writes.
    this.#made.value = this.#made.peek() + 1
  }

  /**
   * Brings everything else up to date while there is nothing better to do, and all at once before it is
   * printed; gives what stops that.
   */
  keepUpToDate(): () => void {
    const { length } = this.main.chunks
    let takeBack: (() => void) | undefined
    let next = 0
    const goOn = (deadline: IdleDeadline) => {
      batch(() => {
        do this.update(next++)
        while (next < length && deadline.timeRemaining() > 2)
      })
      if (next < length) takeBack = whenIdle(goOn)
    }
    const stop = effect(() => {
      for (const { rendition } of this.#shown.value) void rendition.value
      takeBack?.()
      next = 0
      takeBack = whenIdle(goOn)
    })
    const finish = () => {
      for (let number = 0; number < length; number++) this.update(number)
    }
    window.addEventListener('beforeprint', finish)
    return () => {
      stop()
      takeBack?.()
      window.removeEventListener('beforeprint', finish)
    }
  }

  /** Shows a second form beside the first, or takes it away. */
  showBeside(article: HTMLElement, rendition: Rendition | null): void {
    article.toggleAttribute('data-side-by-side', rendition !== null)
    if (rendition === null) {
      for (const { made } of this.#beside.chunks)
        for (const unit of made?.units ?? []) unit.remove()
      this.#shown.value = [this.main]
      return
    }
    this.#beside.show(rendition)
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

/** Whether what was made of a chunk stands in the page. */
const isInPage = ({ chunks }: TextSurface, number: number): boolean =>
  chunks[number]?.made?.units[0]?.parentElement !== null
