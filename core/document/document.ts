import { type CodePoints, codePointLength, codePoints, utf16 } from '../text/code-points'
import { countBelow, OffsetIndex } from '../text/offset-index'
import { type TextRange, textRange } from '../text/range'
import type { ScriptTag } from '../text/script-tag'
import type { Block } from './block'

/** What is known of a day. Dates are ISO 8601: a year, a month or a day, as exact as they are known. */
export type Dating =
  | { readonly kind: 'on'; readonly date: string }
  /** That day or a later one. */
  | { readonly kind: 'not-before'; readonly date: string }
  | { readonly kind: 'unknown' }

/** The copy that a document's text was taken from, where it was found and not opened as a file. */
interface Witness {
  /** Where it was found, as exactly as it is known: an address of the web may lack its scheme. */
  readonly address: string
  readonly copied: Dating
}

/**
 * The kinds of works, by the letters of GB/T 7714: a book, a report, an article of a journal or of a
 * newspaper, a thesis, a paper of a conference, a standard, a page of the web, anything else.
 */
export const workTypes = ['M', 'R', 'J', 'N', 'D', 'C', 'S', 'EB', 'Z'] as const

export type WorkType = (typeof workTypes)[number]

/** What a citation needs to know of a document. What nobody knows is absent, and is not invented. */
export interface DocumentSource {
  /** Who issued it, in canonical script. */
  readonly author?: string
  /** Where it was given: the occasion, in canonical script. */
  readonly occasion?: string
  /** When it was made public where its text was found. */
  readonly published: Dating
  readonly publisher?: string
  /** The city of the publisher. */
  readonly place?: string
  /** The journal, newspaper or proceedings that it stands in; where in it. */
  readonly container?: string
  readonly volume?: string
  readonly issue?: string
  readonly pages?: string
  /** The number of a standard or a report. */
  readonly number?: string
  /** Of a book, without hyphens. */
  readonly isbn?: string
  /** Where it is found on the web, where it is. */
  readonly address?: string
  /** Absent of the report, which is one that was found on the web. */
  readonly type?: WorkType
  readonly witness?: Witness
}

/** A document as the edition holds it: its identity and its blocks in canonical script. */
export interface DocumentData {
  readonly id: string
  /** `sha256:` and 64 hex digits of the canonical text as UTF-8. */
  readonly digest: string
  readonly canonicalScript: ScriptTag
  /** What it is called, where its first heading does not say. */
  readonly title?: string
  /** BCP 47, where the document says so: of a text that is not in Chinese. */
  readonly language?: string
  /** Whether it asks to be set in columns from right to left. */
  readonly isVertical?: true
  readonly source: DocumentSource
  readonly blocks: readonly Block[]
}

/** What a document is called: as was said of it, or by the text of its first heading. */
export function titleOf({ title, blocks, id }: DocumentData): string {
  return title ?? blocks.find(({ kind }) => kind === 'heading')?.text ?? id
}

/** Blocks with their texts as parts of the whole: engines copy none for a part, and it is not held twice. */
function partsOf(whole: string, blocks: readonly Block[]): readonly Block[] {
  let start = 0
  return blocks.map((block) => {
    const end = start + block.text.length
    const text = whole.slice(start, end)
    start = end + blockSeparator.length
    return { ...block, text }
  })
}

/** A block and the range of canonical text that it covers, its closing line break not included. */
export interface PlacedBlock {
  readonly block: Block
  readonly range: TextRange
}

/** The line break that joins blocks in the canonical text. */
export const blockSeparator = '\n'

/**
 * One document with its coordinates. Offsets are code points from the start of the canonical text:
 * the blocks' texts joined by one U+000A.
 */
export class CanonicalDocument {
  readonly data: DocumentData
  readonly text: string
  readonly length: CodePoints
  readonly placed: readonly PlacedBlock[]
  /** Between code points and UTF-16 units of the whole text; made once, for everything that searches it. */
  readonly offsets: OffsetIndex
  readonly #byId: ReadonlyMap<string, PlacedBlock>

  constructor(data: DocumentData) {
    this.text = data.blocks.map((block) => block.text).join(blockSeparator)
    this.data = { ...data, blocks: partsOf(this.text, data.blocks) }
    let start = 0
    this.placed = this.data.blocks.map((block) => {
      const end = start + codePointLength(block.text)
      const range = textRange(start, end)
      start = end + 1
      return { block, range }
    })
    this.length = codePoints(Math.max(0, start - 1))
    this.offsets = new OffsetIndex(this.text)
    this.#byId = new Map(this.placed.map((placed) => [placed.block.id, placed]))
  }

  get id(): string {
    return this.data.id
  }

  get digest(): string {
    return this.data.digest
  }

  /** The title in canonical script. */
  get title(): string {
    return titleOf(this.data)
  }

  block(id: string): PlacedBlock | undefined {
    return this.#byId.get(id)
  }

  /** The block that holds the offset; a line break belongs to the block that it closes. */
  blockAt(offset: CodePoints): PlacedBlock | undefined {
    return this.placed[countBelow(this.placed, ({ range }) => range.end < offset)]
  }

  /** The blocks that the range touches, in order. */
  blocksIn(range: TextRange): readonly PlacedBlock[] {
    const first = countBelow(this.placed, (placed) => placed.range.end < range.start)
    const past = countBelow(this.placed, (placed) => placed.range.start < range.end)
    return this.placed.slice(first, Math.max(first, past))
  }

  /** The range of a stretch that was found in `text`. @param index UTF-16 @param length UTF-16 */
  rangeOfUnits(index: number, length: number): TextRange {
    const start = this.offsets.toCodePoints(utf16(index))
    return { start, end: this.offsets.toCodePoints(utf16(index + length)) }
  }

  /** The canonical text of a range. */
  slice(range: TextRange): string {
    return this.text.slice(this.offsets.toUtf16(range.start), this.offsets.toUtf16(range.end))
  }
}
