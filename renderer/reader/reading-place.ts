import { type CodePoints, codePoints } from '../../core/text/code-points'
import type { View } from '../state/view'
import type { BlockView } from './block-view'
import { flowOf, frameOf } from './flow'
import type { Rest } from './rest'
import type { TextSurface } from './text-surface'

/** How near to the window's edge a line still counts as in view, and is put, in CSS px. */
export const edge = 24

/** Where the reader is: a character, and how far its line begins beyond the window's edge, in CSS px. */
interface Place {
  readonly offset: CodePoints
  readonly beyond: number
}

/**
 * Follows the reader's scrolling, and tells of it when they are at rest; and when the layout changes
 * under the same scrolling position (another width, size, font, form or setting), scrolls so that the
 * same character stays where it was.
 */
export class ReadingPlace {
  readonly #surface: TextSurface
  readonly #view: View
  readonly #rest: Rest
  #scroller: HTMLElement | undefined
  #article: HTMLElement | undefined
  #place: Place
  /** Where the scroller stood when the place was last read or restored, in CSS px. */
  #known = Number.NaN
  /** How large the text was then: of another size, it is laid out anew, and the place not yet restored. */
  #size = ''
  /** Whether the place is that of a block, as it is while the reader scrolls, and not yet of a line. */
  #isRough = false

  constructor(surface: TextSurface, view: View, rest: Rest) {
    this.#surface = surface
    this.#view = view
    this.#rest = rest
    view.followBy({
      now: () => {
        this.follow()
        return this.#place.offset
      },
      tell: () => {
        this.follow()
        if (this.#scroller !== undefined) this.#tell(this.#scroller)
      },
    })
    this.#place = { offset: view.place.peek(), beyond: edge }
  }

  /** Begins to follow; gives what stops it. */
  mount(scroller: HTMLElement, article: HTMLElement): () => void {
    this.#scroller = scroller
    this.#article = article
    const save = () => this.#view.keepPlace()
    const hold = () => this.#hold(scroller)
    const scroll = () => {
      this.#glance(scroller)
      this.#rest.schedule(save)
    }
    const observer = new ResizeObserver(hold)
    observer.observe(article)
    // A font that arrives late can move lines and leave the height of the whole as it was.
    document.fonts.addEventListener('loadingdone', hold)
    if (this.#place.offset > 0) this.restore()
    else {
      this.follow()
      this.#tell(scroller)
    }
    scroller.addEventListener('scroll', scroll, { passive: true })
    window.addEventListener('pagehide', save)
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', hold)
      scroller.removeEventListener('scroll', scroll)
      window.removeEventListener('pagehide', save)
      this.#scroller = undefined
      this.#article = undefined
    }
  }

  /**
   * Reads the place, and tells nobody, unless not the reader but we scrolled: to read it anew would put the line's first
   * character in place of the one that was held, and with every change of layout it would creep up.
   */
  follow(): void {
    const scroller = this.#scroller
    if (scroller === undefined) return
    // Frames do what was asked for before they tell of sizes that changed.
    if (this.#sizeNow() !== this.#size) this.#hold(scroller)
    if (!this.#isRough && !this.#isMoved(scroller)) return
    this.#take(scroller, placeAt(scroller, this.#surface))
    this.#isRough = false
  }

  /**
   * Notes for itself the block that is read now. It is asked at every step of scrolling, and must not ask
   * for boxes of characters: for each such question the browser looks through all that is painted, and
   * paints it anew. Nobody is told, for then something in the page would change.
   */
  #glance(scroller: HTMLElement): void {
    if (!this.#isMoved(scroller)) return
    const block = blockAt(scroller, this.#surface)
    if (block === undefined) return
    const { blockStart: start } = flowOf(scroller).boxOf(block.element.getBoundingClientRect())
    const beyond = start - frameOf(scroller).blockStart
    this.#take(scroller, { offset: block.placed.range.start, beyond })
    this.#isRough = true
  }

  #take(scroller: HTMLElement, place: Place | undefined): void {
    if (place === undefined) return
    this.#known = flowOf(scroller).positionOf(scroller)
    this.#size = this.#sizeNow()
    this.#place = place
  }

  /** Holds the place in a layout that is new. */
  #hold(scroller: HTMLElement): void {
    const flow = flowOf(scroller)
    // A text that became shorter moves the scroller back from beyond its end; else the reader
    // scrolled just now, and the page has not been told yet.
    const isAtEnd = flow.positionOf(scroller) >= flow.endOf(scroller) - 1
    if (this.#isMoved(scroller) && !isAtEnd) this.#glance(scroller)
    else this.restore()
  }

  #tell(scroller: HTMLElement): void {
    this.#view.place.value = this.#place.offset
    this.#view.isAtEnd.value = this.#known >= flowOf(scroller).endOf(scroller) - 1
  }

  /** Puts the held character back where it was; without animation, for the reader must not see it. */
  restore(): void {
    const scroller = this.#scroller
    if (scroller === undefined) return
    const flow = flowOf(scroller)
    const { offset, beyond } = this.#place
    const line = this.#isRough
      ? blockStart(this.#surface, offset)
      : lineStart(this.#surface, offset)
    if (line !== undefined) flow.scrollBy(scroller, line - frameOf(scroller).blockStart - beyond)
    this.#known = flow.positionOf(scroller)
    this.#size = this.#sizeNow()
    if (!this.#isRough) this.#tell(scroller)
  }

  /** Puts the line of a character at the top of the window. */
  moveTo(offset: CodePoints): void {
    this.#place = { offset, beyond: edge }
    this.#isRough = false
    this.restore()
    this.#view.place.value = offset
  }

  #sizeNow(): string {
    const { width, height } = this.#article?.getBoundingClientRect() ?? new DOMRect()
    return `${width} ${height}`
  }

  #isMoved(scroller: HTMLElement): boolean {
    return !(Math.abs(flowOf(scroller).positionOf(scroller) - this.#known) < 1)
  }
}

/**
 * The first character whose line begins in view of the scroller. Found by asking for boxes,
 * of blocks and then of single characters, by halves: a few questions, however long the text is.
 */
function placeAt(scroller: Element, surface: TextSurface): Place | undefined {
  const start = frameOf(scroller).blockStart
  const placed = blockAt(scroller, surface)?.placed
  if (placed === undefined) return undefined
  let low: number = placed.range.start
  let high: number = placed.range.end
  while (low < high) {
    const middle = (low + high) >> 1
    const line = lineStart(surface, codePoints(middle))
    if (line !== undefined && line < start - 1) low = middle + 1
    else high = middle
  }
  const offset = codePoints(Math.min(low, Math.max(placed.range.start, placed.range.end - 1)))
  const line = lineStart(surface, offset)
  return line === undefined ? undefined : { offset, beyond: line - start }
}

/** The first block of which something is in view of the scroller. */
function blockAt(scroller: Element, surface: TextSurface): BlockView | undefined {
  const flow = flowOf(scroller)
  const start = frameOf(scroller).blockStart
  return surface.firstFrom(
    (block) => flow.boxOf(block.getBoundingClientRect()).blockEnd <= start + 1,
  )
}

/** Where the block of a character begins along the block axis, in CSS px. */
function blockStart(surface: TextSurface, offset: CodePoints): number | undefined {
  const element = surface.elementAt(offset)
  return element && flowOf(element).boxOf(element.getBoundingClientRect()).blockStart
}

/** Where a character's box begins along the block axis, in CSS px. */
function lineStart(surface: TextSurface, offset: CodePoints): number | undefined {
  const placed = surface.document.blockAt(offset)
  if (placed === undefined) return undefined
  const range = surface.rangeIn(placed, {
    start: offset,
    end: codePoints(Math.min(offset + 1, placed.range.end)),
  })
  const element = surface.elementOf(placed.block.id)
  if (element === undefined) return undefined
  const flow = flowOf(element)
  if (range === undefined) return flow.boxOf(element.getBoundingClientRect()).blockStart
  const live = document.createRange()
  live.setStart(range.startContainer, range.startOffset)
  live.setEnd(range.endContainer, range.endOffset)
  const [box] = live.getClientRects()
  return box && flow.boxOf(box).blockStart
}
