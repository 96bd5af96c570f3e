import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { CanonicalDocument, PlacedBlock } from '../../core/document/document'
import type { RenderedBlock, Rendition } from '../../core/script/rendition'
import { type CodePoints, codePoints, utf16 } from '../../core/text/code-points'
import { OffsetIndex } from '../../core/text/offset-index'
import { type TextRange, textRange } from '../../core/text/range'
import { langOf } from '../../core/text/script-tag'
import type { Column } from '../state/view'

/** A place in the DOM: a node, and an offset in it in the node's own units. */
export interface DomPoint {
  readonly node: Node
  readonly offset: number
}

/** One block of the document as it stands in the page. */
interface BlockView {
  readonly placed: PlacedBlock
  readonly element: HTMLElement
  /** The text nodes that make up the block, in order: the run-in heading, if any, and the rest. */
  readonly nodes: readonly Text[]
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

  constructor(rendition: Rendition, column: Column = 'block') {
    this.document = rendition.document
    this.column = column
    this.#rendition = signal(rendition)
    const views = this.document.placed.map((placed) => viewOf(placed, rendition, column))
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

  /** The block whose element is, or holds, the node. */
  blockOf(node: Node): PlacedBlock | undefined {
    return this.#viewOf(node)?.placed
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

  /** The place just before the character at a canonical offset. */
  pointAt(offset: CodePoints, side: 'after' | 'before' = 'after'): DomPoint | undefined {
    const placed = this.document.blockAt(offset)
    const view = placed && this.#views.get(placed.block.id)
    if (placed === undefined || view === undefined) return undefined
    const local = offset - placed.range.start
    const range = textRange(local, local)
    return pointIn(view, view.rendered.map.toRendered(range).start, side)
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

function viewOf(placed: PlacedBlock, rendition: Rendition, column: Column): BlockView {
  const { block } = placed
  const element = document.createElement(block.kind === 'heading' ? `h${block.level}` : 'p')
  element.dataset[column] = block.id
  element.tabIndex = -1
  const nodes = [document.createTextNode('')]
  if (block.kind === 'paragraph') {
    element.dataset['role'] = block.role
    if (block.runIn > 0) {
      const runIn = document.createElement('b')
      const text = document.createTextNode('')
      runIn.append(text)
      element.append(runIn)
      nodes.unshift(text)
    }
  }
  element.append(nodes.at(-1) as Text)
  return { placed, element, nodes, rendered: rendition.block(block.id), index: new OffsetIndex('') }
}

/** Puts the rendition's text into the block's nodes, parted where the run-in heading ends. */
function fill(view: BlockView, rendition: Rendition): void {
  const { block } = view.placed
  view.rendered = rendition.block(block.id)
  view.index = new OffsetIndex(view.rendered.text)
  view.element.lang = langOf[rendition.tag]
  const [first, second] = view.nodes
  if (first === undefined) return
  if (second === undefined) {
    first.data = view.rendered.text
    return
  }
  const runIn = block.kind === 'paragraph' ? block.runIn : codePoints(0)
  const parting = view.index.toUtf16(view.rendered.map.toRendered(textRange(0, runIn)).end)
  first.data = view.rendered.text.slice(0, parting)
  second.data = view.rendered.text.slice(parting)
}

/**
 * The place in a block's nodes of a rendered offset. Where two nodes meet, `after` takes the start
 * of the second and `before` the end of the first, so that a range never begins or ends with an
 * empty stretch of a node.
 */
function pointIn(view: BlockView, offset: CodePoints, side: 'after' | 'before'): DomPoint {
  let left: number = view.index.toUtf16(offset)
  for (const node of view.nodes.slice(0, -1)) {
    if (left < node.length || (left === node.length && side === 'before')) {
      return { node, offset: left }
    }
    left -= node.length
  }
  return { node: view.nodes.at(-1) as Text, offset: left }
}

/** The rendered offset of a place inside the block's element, whatever node it is given in. */
function offsetIn(view: BlockView, node: Node, offset: number): CodePoints {
  const before = document.createRange()
  before.selectNodeContents(view.element)
  before.setEnd(node, offset)
  return view.index.toCodePoints(utf16(before.toString().length))
}
