import type { Block } from '../../core/document/block'
import type { CanonicalDocument, PlacedBlock } from '../../core/document/document'
import type { NoteSigns } from '../../core/document/structure'
import type { Rendition } from '../../core/script/rendition'
import type { Column } from '../state/view'
import { BlockView } from './block-view'
import { type Nested, nested } from './containers'

/** What a chunk holds in the page: its blocks, and the outermost elements that they stand in, in text order. */
interface Made extends Nested {
  readonly views: readonly BlockView[]
}

/**
 * Some neighbouring blocks that are made, brought into another form and laid out together. A text is a
 * row of them, and what is far from the window waits until somebody asks for it.
 */
export class Chunk {
  readonly placed: readonly PlacedBlock[]
  /** What its blocks stand in. In a long text CSS leaves the layout of it out while it is far from the window. */
  readonly element: HTMLElement
  readonly #column: Column
  readonly #signs: NoteSigns
  #made: Made | undefined
  #shown: Rendition | undefined

  /** @param element what its blocks are to stand in; in two forms the same */
  constructor(
    placed: readonly PlacedBlock[],
    column: Column,
    signs: NoteSigns,
    element: HTMLElement,
  ) {
    this.placed = placed
    this.element = element
    this.#column = column
    this.#signs = signs
  }

  /** What was made of it so far, in whatever form that shows. */
  get made(): Made | undefined {
    return this.#made
  }

  shows(rendition: Rendition): boolean {
    return this.#shown === rendition
  }

  /** Brings its blocks into a form; makes them, where they were not made yet. */
  show(rendition: Rendition): Made {
    const made = (this.#made ??= this.#make(rendition))
    if (this.#shown === rendition) return made
    for (const view of made.views) view.show(rendition)
    // Of its own, for else that of the article would have the style of the whole text reckoned anew.
    if (this.#column === 'block') this.element.lang = rendition.lang
    this.#shown = rendition
    return made
  }

  #make(rendition: Rendition): Made {
    const views = this.placed.map((placed) => new BlockView(placed, rendition, this.#column))
    const { units, links } = nested(
      views.map(({ placed, element }) => ({ block: placed.block, element })),
      this.#signs,
    )
    for (const unit of units) unit.setAttribute('data-column', this.#column)
    if (this.#column === 'block') {
      this.element.append(...units)
      this.element.classList.add('made')
    }
    return { views, units, links: [...views.flatMap((view) => view.links), ...links] }
  }
}

/**
 * Up to so many code points a text is laid out and painted whole. Nothing of it comes or goes while one
 * scrolls then, which would have all that is painted looked through and painted anew.
 */
const short = 20_000

/** Whether a text is laid out and painted whole, and not only near the window. */
export const isShort = ({ length }: CanonicalDocument): boolean => length <= short

/**
 * What a chunk stands in. CSS reckons from the number of characters and blocks how high one will be that
 * was not laid out yet.
 *
 * @param isDeferred whether it is to be laid out only near the window
 */
export function elementFor(placed: readonly PlacedBlock[], isDeferred: boolean): HTMLElement {
  const element = document.createElement('div')
  element.className = isDeferred ? 'chunk deferred' : 'chunk'
  const characters = placed.reduce((sum, { range }) => sum + range.end - range.start, 0)
  element.style.setProperty('--characters', String(characters))
  element.style.setProperty('--blocks', String(placed.length))
  return element
}

/** Code points from which on a chunk ends before a heading, and from which on before any block. */
const lengths = { least: 1_000, most: 2_000 } as const

/**
 * Parts a document's blocks. What stands in one list, table, quotation or footnote is never parted, nor
 * a heading from what it heads.
 */
export function chunksOf({ placed }: CanonicalDocument): readonly (readonly PlacedBlock[])[] {
  const chunks: PlacedBlock[][] = []
  for (const [i, one] of placed.entries()) {
    const current = chunks.at(-1)
    const before = placed[i - 1]
    if (current === undefined || before === undefined) chunks.push([one])
    else {
      const length = before.range.end - (current[0]?.range.start ?? 0)
      const isFull = length >= (one.block.kind === 'heading' ? lengths.least : lengths.most)
      if (isFull && canPart(before.block, one.block)) chunks.push([one])
      else current.push(one)
    }
  }
  return chunks
}

function canPart(before: Block, { within = [] }: Block): boolean {
  const [outer] = before.within ?? []
  const [next] = within
  const areTogether = outer !== undefined && outer.kind === next?.kind && outer.id === next.id
  // CSS draws a line over the first of several footnotes.
  const areFootnotes = outer?.kind === 'footnote' && next?.kind === 'footnote'
  return before.kind !== 'heading' && !areTogether && !areFootnotes
}
