import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { CanonicalDocument, PlacedBlock } from '../../core/document/document'
import { noteSignsOf } from '../../core/document/structure'
import type { Rendition } from '../../core/script/rendition'
import type { CodePoints } from '../../core/text/code-points'
import { countBelow } from '../../core/text/offset-index'
import { type TextRange, textRange } from '../../core/text/range'
import type { Column } from '../state/view'
import type { Destination } from './block-elements'
import { type BlockView, type DomPoint, isBehind } from './block-view'
import { Chunk, chunksOf, elementFor, isShort } from './chunk'

export type { DomPoint } from './block-view'

/**
 * One rendition of a document as text nodes, and the only way from canonical offsets to DOM positions and
 * back; of all the page, only its `BlockView`s count in UTF-16. The elements are made once; another rendition exchanges the nodes' data.
 *
 * It is made, and exchanged, a chunk at a time. Whatever is asked about a block brings its chunk up to
 * date first, and what is read out of the page is reckoned by the form that stands there: an address is
 * right at every moment, however much is still to be done.
 */
export class TextSurface {
  readonly document: CanonicalDocument
  readonly column: Column
  /** In text order. */
  readonly chunks: readonly Chunk[]
  readonly #rendition: Signal<Rendition>
  readonly #chunkOf = new Map<string, Chunk>()
  readonly #views = new Map<string, BlockView>()
  readonly #links = new Map<Element, Destination>()

  /** @param beside another form of the text, whose blocks those of this one are to stand beside */
  constructor(rendition: Rendition, column: Column = 'block', beside?: TextSurface) {
    this.document = rendition.document
    this.column = column
    this.#rendition = signal(rendition)
    const signs = noteSignsOf(this.document.data)
    const isDeferred = !isShort(this.document)
    this.chunks = chunksOf(this.document).map((placed, i) => {
      const element = beside?.chunks[i]?.element ?? elementFor(placed, isDeferred)
      return new Chunk(placed, column, signs, element)
    })
    for (const chunk of this.chunks) {
      for (const { block } of chunk.placed) this.#chunkOf.set(block.id, chunk)
    }
  }

  /** What it shows; what nobody has asked for yet may still have to be brought into it. */
  get rendition(): ReadonlySignal<Rendition> {
    return this.#rendition
  }

  /** Shows another rendition in the same elements. Nothing that counts canonical offsets moves. */
  show(rendition: Rendition): void {
    this.#rendition.value = rendition
  }

  isUpToDate(chunk: Chunk): boolean {
    return chunk.shows(this.#rendition.peek())
  }

  /** Brings a chunk into the rendition that is shown, and gives its blocks. */
  update(chunk: Chunk): readonly BlockView[] {
    const isNew = chunk.made === undefined
    const { views, links } = chunk.show(this.#rendition.peek())
    if (isNew) {
      for (const view of views) this.#views.set(view.placed.block.id, view)
      for (const [link, destination] of links) this.#links.set(link, destination)
    }
    return views
  }

  elementOf(blockId: string): HTMLElement | undefined {
    return this.#view(blockId)?.element
  }

  /** The element of a block, if it was made already. */
  madeElementOf(blockId: string): HTMLElement | undefined {
    return this.#views.get(blockId)?.element
  }

  /** The element of the block that holds an offset. */
  elementAt(offset: CodePoints): HTMLElement | undefined {
    const placed = this.document.blockAt(offset)
    return placed && this.elementOf(placed.block.id)
  }

  /**
   * The first block that does not lie before a place.
   *
   * @param isBefore whether an element lies wholly before it
   */
  firstFrom(isBefore: (element: Element) => boolean): BlockView | undefined {
    const at = countBelow(this.chunks, ({ element }) => isBefore(element))
    const [chunk, next] = this.chunks.slice(at, at + 2)
    if (chunk === undefined) return undefined
    const views = this.update(chunk)
    const view = views[countBelow(views, ({ element }) => isBefore(element))]
    return view ?? (next && this.update(next)[0])
  }

  /** The block whose element is, or holds, the node. */
  blockOf(node: Node): PlacedBlock | undefined {
    return this.#viewOf(node)?.placed
  }

  /** Where the link leads that the node is in, if it is in one. */
  destinationAt(node: Node): Destination | undefined {
    const element = node instanceof Element ? node : node.parentElement
    const link = element?.closest('a')
    return link ? this.#links.get(link) : undefined
  }

  /** The links that stand in a block. */
  linksIn(element: HTMLElement): readonly HTMLElement[] {
    return [...element.querySelectorAll('a')].filter((link) => this.#links.has(link))
  }

  /** The first sign in the text that refers to a note. */
  referenceTo(noteId: string): HTMLElement | undefined {
    const refers = this.document.data.blocks.find(({ spans = [] }) =>
      spans.some((span) => span.kind === 'note-reference' && span.noteId === noteId),
    )
    const links = (refers && this.#view(refers.id)?.links) ?? []
    const [link] =
      links.find(([, target]) => target.to === 'note' && target.noteId === noteId) ?? []
    return link
  }

  /** What of a canonical range stands in one block, as a range of the page; nothing if nothing does. */
  rangeIn(placed: PlacedBlock, range: TextRange): StaticRange | undefined {
    return this.#view(placed.block.id)?.rangeOf(range)
  }

  /** A canonical range as ranges of the page, one a block. */
  rangesOf(range: TextRange): readonly StaticRange[] {
    return this.document.blocksIn(range).flatMap((placed) => this.rangeIn(placed, range) ?? [])
  }

  /** The place at a canonical offset: where a range begins (`after`), or ends (`before`). */
  pointAt(offset: CodePoints, side: 'after' | 'before' = 'after'): DomPoint | undefined {
    const placed = this.document.blockAt(offset)
    return placed && this.#view(placed.block.id)?.pointAt(offset, side)
  }

  /**
   * The canonical range of what of `range` lies in this surface's blocks; nothing where it touches
   * none. Ends outside the text go to the nearest edge inside it.
   */
  canonicalRange(range: Range): TextRange | undefined {
    const start = { node: range.startContainer, offset: range.startOffset }
    const end = { node: range.endContainer, offset: range.endOffset }
    const first = this.#viewOf(start.node) ?? this.firstFrom((element) => isBehind(element, start))
    const last = this.#viewOf(end.node) ?? this.#lastBefore(end)
    if (first === undefined || last === undefined) return undefined
    const isStartWithin = first.element.contains(start.node)
    const isEndWithin = last.element.contains(end.node)
    const from = first.rangeBetween(
      isStartWithin ? start : 'its start',
      first === last && isEndWithin ? end : 'its end',
    )
    if (first === last) return from
    const to = last.rangeBetween('its start', isEndWithin ? end : 'its end')
    return from.start < to.end ? textRange(from.start, to.end) : undefined
  }

  /** The canonical offset of the character behind a place in the page. */
  offsetAt(point: DomPoint): CodePoints | undefined {
    return this.#viewOf(point.node)?.offsetAt(point)
  }

  /** The last block that begins before a place which lies in none. */
  #lastBefore(end: DomPoint): BlockView | undefined {
    const next = this.firstFrom((element) => isBehind(element, end))
    const { placed } = this.document
    const at = next === undefined ? placed.length : placed.indexOf(next.placed)
    return this.#view(placed[at - 1]?.block.id ?? '')
  }

  /** A block in the form that is shown. */
  #view(blockId: string): BlockView | undefined {
    const chunk = this.#chunkOf.get(blockId)
    if (chunk !== undefined && !this.isUpToDate(chunk)) this.update(chunk)
    return this.#views.get(blockId)
  }

  /** The block that holds a place of the page, in the form that it shows now. */
  #viewOf(node: Node): BlockView | undefined {
    const element = node instanceof Element ? node : node.parentElement
    const block = element?.closest<HTMLElement>(`[data-${this.column}]`)
    const view = this.#views.get(block?.dataset[this.column] ?? '')
    return view?.element === block ? view : undefined
  }
}
