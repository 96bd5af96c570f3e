import type { Annotation } from '../annotation/annotation'
import type { TextRange } from '../text/range'

/** How an annotation's place was found. */
export type Placing = 'position' | 'quote' | 'approximate'

/** Why an annotation could not be placed. */
export type OrphanReason = 'not-found' | 'ambiguous'

/** An annotation whose words stand in the text, at `place`. Only these can be painted. */
export interface Anchored {
  readonly state: 'anchored'
  readonly annotation: Annotation
  readonly place: TextRange
  readonly by: Placing
}

/** An annotation whose words could not be placed: listed, readable, exportable, never dropped. */
export interface Orphan {
  readonly state: 'orphan'
  readonly annotation: Annotation
  readonly reason: OrphanReason
}

export type Resolved = Anchored | Orphan

export const isAnchored = (resolved: Resolved): resolved is Anchored =>
  resolved.state === 'anchored'
