import { locate, type Placing } from '../anchor/locate'
import type { CanonicalDocument } from '../document/document'
import { byPlace, type TextRange } from '../text/range'
import { type Annotation, byPlaceAndTime } from './annotation'

/** Why an annotation could not be placed. */
type OrphanReason = 'not-found' | 'ambiguous' | 'other-document'

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

/** Places an annotation in a document; one of another document has no place in this one. */
export function resolve(document: CanonicalDocument, annotation: Annotation): Resolved {
  if (annotation.documentId !== document.id) {
    return { state: 'orphan', annotation, reason: 'other-document' }
  }
  const placement = locate(document, annotation)
  return placement.found
    ? { state: 'anchored', annotation, place: placement.place, by: placement.by }
    : { state: 'orphan', annotation, reason: placement.reason }
}

/** Order in the text; those without a place last. */
export function byResolvedPlace(a: Resolved, b: Resolved): number {
  if (isAnchored(a) && isAnchored(b)) {
    return byPlace(a.place, b.place) || byPlaceAndTime(a.annotation, b.annotation)
  }
  if (isAnchored(a)) return -1
  if (isAnchored(b)) return 1
  return byPlaceAndTime(a.annotation, b.annotation)
}
