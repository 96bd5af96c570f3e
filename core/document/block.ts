import type { CodePoints } from '../text/code-points'
import type { TextRange } from '../text/range'

/** The headings of a document, from its title down. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6

/** Where a link inside a text leads: to a block of the same document, or outside. */
export type LinkTarget =
  | { readonly to: 'block'; readonly blockId: string }
  | { readonly to: 'address'; readonly url: string }

/** What a stretch of a block's text is besides text. It changes how the words look, never the words. */
export type SpanKind =
  | { readonly kind: 'emphasis' | 'strong' | 'code' | 'deleted' | 'superscript' | 'subscript' }
  | { readonly kind: 'link'; readonly target: LinkTarget }
  /** What stands beside characters to say how they are read: 注音, 拼音, furigana. */
  | { readonly kind: 'ruby'; readonly reading: string }
  /** The sign of a note; the note's own text stands in blocks within a `footnote` of that id. */
  | { readonly kind: 'note-reference'; readonly noteId: string }
  /** A picture in the line, which stands for one U+FFFC of the text. */
  | { readonly kind: 'picture'; readonly picture: PictureSource }

/** A stretch of a block's text; `range` counts code points from the block's start, and is not empty. */
export type Span = SpanKind & { readonly range: TextRange }

/** A picture that came with the document. */
export interface PictureSource {
  /** Names the file among the document's resources. */
  readonly resource: string
  /** What the picture shows, in words; empty where its author said nothing. */
  readonly description: string
}

/**
 * What a block stands in: a list's item, a table's cell, a quotation, a footnote. Blocks are a flat list
 * with one text, so that addresses run through all of them; neighbours that name the same container by
 * its id stand in it together.
 */
export type Container =
  | { readonly kind: 'quotation'; readonly id: string }
  | {
      readonly kind: 'list'
      readonly id: string
      /** The number of the first item; null where items are not numbered. */
      readonly start: number | null
      /** Which item of the list, from 0. */
      readonly item: number
    }
  | {
      readonly kind: 'table'
      readonly id: string
      /** The cell, from 0. */
      readonly row: number
      readonly column: number
      readonly rowSpan: number
      readonly columnSpan: number
      readonly isHeader: boolean
    }
  | { readonly kind: 'footnote'; readonly id: string; readonly label: string }

interface BlockBase {
  /** Stable within the document; follows from the block's place in the structure, as `1.2.p3`. */
  readonly id: string
  /** Canonical text. Only a `code` block, and a line that was broken on purpose, hold line breaks. */
  readonly text: string
  /** Ascending by start, the longer first. */
  readonly spans?: readonly Span[]
  /** From the outermost in. */
  readonly within?: readonly Container[]
  /** What it is written in, where that is not the script of the whole document. */
  readonly script?: 'zh-Hant' | 'zh-Hans'
}

export interface Heading extends BlockBase {
  readonly kind: 'heading'
  readonly level: HeadingLevel
}

export interface Paragraph extends BlockBase {
  readonly kind: 'paragraph'
  /** Code points of the run-in heading that opens the paragraph, its full stop included; 0 if none. */
  readonly runIn: CodePoints
  /** What the paragraph is, where it is set apart from running text. */
  readonly role: 'body' | 'occasion' | 'speaker' | 'salutation'
  /** Of plain text: whether an indent or an empty line shows that a paragraph begins here, and no line of one. */
  readonly begins?: true
}

/** Text whose white space and lines are as they were typed. */
interface Code extends BlockBase {
  readonly kind: 'code'
}

/** A picture by itself; its text is its description. */
interface Picture extends BlockBase {
  readonly kind: 'picture'
  readonly resource: string
}

export type Block = Heading | Paragraph | Code | Picture
