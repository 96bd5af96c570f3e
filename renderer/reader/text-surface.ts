import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { CanonicalDocument, PlacedBlock } from '../../core/document/document'
import type { RenderedBlock, Rendition } from '../../core/script/rendition'
import { type CodePoints, utf16 } from '../../core/text/code-points'
import { countBelow, OffsetIndex } from '../../core/text/offset-index'
import { type TextRange, textRange } from '../../core/text/range'
import type { Column } from '../state/view'
import { type BlockElements, blockElements, type Destination } from './block-elements'
import { nested } from './containers'

/** A place in the DOM: a node, and an offset in it in the node's own units. */
export interface DomPoint {
  readonly node: Node
  readonly offset: number
}

/** One block of the document as it stands in the page. */
interface BlockView extends Omit<BlockElements, 'links'> {
  readonly placed: PlacedBlock
  rendered: RenderedBlock
  /** Code points to UTF-16 of the rendered text. */
  index: OffsetIndex
}

/**
 * One rendition of a document as text nodes, and the only place where canonical offsets become DOM
 * positions and back. The elements are made once; another rendition exchanges the nodes' data.
 */
export class TextSurface {
  readonly document: CanonicalDocument
  readonly column: Column
  readonly #rendition: Signal<Rendition>
  readonly #views: ReadonlyMap<string, BlockView>
  readonly #byElement: ReadonlyMap<Element, BlockView>
  readonly #links: ReadonlyMap<Element, Destination>
  /** What the article holds, in text order: blocks, and the lists, tables, quotations and notes around them. */
  readonly units: readonly HTMLElement[]

  constructor(rendition: Rendition, column: Column = 'block') {
    this.document = rendition.document
    this.column = column
    this.#rendition = signal(rendition)
    const made = this.document.placed.map((placed) => viewOf(placed, rendition, column))
    const views = made.map(({ view }) => view)
    const { units, links } = nested(
      views.map(({ placed, element }) => ({ block: placed.block, element })),
    )
    this.units = units
    for (const unit of units) unit.dataset['column'] = column
    this.#links = new Map([...made.flatMap((one) => one.links), ...links])
    this.#views = new Map(views.map((view) => [view.placed.block.id, view]))
    this.#byElement = new Map(views.map((view) => [view.element, view]))
    for (const view of views) fill(view, rendition)
  }

  /** What its elements show; changes once they do. */
  get rendition(): ReadonlySignal<Rendition> {
    return this.#rendition
  }

  /** The block elements in text order. */
  get elements(): readonly HTMLElement[] {
    return [...this.#byElement.keys()] as HTMLElement[]
  }

  /** Shows another rendition in the same elements. Nothing that counts canonical offsets moves. */
  show(rendition: Rendition): void {
    if (rendition === this.#rendition.peek()) return
    for (const view of this.#views.values()) fill(view, rendition)
    this.#rendition.value = rendition
  }

  elementOf(blockId: string): HTMLElement | undefined {
    return this.#views.get(blockId)?.element
  }

  /** The element of the block that holds an offset. */
  elementAt(offset: CodePoints): HTMLElement | undefined {
    const placed = this.document.blockAt(offset)
    return placed && this.elementOf(placed.block.id)
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
    for (const [link, destination] of this.#links) {
      if (destination.to === 'note' && destination.noteId === noteId) return link as HTMLElement
    }
    return undefined
  }

  /** What of a canonical range stands in one block, as a range of the page; nothing if nothing does. */
  rangeIn(placed: PlacedBlock, range: TextRange): StaticRange | undefined {
    const view = this.#views.get(placed.block.id)
    const part = this.#rendition.peek().inBlock(placed, range)
    if (view === undefined || part === undefined) return undefined
    const start = pointIn(view, part.start, 'after')
    const end = pointIn(view, part.end, 'before')
    return new StaticRange({
      startContainer: start.node,
      startOffset: start.offset,
      endContainer: end.node,
      endOffset: end.offset,
    })
  }

  /** A canonical range as ranges of the page, one a block. */
  rangesOf(range: TextRange): readonly StaticRange[] {
    return this.document.blocksIn(range).flatMap((placed) => this.rangeIn(placed, range) ?? [])
  }

  /** The place at a canonical offset: where a range begins (`after`), or ends (`before`). */
  pointAt(offset: CodePoints, side: 'after' | 'before' = 'after'): DomPoint | undefined {
    const placed = this.document.blockAt(offset)
    const view = placed && this.#views.get(placed.block.id)
    if (placed === undefined || view === undefined) return undefined
    const local = offset - placed.range.start
    // What ends inside a stretch of another length takes in the whole of it, as a range does.
    const upTo = textRange(side === 'before' ? 0 : local, local)
    return pointIn(view, view.rendered.map.toRendered(upTo).end, side)
  }

  /**
   * The canonical range of what of `range` lies in this surface's blocks; nothing where it touches
   * none. Ends outside the text go to the nearest edge inside it.
   */
  canonicalRange(range: Range): TextRange | undefined {
    const touched = [...this.#views.values()].filter((view) => range.intersectsNode(view.element))
    const first = touched[0]
    const last = touched.at(-1)
    if (first === undefined || last === undefined) return undefined
    const start = first.element.contains(range.startContainer)
      ? offsetIn(first, range.startContainer, range.startOffset)
      : 0
    const end = last.element.contains(range.endContainer)
      ? offsetIn(last, range.endContainer, range.endOffset)
      : last.index.length
    if (first === last) return this.#rendition.peek().fromBlock(first.placed, textRange(start, end))
    const head = this.#rendition
      .peek()
      .fromBlock(first.placed, textRange(start, first.index.length))
    const tail = this.#rendition.peek().fromBlock(last.placed, textRange(0, end))
    return textRange(head.start, tail.end)
  }

  /** The canonical offset of the character behind a place in the page. */
  offsetAt(point: DomPoint): CodePoints | undefined {
    const view = this.#viewOf(point.node)
    if (view === undefined) return undefined
    const at = offsetIn(view, point.node, point.offset)
    const behind = Math.min(at + 1, view.index.length)
    return this.#rendition.peek().fromBlock(view.placed, textRange(Math.min(at, behind), behind))
      .start
  }

  #viewOf(node: Node): BlockView | undefined {
    const element = node instanceof Element ? node : node.parentElement
    const block = element?.closest(`[data-${this.column}]`)
    return block ? this.#byElement.get(block) : undefined
  }
}

function viewOf(placed: PlacedBlock, rendition: Rendition, column: Column) {
  const { links, ...elements } = blockElements(placed.block, rendition.document.id)
  elements.element.dataset[column] = placed.block.id
  elements.element.tabIndex = -1
  const rendered = rendition.block(placed.block.id)
  const view: BlockView = { placed, ...elements, rendered, index: new OffsetIndex('') }
  return { view, links }
}

/** Puts the rendition's text into the block's nodes, parted where their stretches begin. */
function fill(view: BlockView, rendition: Rendition): void {
  const { placed, element, parts, picture } = view
  view.rendered = rendition.block(placed.block.id)
  const { text, map } = view.rendered
  view.index = new OffsetIndex(text)
  element.lang = rendition.lang
  if (picture !== undefined) picture.alt = text
  const starts = parts.map(({ start }) =>
    start === 0 ? 0 : view.index.toUtf16(map.toRendered(textRange(0, start)).end),
  )
  for (const [i, { node }] of parts.entries()) node.data = text.slice(starts[i], starts[i + 1])
}

/**
 * The place in a block's nodes of a rendered offset. Where two nodes meet, `after` takes the start
 * of the second and `before` the end of the first, so that a range never begins or ends with an
 * empty stretch of a node.
 */
function pointIn(view: BlockView, offset: CodePoints, side: 'after' | 'before'): DomPoint {
  let left: number = view.index.toUtf16(offset)
  for (const { node } of view.parts.slice(0, -1)) {
    if (left < node.length || (left === node.length && side === 'before')) {
      return { node, offset: left }
    }
    left -= node.length
  }
  return { node: lastOf(view).node, offset: left }
}

const lastOf = ({ parts }: BlockView) => parts.at(-1) as BlockView['parts'][number]

/** The rendered offset of a place inside the block's element, whatever node it is given in. */
function offsetIn(view: BlockView, node: Node, offset: number): CodePoints {
  const own = view.parts.findIndex((part) => part.node === node)
  const behind =
    own === -1 ? countBelow(view.parts, (part) => isBehind(part.node, node, offset)) : own
  const before = view.parts.slice(0, behind).reduce((sum, part) => sum + part.node.length, 0)
  return view.index.toCodePoints(utf16(own === -1 ? before : before + offset))
}

/** Whether a place, which is in no text, lies behind the whole of a text node. */
function isBehind(text: Text, node: Node, offset: number): boolean {
  const child = node.childNodes[offset]
  if (child === undefined) return node.contains(text) || follows(text, node)
  return !child.contains(text) && follows(text, child)
}

const follows = (first: Node, second: Node): boolean =>
  (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
