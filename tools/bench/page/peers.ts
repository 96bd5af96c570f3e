import { createTextAnnotator } from '@recogito/text-annotator'
import type { BenchBlock, BenchFrame, BenchMark } from './text'

/** Another way of putting marks on a text, given the same text and the same marks. */
interface Peer {
  /** Puts all marks on the text. */
  paint(nodes: readonly Text[], marks: readonly BenchMark[]): void
  /** Whether marks stand after the text was exchanged; else the line is left out. */
  readonly survivesSwap: boolean
}

/** Ranges by style in the CSS Custom Highlight API, all of them at once. */
const plainHighlights: Peer = {
  survivesSwap: true,
  paint(nodes, marks) {
    CSS.highlights.clear()
    for (const mark of marks) {
      const there = CSS.highlights.get(mark.layer) ?? new Highlight()
      there.add(rangeOf(nodes, mark))
      CSS.highlights.set(mark.layer, there)
    }
  },
}

/** An element around the words of each mark, as most annotators of the web do it. */
const wrappedElements: Peer = {
  survivesSwap: false,
  paint(nodes, marks) {
    for (const [block, node] of nodes.entries()) {
      const here = marks.filter((mark) => mark.block === block)
      const edges = new Set([0, node.length, ...here.flatMap(({ start, end }) => [start, end])])
      const cuts = [...edges].sort((a, b) => a - b)
      const pieces = cuts.slice(0, -1).map((from, i) => {
        const words = node.data.slice(from, cuts[i + 1])
        return here
          .filter(({ start, end }) => start <= from && from < end)
          .reduce<Node>((inner, { layer }) => {
            const element = document.createElement('mark')
            element.className = layer
            element.append(inner)
            return element
          }, document.createTextNode(words))
      })
      node.replaceWith(...pieces)
    }
  },
}

const recogito = (renderer: 'SPANS' | 'CSS_HIGHLIGHTS'): Peer => ({
  survivesSwap: false,
  paint(nodes, marks) {
    const article = document.querySelector('article')
    if (article === null) return
    const annotator = createTextAnnotator(article, { renderer })
    const starts = nodes.reduce<number[]>(
      (sum, node) => [...sum, (sum.at(-1) ?? 0) + node.length],
      [0],
    )
    annotator.setAnnotations(
      marks.map((mark, i) => {
        const range = rangeOf(nodes, mark)
        const before = starts[mark.block] ?? 0
        const id = `mark-${i}`
        const selector = {
          quote: range.toString(),
          start: before + mark.start,
          end: before + mark.end,
          range,
        }
        return {
          id,
          bodies: [],
          target: { annotation: id, selector: [selector] },
        }
      }),
    )
  },
})

const peers = {
  'plain-highlights': plainHighlights,
  'wrapped-elements': wrappedElements,
  'recogito-spans': recogito('SPANS'),
  'recogito-css': recogito('CSS_HIGHLIGHTS'),
} as const

export type PeerName = keyof typeof peers

function rangeOf(nodes: readonly Text[], { block, start, end }: BenchMark): Range {
  const node = nodes[block]
  if (node === undefined) throw new Error(`There is no block ${block}`)
  const range = document.createRange()
  range.setStart(node, start)
  range.setEnd(node, end)
  return range
}

/** The text as a peer shows it: elements with one text node each, in the page's own style. */
export class BenchText {
  readonly #blocks: readonly BenchBlock[]
  readonly #nodes: readonly Text[]
  #marks: readonly BenchMark[] = []
  #peer: Peer | undefined

  constructor(blocks: readonly BenchBlock[], frame: BenchFrame) {
    this.#blocks = blocks
    this.#nodes = blocks.map(({ hant }) => document.createTextNode(hant))
    const scroller = document.createElement('main')
    scroller.className = 'reading'
    Object.assign(scroller.style, {
      position: 'fixed',
      left: `${frame.left}px`,
      top: `${frame.top}px`,
      width: `${frame.width}px`,
      height: `${frame.height}px`,
      boxSizing: 'border-box',
    })
    document.documentElement.style.setProperty('--text-size', '19px')
    const article = document.createElement('article')
    article.lang = 'zh-Hant'
    for (const [i, { tag }] of blocks.entries()) {
      const element = document.createElement(tag)
      element.dataset['block'] = String(i)
      element.append(this.#nodes[i] ?? '')
      article.append(element)
    }
    scroller.append(article)
    document.body.append(scroller)
  }

  paint(name: PeerName, marks: readonly BenchMark[]): void {
    this.#peer = peers[name]
    this.#marks = marks
    this.#peer.paint(this.#nodes, marks)
  }

  /** Shows the other form: the data of every node, and marks anew where the peer has to. */
  swap(form: 'hant' | 'hans'): void {
    const article = document.querySelector('article')
    if (article !== null) article.lang = form === 'hans' ? 'zh-Hans' : 'zh-Hant'
    for (const [i, node] of this.#nodes.entries()) node.data = this.#blocks[i]?.[form] ?? ''
    if (this.#peer?.survivesSwap) this.#peer.paint(this.#nodes, this.#marks)
  }
}
