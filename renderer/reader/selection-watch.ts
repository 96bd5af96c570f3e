import { trimmed } from '../../core/document/trim'
import type { TextRange } from '../../core/text/range'
import type { Selection } from '../state/selection'
import type { Surfaces } from './surfaces'
import type { TextSurface } from './text-surface'

/** Tells the state what is selected in the page, as canonical ranges, and selects what is asked for. */
export class SelectionWatch {
  readonly #surfaces: Surfaces
  readonly #selection: Selection

  constructor(surfaces: Surfaces, selection: Selection) {
    this.#surfaces = surfaces
    this.#selection = selection
  }

  mount(article: HTMLElement): () => void {
    const read = () => {
      letSelectIn(article, this.#selecting())
      this.#read()
    }
    const begin = (event: PointerEvent) => {
      const surface = this.#surfaces.of(event.target)
      if (surface !== undefined) letSelectIn(article, surface)
    }
    // At once, for the style of the whole text hangs on it: not first when something is selected.
    letSelectIn(article, this.#surfaces.main)
    document.addEventListener('selectionchange', read)
    article.addEventListener('pointerdown', begin)
    return () => {
      document.removeEventListener('selectionchange', read)
      article.removeEventListener('pointerdown', begin)
    }
  }

  /** The surface in which the passage is selected. */
  get surface(): TextSurface {
    const surface = this.#surfaces.in(this.#selection.column.peek())
    return this.#surfaces.shown.peek().includes(surface) ? surface : this.#surfaces.main
  }

  /** What is selected now; the page is told of it a moment later. */
  selected(): TextRange | null {
    this.#read()
    return this.#selection.range.peek()
  }

  /** Gives what selects again what is selected now, when a field has taken the selection for itself. */
  hold(): () => void {
    const range = this.selected()
    const { surface } = this
    return () => {
      if (range !== null) this.select(range, surface)
    }
  }

  /** Selects a canonical range in the page. */
  select(range: TextRange, surface = this.#surfaces.main): void {
    const start = surface.pointAt(range.start, 'after')
    const end = surface.pointAt(range.end, 'before')
    if (start === undefined || end === undefined) return
    document.getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset)
    // The page is told of it a moment later; the next key may come sooner.
    this.#read()
  }

  /** Leaves nothing selected. */
  clear(): void {
    document.getSelection()?.removeAllRanges()
    this.#read()
  }

  #read(): void {
    const surface = this.#selecting()
    this.#selection.set(selectedRange(surface) ?? null, surface.column)
  }

  /** The surface in which the selection began, or else ends. */
  #selecting(): TextSurface {
    const selection = document.getSelection()
    return (
      this.#surfaces.of(selection?.anchorNode ?? null) ??
      this.#surfaces.of(selection?.focusNode ?? null) ??
      this.#surfaces.main
    )
  }
}

function selectedRange(surface: TextSurface): TextRange | undefined {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = surface.canonicalRange(selection.getRangeAt(0))
  return range && trimmed(surface.document, range)
}

/**
 * Lets a selection run through one of two forms only: from one block to the next it would else take
 * in what stands between them. CSS withholds the other form.
 */
function letSelectIn(article: HTMLElement, { column }: TextSurface): void {
  if (article.dataset['selecting'] !== column) article.dataset['selecting'] = column
}
