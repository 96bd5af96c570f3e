import { type Description, descriptionOf } from '../document/description'
import type { CanonicalDocument, PlacedBlock } from '../document/document'
import { type CodePoints, sliceCodePoints } from '../text/code-points'
import { type ChangedStretch, identityMap, type OffsetMap, stretchMap } from '../text/offset-map'
import { intersection, type TextRange, textRange } from '../text/range'
import { langOf, type ScriptTag } from '../text/script-tag'

/** A block as one rendition shows it. `stretches` count from the block's start; absent: identity. */
export interface RenderedBlockData {
  readonly text: string
  readonly stretches?: readonly ChangedStretch[]
}

/** A rendition as the edition holds it: one entry for each block of the document. */
export interface RenditionData {
  readonly tag: ScriptTag
  /** What the document is called and cited by; what is absent is written as in the canonical script. */
  readonly source?: Description
  /** While it is still being made: blocks may be lacking, and each is shown as the text itself has it. */
  readonly isUnfinished?: true
  readonly blocks: Readonly<Record<string, RenderedBlockData>>
}

/** What of a range stands in one block, as one rendition shows it. */
export interface RenderedSlice {
  /** BCP 47. */
  readonly lang: string
  readonly text: string
}

/**
 * A way of seeing a document: every block's text in one script, and the map of offsets to and from
 * the canonical text. A block that is still to be made is shown as the canonical text has it, so that every
 * address is right at every moment.
 */
export class Rendition {
  readonly tag: ScriptTag
  readonly document: CanonicalDocument
  /** What the document is called and cited by, in this form. */
  readonly source: Description
  /** Whether blocks of it are still to be made. */
  readonly isUnfinished: boolean
  readonly #blocks: RenditionData['blocks']

  /** @throws Error if a block of the document is missing from the data of a form that is finished. */
  constructor(document: CanonicalDocument, data: RenditionData) {
    this.document = document
    this.tag = data.tag
    this.source = { ...descriptionOf(document.data), ...data.source }
    this.isUnfinished = data.isUnfinished ?? false
    this.#blocks = data.blocks
    const lacking = document.data.blocks.find(({ id }) => !this.has(id))
    if (lacking !== undefined && !this.isUnfinished)
      throw new Error(`${data.tag} lacks block ${lacking.id}`)
  }

  /** The `lang` of its text, as BCP 47; the text as it was published is in the document's language. */
  get lang(): string {
    return this.tag === 'source' ? langOfDocument(this.document) : langOf[this.tag]
  }

  /** The `lang` of a block: what it is written in, where it is shown so. */
  langOfBlock(id: string): string {
    const { canonicalScript } = this.document.data
    // The text as it was found is in whatever its file is written in.
    const isMade = this.tag !== canonicalScript && this.tag !== 'source'
    if (isMade && this.has(id)) return this.lang
    const script = this.document.block(id)?.block.script
    return script === undefined ? langOfDocument(this.document) : langOf[script]
  }

  /** The `lang` of the block that holds an offset. */
  langAt(offset: CodePoints): string {
    const block = this.document.blockAt(offset)?.block
    return block === undefined ? this.lang : this.langOfBlock(block.id)
  }

  /** Whether a block was made. */
  has(id: string): boolean {
    return this.#blocks[id] !== undefined
  }

  /** Whether all that a canonical range touches was made. */
  hasAllOf(range: TextRange): boolean {
    return (
      !this.isUnfinished || this.document.blocksIn(range).every(({ block }) => this.has(block.id))
    )
  }

  /** The document's title: as this form has it where it stands in the text, else as it was made by itself. */
  get title(): string {
    const { title, data } = this.document
    const heading = data.blocks.find((block) => block.kind === 'heading' && block.text === title)
    if (heading !== undefined && this.has(heading.id)) return this.block(heading.id).text
    return this.source.title ?? title
  }

  /**
   * A block as this rendition shows it; of the same data always the very same.
   *
   * @throws Error if the document has no such block.
   */
  block(id: string): RenderedBlockData {
    const shown = this.#blocks[id] ?? this.document.block(id)?.block
    if (shown === undefined) throw new Error(`No block ${id} in ${this.document.id}`)
    return shown
  }

  /** The part of a canonical range that lies in one block, as a range of the block's rendered text. */
  inBlock(placed: PlacedBlock, range: TextRange): TextRange | undefined {
    const part = intersection(placed.range, range)
    if (part === undefined) return undefined
    const { start } = placed.range
    const own = textRange(part.start - start, part.end - start)
    return mapOf(this.block(placed.block.id)).toRendered(own)
  }

  /** The canonical range of a range of one block's rendered text. */
  fromBlock(placed: PlacedBlock, rendered: TextRange): TextRange {
    const { start, end } = mapOf(this.block(placed.block.id)).toCanonical(rendered)
    return textRange(start + placed.range.start, end + placed.range.start)
  }

  /** The text of a canonical range as this rendition shows it; blocks are joined by a line break. */
  slice(range: TextRange): string {
    return this.slices(range)
      .map(({ text }) => text)
      .join('\n')
  }

  /** The same block by block, each with its `lang`. */
  slices(range: TextRange): readonly RenderedSlice[] {
    return this.document.blocksIn(range).map((placed) => {
      const { id } = placed.block
      const part = this.inBlock(placed, range)
      const text = part ? sliceCodePoints(this.block(id).text, part.start, part.end) : ''
      return { lang: this.langOfBlock(id), text }
    })
  }
}

const maps = new WeakMap<RenderedBlockData, OffsetMap>()

/** Between a block's canonical text and what is shown of it, counted from the block's start. */
export function mapOf(block: RenderedBlockData): OffsetMap {
  if (block.stretches === undefined) return identityMap
  const map = maps.get(block) ?? stretchMap(block.stretches)
  maps.set(block, map)
  return map
}

/** The `lang` of a document's own text, as BCP 47. */
export function langOfDocument({ data }: CanonicalDocument): string {
  const { canonicalScript, language } = data
  return canonicalScript === 'source' ? (language ?? 'und') : langOf[canonicalScript]
}

/** The canonical rendition: the document's own text, under its own tag. */
export const canonicalRendition = (document: CanonicalDocument): Rendition =>
  new Rendition(document, {
    tag: document.data.canonicalScript,
    blocks: Object.fromEntries(document.data.blocks.map((block) => [block.id, block])),
  })
