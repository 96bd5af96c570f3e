import type { PlacedBlock } from '../../core/document/document'
import { mapOf, type RenderedBlockData, type Rendition } from '../../core/script/rendition'
import { type CodePoints, utf16 } from '../../core/text/code-points'
import { countBelow, OffsetIndex } from '../../core/text/offset-index'
import { identityMap } from '../../core/text/offset-map'
import { type TextRange, textRange } from '../../core/text/range'
import type { Column } from '../state/view'
import {
  blockElements,
  type Destination,
  type TextPart,
  type UprightFigure,
} from './block-elements'

/** A place in the DOM: a node, and an offset in it in the node's own units. */
export interface DomPoint {
  readonly node: Node
  readonly offset: number
}

/**
 * One block of the document as it stands in the page. It reckons by the form that it shows, whatever
 * form the rest of the text shows by now.
 */
export class BlockView {
  readonly placed: PlacedBlock
  readonly element: HTMLElement
  readonly links: readonly (readonly [HTMLAnchorElement, Destination])[]
  /** The figures in it that stand upright in columns. */
  readonly figures: readonly UprightFigure[]
  readonly #parts: readonly TextPart[]
  readonly #picture: HTMLImageElement | undefined
  #rendition: Rendition
  #rendered: RenderedBlockData
  /** Code points to UTF-16 of the rendered text. */
  #index: OffsetIndex

  constructor(placed: PlacedBlock, rendition: Rendition, column: Column) {
    const { element, parts, links, figures, picture } = blockElements(
      placed.block,
      rendition.document.id,
      rendition.langOfBlock(placed.block.id).startsWith('zh'),
    )
    element.setAttribute(`data-${column}`, placed.block.id)
    element.tabIndex = -1
    this.placed = placed
    this.element = element
    this.links = links
    this.figures = figures
    this.#parts = parts
    this.#picture = picture
    this.#rendition = rendition
    this.#rendered = rendition.block(placed.block.id)
    this.#index = new OffsetIndex(this.#rendered.text)
    this.#fill()
  }

  /** Shows the block in another form, in the same elements. */
  show(rendition: Rendition): void {
    if (rendition === this.#rendition) return
    const rendered = rendition.block(this.placed.block.id)
    const isAsBefore = rendered === this.#rendered && this.#langIn(rendition) === this.element.lang
    this.#rendition = rendition
    // Of a form that is still being made, or was corrected in a few places, most stays as it was.
    if (isAsBefore) return
    this.#rendered = rendered
    this.#index = new OffsetIndex(this.#rendered.text)
    this.#fill()
  }

  /** Puts the text into the block's nodes, parted where their stretches begin. */
  #fill(): void {
    const { text } = this.#rendered
    const map = mapOf(this.#rendered)
    this.element.lang = this.#langIn(this.#rendition)
    if (this.#picture !== undefined) this.#picture.alt = text
    const starts = this.#parts.map(({ start }) =>
      start === 0 ? 0 : this.#index.toUtf16(map.toRendered(textRange(0, start)).end),
    )
    for (const [i, { node }] of this.#parts.entries()) {
      const data = text.slice(starts[i], starts[i + 1])
      // What reads as before need not be laid out again.
      if (node.data !== data) node.data = data
    }
  }

  #langIn(rendition: Rendition): string {
    return rendition.langOfBlock(this.placed.block.id)
  }

  /**
   * By what canonical offsets become places here: while it is the same, a range of the page that was made
   * of a canonical one is still right, whatever form the block was brought into meanwhile.
   */
  get reckoning(): unknown {
    // Where every character takes one unit and none moves, each node holds the same stretch in every form.
    return this.#index.isPlain && mapOf(this.#rendered) === identityMap ? 'plain' : this.#rendered
  }

  /** What of a canonical range stands in this block, as a range of the page; nothing if nothing does. */
  rangeOf(range: TextRange): StaticRange | undefined {
    const part = this.#rendition.inBlock(this.placed, range)
    if (part === undefined) return undefined
    const start = this.#pointIn(part.start, 'after')
    const end = this.#pointIn(part.end, 'before')
    return new StaticRange({
      startContainer: start.node,
      startOffset: start.offset,
      endContainer: end.node,
      endOffset: end.offset,
    })
  }

  /** The place at a canonical offset of this block: where a range begins (`after`), or ends (`before`). */
  pointAt(offset: CodePoints, side: 'after' | 'before'): DomPoint {
    const local = offset - this.placed.range.start
    // What ends inside a stretch of another length takes in the whole of it, as a range does.
    const upTo = textRange(side === 'before' ? 0 : local, local)
    return this.#pointIn(mapOf(this.#rendered).toRendered(upTo).end, side)
  }

  /** The canonical range of what of the block lies behind one place of the page and before another. */
  rangeBetween(start: DomPoint | 'its start', end: DomPoint | 'its end'): TextRange {
    const from = start === 'its start' ? 0 : this.#offsetIn(start)
    const to = end === 'its end' ? this.#index.length : this.#offsetIn(end)
    return this.#rendition.fromBlock(this.placed, textRange(from, to))
  }

  /** The canonical offset of the character behind a place inside the block. */
  offsetAt(point: DomPoint): CodePoints {
    const at = this.#offsetIn(point)
    const behind = Math.min(at + 1, this.#index.length)
    return this.#rendition.fromBlock(this.placed, textRange(Math.min(at, behind), behind)).start
  }

  /**
   * The place in the block's nodes of a rendered offset. Where two nodes meet, `after` takes the start
   * of the second and `before` the end of the first, so that a range never begins or ends with an
   * empty stretch of a node.
   */
  #pointIn(offset: CodePoints, side: 'after' | 'before'): DomPoint {
    let left: number = this.#index.toUtf16(offset)
    for (const { node } of this.#parts.slice(0, -1)) {
      if (left < node.length || (left === node.length && side === 'before')) {
        return { node, offset: left }
      }
      left -= node.length
    }
    const last = this.#parts.at(-1) as TextPart
    return { node: last.node, offset: left }
  }

  /** The rendered offset of a place inside the block's element, whatever node it is given in. */
  #offsetIn(point: DomPoint): CodePoints {
    const parts = this.#parts
    const own = parts.findIndex((part) => part.node === point.node)
    const behind = own === -1 ? countBelow(parts, (part) => isBehind(part.node, point)) : own
    const before = parts.slice(0, behind).reduce((sum, part) => sum + part.node.length, 0)
    return this.#index.toCodePoints(utf16(own === -1 ? before : before + point.offset))
  }
}

/** Whether a place lies behind the whole of a node. */
export function isBehind(whole: Node, { node, offset }: DomPoint): boolean {
  if (whole.contains(node)) return false
  const child = node.childNodes[offset]
  if (child === undefined) return node.contains(whole) || follows(whole, node)
  return !child.contains(whole) && follows(whole, child)
}

const follows = (first: Node, second: Node): boolean =>
  (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
