import type { CodePoints } from '../text/code-points'

/** The headings of a document, from its title down to its subsections. */
export type HeadingLevel = 1 | 2 | 3

interface BlockBase {
  /** Stable within the document; follows from the block's place in the structure, as `1.2.p3`. */
  readonly id: string
  /** Canonical text, without line breaks. */
  readonly text: string
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
}

export type Block = Heading | Paragraph
