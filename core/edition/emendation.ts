import type { TextRange } from '../text/range'

/**
 * Why the edited text departs from its source:
 * - `encoding`: bytes were lost and the text garbled; proved on bytes
 * - `orthography`: a character that a naive conversion got wrong
 * - `punctuation`: full-width punctuation that had been folded to ASCII, or spacing
 * - `chrome`: what surrounds the text in its source and is not part of it
 */
export type EmendationKind = 'encoding' | 'orthography' | 'punctuation' | 'chrome'

/** One place where the edited text departs from its source. */
export interface Emendation {
  readonly id: string
  readonly kind: EmendationKind
  /** Code points in the source. */
  readonly source: TextRange
  /** The source's own characters in that range. */
  readonly found: string
  /** What the edited text reads instead; empty where nothing stands for it. */
  readonly reading: string
  /** Code points in the canonical text. */
  readonly canonical: TextRange
  /** The reason, for a reader. */
  readonly why: string
  /** What proves or supports the reading: bytes, a parallel passage, a dictionary. */
  readonly evidence?: string
}

/** A slip of the author's that the edition marks and leaves as it is. */
export interface Sic {
  readonly id: string
  /** Code points in the canonical text. */
  readonly canonical: TextRange
  readonly text: string
  readonly why: string
}

/** Everything the edition has to say of its text. */
export interface Apparatus {
  readonly emendations: readonly Emendation[]
  readonly sic: readonly Sic[]
}
