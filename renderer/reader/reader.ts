import { batch, effect, type Signal, signal } from '@preact/signals'
import type { Annotation } from '../../core/annotation/annotation'
import { countNotes } from '../../core/annotation/note-counts'
import { isAnchored } from '../../core/annotation/resolve'
import type { PlacedBlock } from '../../core/document/document'
import { trimmed } from '../../core/document/trim'
import type { CodePoints } from '../../core/text/code-points'
import type { TextRange } from '../../core/text/range'
import { changeView, type Session } from '../state/session'
import { layOut, letSelectIn } from './columns'
import { keepEcho } from './echo'
import { layerNames, layersOf } from './layers'
import { HighlightPainter } from './painter'
import { keepPainted } from './painting'
import { type ReadingPlace, readingPlace, restorePlace } from './reading-place'
import { TextSurface } from './text-surface'

/** How near to the window's edge a line still counts as in view, and is put, in CSS px. */
const edge = 24

/**
 * The text in the page: shows the rendition that the session says, keeps the reading place, the
 * selection and the paint through every change of it, and goes to places when asked.
 */
export class Reader {
  readonly #session: Session
  /** The form that is read. */
  readonly #surface: TextSurface
  /** The form beside it; in the page only where two are shown. */
  readonly #beside: TextSurface
  readonly surfaces: Signal<readonly TextSurface[]>
  #scroller: HTMLElement | undefined
  #place: ReadingPlace
  /** The block that Tab comes to. */
  #tabStop: HTMLElement | undefined
  /** Where the scroller stood when the place was last read or restored, in CSS px. */
  #knownTop = Number.NaN

  constructor(session: Session) {
    this.#session = session
    this.#surface = new TextSurface(session.rendition.peek())
    this.#beside = new TextSurface(session.rendition.peek(), 'beside')
    this.surfaces = signal([this.#surface])
    this.#place = { offset: session.place.peek(), below: edge }
  }

  get surface(): TextSurface {
    return this.#surface
  }

  /** The surface in which the passage is selected. */
  get selectedSurface(): TextSurface {
    return this.#session.selectedIn.peek() === null ? this.#surface : this.#beside
  }

  /** The surface whose text the node is in. */
  surfaceOf(node: Node | null): TextSurface | undefined {
    return this.surfaces.peek().find((surface) => node !== null && surface.blockOf(node))
  }

  /** Puts the text into the article and keeps it in step; gives what undoes it. */
  mount(scroller: HTMLElement, article: HTMLElement): () => void {
    this.#scroller = scroller
    article.replaceChildren(...this.#surface.elements)
    const stops = [
      this.#keepPlace(scroller, article),
      this.#keepTabStop(article),
      this.#keepSelection(article),
      this.#keepRendition(scroller),
      this.#keepBeside(scroller, article),
      keepEcho(this.#session, this.surfaces),
      this.#describeBlocks(),
      this.#followLinks(),
      keepPainted(
        scroller,
        this.surfaces,
        layersOf(this.#session),
        new HighlightPainter(layerNames),
      ),
    ]
    return () => {
      for (const stop of stops) stop()
      this.#scroller = undefined
    }
  }

  /** Selects a canonical range in the page. */
  select(range: TextRange, surface = this.#surface): void {
    const start = surface.pointAt(range.start, 'after')
    const end = surface.pointAt(range.end, 'before')
    if (start === undefined || end === undefined) return
    document.getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset)
    // The page is told of it a moment later; the next key may come sooner.
    this.#readSelection()
  }

  /** What is selected now; the page is told of it a moment later. */
  selected(): TextRange | null {
    this.#readSelection()
    return this.#session.selection.peek()
  }

  /** Leaves nothing selected. */
  unselect(): void {
    document.getSelection()?.removeAllRanges()
    this.#readSelection()
  }

  /** The boxes of a passage's lines in the window, in CSS px. */
  boxesOf(range: TextRange, surface = this.#surface): readonly DOMRect[] {
    return surface.rangesOf(range).flatMap((part) => {
      const live = document.createRange()
      live.setStart(part.startContainer, part.startOffset)
      live.setEnd(part.endContainer, part.endOffset)
      return [...live.getClientRects()]
    })
  }

  /** Brings the beginning of a passage into view, a third down the window, unless it is there. */
  reveal(range: TextRange): void {
    const [first] = this.boxesOf(range)
    if (this.#scroller === undefined || first === undefined) return
    const frame = this.#scroller.getBoundingClientRect()
    if (first.top >= frame.top + edge && first.bottom <= frame.bottom - edge) return
    this.#scroller.scrollBy({ top: first.top - frame.top - frame.height / 3 })
  }

  /** Brings the beginning of a passage to the top of the window. */
  scrollToTop(range: TextRange): void {
    const [first] = this.boxesOf(range)
    if (this.#scroller === undefined || first === undefined) return
    this.#scroller.scrollBy({ top: first.top - this.#scroller.getBoundingClientRect().top - edge })
  }

  /** Scrolls the text by a distance, in CSS px. */
  scrollBy(distance: number): void {
    this.#scroller?.scrollBy({ top: distance })
  }

  /**
   * Takes the focus to the text: to a passage, which is selected and brought into view, or else to what
   * is read now, where nothing moves.
   */
  goTo(range?: TextRange): void {
    const placed = this.#surface.document.blockAt(range?.start ?? this.#session.place.peek())
    const element = placed && this.#surface.elementOf(placed.block.id)
    if (element === undefined) return
    this.#makeTabStop(element)
    element.focus({ preventScroll: true })
    if (range === undefined) return
    this.select(range)
    this.reveal(range)
  }

  /** Moves the focus to a block, and the block into view. */
  focusBlock(id: string): void {
    const element = this.#surface.elementOf(id)
    if (element === undefined) return
    this.#makeTabStop(element)
    this.#session.cursor.value = null
    element.focus({ preventScroll: true })
    element.scrollIntoView({ block: 'nearest' })
  }

  /** Moves the focus to the block that holds an offset; the text stays where it is. */
  holdFocus(offset: CodePoints): void {
    const placed = this.#surface.document.blockAt(offset)
    const element = placed && this.#surface.elementOf(placed.block.id)
    if (element === undefined) return
    this.#makeTabStop(element)
    element.focus({ preventScroll: true })
  }

  /** Moves the focus to the block that is read now. */
  focusText(): void {
    const placed = this.#surface.document.blockAt(this.#session.place.peek())
    if (placed !== undefined) this.focusBlock(placed.block.id)
  }

  /** The block that has the focus, or else the one at the top of the window. */
  currentBlock(): PlacedBlock | undefined {
    const focused = document.activeElement
    const surface = this.surfaceOf(focused)
    if (focused !== null && surface !== undefined) return surface.blockOf(focused)
    return this.#surface.document.blockAt(this.#session.place.peek())
  }

  /** Whether the focus is in the text. */
  hasFocus(): boolean {
    return this.surfaceOf(document.activeElement) !== undefined
  }

  /** Only one block is a tab stop, so that Tab leaves the text at once. */
  #makeTabStop(element: HTMLElement): void {
    if (this.#tabStop !== undefined) this.#tabStop.tabIndex = -1
    this.#tabStop = element
    element.tabIndex = 0
  }

  /** Tab comes to the block that is read, or to that which had the focus since one scrolled. */
  #keepTabStop(article: HTMLElement): () => void {
    const stopFollowing = effect(() => {
      const placed = this.#surface.document.blockAt(this.#session.place.value)
      const element = placed && this.#surface.elementOf(placed.block.id)
      if (element !== undefined && !this.hasFocus()) this.#makeTabStop(element)
    })
    const hold = () => {
      const placed = this.currentBlock()
      const element = placed && this.#surface.elementOf(placed.block.id)
      if (element !== undefined) this.#makeTabStop(element)
    }
    article.addEventListener('focusin', hold)
    return () => {
      stopFollowing()
      article.removeEventListener('focusin', hold)
    }
  }

  #keepRendition(scroller: HTMLElement): () => void {
    return effect(() => {
      const rendition = this.#session.rendition.value
      if (rendition === this.#surface.rendition) return
      const selection = this.#session.selection.peek()
      this.#follow(scroller)
      this.#surface.show(rendition)
      this.surfaces.value = [...this.surfaces.peek()]
      this.#restore(scroller)
      if (selection && this.selectedSurface === this.#surface) this.select(selection)
    })
  }

  /** Shows a second form beside the first, or takes it away; what is read stays where it is. */
  #keepBeside(scroller: HTMLElement, article: HTMLElement): () => void {
    return effect(() => {
      const rendition = this.#session.beside.value
      const selection = this.#session.selection.peek()
      const isSelectedIn = this.selectedSurface === this.#beside
      this.#follow(scroller)
      if (rendition !== null) this.#beside.show(rendition)
      layOut(article, this.#surface, rendition === null ? undefined : this.#beside)
      this.surfaces.value = rendition === null ? [this.#surface] : [this.#surface, this.#beside]
      this.#restore(scroller)
      if (selection && isSelectedIn) {
        this.select(selection, rendition === null ? this.#surface : this.#beside)
      }
    })
  }

  /**
   * Follows the reader's scrolling; and when the layout changes under the same scrolling position
   * (another width, size or font), scrolls so that the same character stays where it was.
   */
  #keepPlace(scroller: HTMLElement, article: HTMLElement): () => void {
    const follow = () => this.#follow(scroller)
    const save = () => {
      follow()
      const { place, view } = this.#session
      if (view.peek().place !== place.peek()) changeView(this.#session, { place: place.peek() })
    }
    const hold = () => {
      const end = scroller.scrollHeight - scroller.clientHeight
      // A text that became shorter moves the scroller back from beyond its end; else the reader
      // scrolled just now, and the page has not been told yet.
      if (this.#isMoved(scroller) && scroller.scrollTop < end - 1) follow()
      else this.#restore(scroller)
    }
    const observer = new ResizeObserver(hold)
    observer.observe(article)
    // A font that arrives late can move lines and leave the height of the whole as it was.
    document.fonts.addEventListener('loadingdone', hold)
    if (this.#place.offset > 0) this.#restore(scroller)
    else follow()
    scroller.addEventListener('scroll', follow, { passive: true })
    scroller.addEventListener('scrollend', save)
    window.addEventListener('pagehide', save)
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', hold)
      scroller.removeEventListener('scroll', follow)
      scroller.removeEventListener('scrollend', save)
      window.removeEventListener('pagehide', save)
    }
  }

  /**
   * Reads the place, unless not the reader but we scrolled: to read it anew would put the line's first
   * character in place of the one that was held, and with every change of layout it would creep up.
   */
  #follow(scroller: HTMLElement): void {
    if (!this.#isMoved(scroller)) return
    const place = readingPlace(scroller, this.#surface)
    if (place === undefined) return
    this.#knownTop = scroller.scrollTop
    this.#place = place
    this.#session.place.value = place.offset
  }

  #isMoved(scroller: HTMLElement): boolean {
    return !(Math.abs(scroller.scrollTop - this.#knownTop) < 1)
  }

  /** Puts the held character back where it was. */
  #restore(scroller: HTMLElement): void {
    restorePlace(scroller, this.#surface, this.#place)
    this.#knownTop = scroller.scrollTop
  }

  #readSelection(): void {
    const surface = this.#surfaceSelecting()
    const range = this.#selectedRange(surface) ?? null
    batch(() => {
      this.#session.selection.value = range
      if (range === null) return
      this.#session.cursor.value = range.end
      this.#session.selectedIn.value = surface === this.#surface ? null : this.#beside.rendition.tag
    })
  }

  #keepSelection(article: HTMLElement): () => void {
    const read = () => {
      letSelectIn(article, this.#surfaceSelecting())
      this.#readSelection()
    }
    const begin = (event: PointerEvent) => {
      const surface = event.target instanceof Node ? this.surfaceOf(event.target) : undefined
      if (surface !== undefined) letSelectIn(article, surface)
    }
    document.addEventListener('selectionchange', read)
    article.addEventListener('pointerdown', begin)
    return () => {
      document.removeEventListener('selectionchange', read)
      article.removeEventListener('pointerdown', begin)
    }
  }

  /** The surface in which the selection began, or else ends. */
  #surfaceSelecting(): TextSurface {
    const selection = document.getSelection()
    return (
      this.surfaceOf(selection?.anchorNode ?? null) ??
      this.surfaceOf(selection?.focusNode ?? null) ??
      this.#surface
    )
  }

  #selectedRange(surface: TextSurface): TextRange | undefined {
    const selection = document.getSelection()
    if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined
    const range = surface.canonicalRange(selection.getRangeAt(0))
    return range && trimmed(surface.document, range)
  }

  /** Shows the passage that a link points at, when the app is opened by one or while it is open. */
  #followLinks(): () => void {
    const show = (id: string) => {
      const item = this.#session.resolved.peek().find(({ annotation }) => annotation.id === id)
      if (item !== undefined && isAnchored(item)) this.reveal(item.place)
    }
    const { annotationId } = this.#session.app.showing
    if (annotationId !== null) show(annotationId)
    return this.#session.api.onEvent((event) => {
      if (event.kind === 'show' && event.showing.annotationId !== null) {
        show(event.showing.annotationId)
      }
    })
  }

  /** Tells screen readers how many marks and notes each block has, since paint leaves nothing in the page. */
  #describeBlocks(): () => void {
    return effect(() => {
      const messages = this.#session.messages.value
      const marked = new Map<string, Annotation[]>()
      for (const item of this.#session.resolved.value) {
        if (!isAnchored(item)) continue
        for (const { block } of this.#surface.document.blocksIn(item.place)) {
          const here = marked.get(block.id)
          if (here === undefined) marked.set(block.id, [item.annotation])
          else here.push(item.annotation)
        }
      }
      const { beside } = this.#session
      for (const element of this.#beside.elements) {
        const isHeading = element instanceof HTMLHeadingElement
        const form = messages.scripts[beside.value?.tag ?? 'source']
        element.ariaRoleDescription = messages.edition.besideBlock(form, isHeading)
      }
      for (const element of this.#surface.elements) {
        const here = marked.get(element.dataset['block'] ?? '') ?? []
        const words = messages.marksHere(here.length, countNotes(here))
        if (here.length > 0) element.setAttribute('aria-description', words)
        else element.removeAttribute('aria-description')
      }
    })
  }
}
