import type { ScriptTag } from '../text/script-tag'

/** Where notes are printed: not at all, under the paragraph that they belong to, or behind the text. */
export const printedNotes = ['none', 'paragraph', 'end'] as const
export type PrintedNotes = (typeof printedNotes)[number]

/** How a page that is printed is set. */
export interface PrintLayout {
  /** In columns from right to left. */
  readonly vertical: boolean
  readonly marks: boolean
  readonly notes: PrintedNotes
}

/** What is to be printed of a document: in which form, and how. */
export interface PrintRequest extends PrintLayout {
  readonly script: ScriptTag
}

/** How printing went. */
export type PrintOutcome =
  | { readonly kind: 'printed' }
  | { readonly kind: 'cancelled' }
  /** What the system says of it. */
  | { readonly kind: 'failed'; readonly reason: string }
