import type { Quote } from '../anchor/quote'
import { byPlace, sameRange, type TextRange } from '../text/range'
import type { ScriptTag } from '../text/script-tag'
import { type MarkStyle, sameStyle } from './style'

/**
 * The longest note, tag and list of tags that are kept. Far beyond what a reader writes; they stop a
 * hostile import from filling the disk.
 */
export const limits = {
  note: 200_000,
  tag: 200,
  tags: 200,
  quote: 100_000,
  /** What is written is kept as a draft even where it is too long to be saved: it must not be lost. */
  draft: 4_000_000,
} as const

/** The version of what the store keeps of annotations: what a later one means cannot be known. */
export const annotationsVersion = 1

/** What the reader keeps of a passage: its words and their place, how it is marked, tags, and a note. */
export interface Annotation {
  readonly id: string
  readonly documentId: string
  /** The digest of the text that `range` counts in. */
  readonly documentDigest: string
  /** Code points of the canonical text. */
  readonly range: TextRange
  readonly quote: Quote
  /** What the reader was looking at when marking. */
  readonly seenIn: ScriptTag
  readonly style: MarkStyle
  /** Markdown, the reader's own: never converted. Empty where there is none. */
  readonly note: string
  readonly tags: readonly string[]
  /** ISO 8601, milliseconds, UTC. */
  readonly createdAt: string
  readonly modifiedAt: string
}

/** Whether anything is written in a note: white space alone is none. */
export const hasNote = ({ note }: Pick<Annotation, 'note'>): boolean => note.trim() !== ''

/** Whether two annotations agree in every field. */
export const sameAnnotation = (a: Annotation, b: Annotation): boolean =>
  a === b ||
  (a.id === b.id &&
    a.documentId === b.documentId &&
    a.documentDigest === b.documentDigest &&
    sameRange(a.range, b.range) &&
    a.quote.exact === b.quote.exact &&
    a.quote.prefix === b.quote.prefix &&
    a.quote.suffix === b.quote.suffix &&
    a.seenIn === b.seenIn &&
    sameStyle(a.style, b.style) &&
    a.note === b.note &&
    a.tags.length === b.tags.length &&
    a.tags.every((tag, i) => tag === b.tags[i]) &&
    a.createdAt === b.createdAt &&
    a.modifiedAt === b.modifiedAt)

/** Order in the text; of two on the same words, the earlier made first. */
export const byPlaceAndTime = (a: Annotation, b: Annotation): number =>
  byPlace(a.range, b.range) || compare(a.createdAt, b.createdAt) || compare(a.id, b.id)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
