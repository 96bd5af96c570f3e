import type { Proposal } from '../repair/proposal'
import type { TextRange } from '../text/range'
import type { Explanation } from './explanation'
import type { LocalizedText } from './localized-text'
import type { Reference } from './reference'

/**
 * Why the edited text departs from its source:
 * - `encoding`: bytes were lost and the text garbled
 * - `orthography`: a character that a naive conversion got wrong
 * - `punctuation`: full-width punctuation that had been folded to ASCII, or spacing
 * - `chrome`: what surrounds the text in its source and is not part of it
 */
export const emendationKinds = ['encoding', 'orthography', 'punctuation', 'chrome'] as const

export type EmendationKind = (typeof emendationKinds)[number]

/**
 * What a reading rests on, the firmest first:
 * - `bytes`: the bytes that survive fix it; of those that were lost, sense admits one reading
 * - `sense`: no other reading is right in its sentence
 * - `house-style`: two spellings are in use, and the edition's rule takes one
 * - `judgement`: an editor decided, and another might decide otherwise
 */
export const bases = ['bytes', 'sense', 'house-style', 'judgement'] as const

export type Basis = (typeof bases)[number]

/** How sure it is that the author slipped. */
export const certainties = ['certain', 'probable', 'doubtful'] as const

export type Certainty = (typeof certainties)[number]

/**
 * The proof of an `encoding` emendation: `lost` + the bytes of `damaged` = the bytes of `restored`.
 * Bytes are upper-case hexadecimal, characters apart.
 */
export interface ByteProof {
  readonly charset: 'gbk'
  /** The lead byte that was lost. */
  readonly lost: string
  /**
   * The run as it stands in the source, encoded again. Pairs in square brackets fell into the
   * charset's user-defined area and are not in the source: they follow from the reading.
   */
  readonly damaged: string
  /** The same bytes behind the lost one, paired anew. */
  readonly restored: string
  /** What the restored bytes say, before any emendation of another kind. */
  readonly decoded: string
}

/** One place where the edited text departs from its source. */
export interface Emendation {
  readonly id: string
  readonly kind: EmendationKind
  readonly basis: Basis
  /** Code points in the source. */
  readonly source: TextRange
  /** The source's own characters in that range; never empty. */
  readonly found: string
  /** What the edited text reads instead; empty where nothing stands for it. */
  readonly reading: string
  /** Code points in the canonical text. */
  readonly canonical: TextRange
  /** The reason. */
  readonly why: LocalizedText
  /** The word that the place stands in, as found and as read. */
  readonly word?: { readonly found: string; readonly reading: string }
  /** The sentence that the place stands in, in the edited text. */
  readonly sentence?: string
  /** What supports the reading at this place besides the reason: a parallel passage, the context. */
  readonly evidence?: LocalizedText
  readonly bytes?: ByteProof
}

/** A slip of the author's, or a doubt about one, that the edition marks and leaves as it is. */
export interface Sic {
  readonly id: string
  readonly certainty: Certainty
  /** Code points in the canonical text. */
  readonly canonical: TextRange
  readonly text: string
  /** What was probably meant; absent where the edition does not venture to say. */
  readonly meant?: string
  readonly why: LocalizedText
  /** What the reason rests on besides the text; absent where it is the editor's. */
  readonly sources?: readonly Reference[]
}

/** A place where another reading was considered and the source's was kept. */
export interface Kept {
  readonly id: string
  /** Code points in the canonical text. */
  readonly canonical: TextRange
  readonly text: string
  /** The word that the place stands in; holds the text. */
  readonly word?: string
  /** The readings that were considered; none where only the meaning was in doubt. */
  readonly instead: readonly string[]
  readonly why: LocalizedText
}

/** Everything the edition has to say of its text. */
export interface Apparatus {
  readonly emendations: readonly Emendation[]
  readonly sic: readonly Sic[]
  readonly kept: readonly Kept[]
  readonly explanations: readonly Explanation[]
  /** Places that seem damaged, and that the reader has not repaired; `range` is canonical. */
  readonly proposals?: readonly Proposal[]
}

/** What gives its reason by a key of `reasons`. */
type ReasonByKey<T> = Omit<T, 'why'> & { readonly why: string }

/** The apparatus as a file holds it: reasons are written once, and named by what they are given for. */
export interface ApparatusData {
  readonly reasons: Readonly<Record<string, LocalizedText>>
  readonly emendations: readonly ReasonByKey<Emendation>[]
  readonly sic: readonly Sic[]
  readonly kept: readonly ReasonByKey<Kept>[]
  readonly explanations: readonly Explanation[]
}
