import { type Annotation, sameAnnotation } from './annotation'
import type { AnnotationMap } from './change-set'

interface Merged {
  readonly annotations: AnnotationMap
  /** The versions that lost to a later one of the same annotation: to be kept as a copy. */
  readonly losers: readonly Annotation[]
}

/** Annotations that were deleted here: by id, when the deleted version had been modified last. */
export type Deleted = ReadonlyMap<string, string>

/**
 * Two states of the same notes, brought together by id without losing any.
 *
 * Of two versions the one modified later wins, ours on a tie; but where they left an annotation as
 * `base` has it, the last state that both sides shared, ours stands without a word. An annotation that
 * only one side has is kept, since its absence on the other may as well be an old file as a deletion;
 * only what we deleted, and they never touched since, stays deleted.
 */
export function merge(
  base: AnnotationMap,
  ours: AnnotationMap,
  theirs: AnnotationMap,
  deleted: Deleted = new Map(),
): Merged {
  const annotations = new Map(ours)
  const losers: Annotation[] = []
  for (const their of theirs.values()) {
    const our = ours.get(their.id)
    const shared = base.get(their.id)
    if (shared !== undefined && sameAnnotation(shared, their)) continue
    if (our === undefined) {
      const isDeleted = their.modifiedAt <= (deleted.get(their.id) ?? '')
      if (!isDeleted) annotations.set(their.id, their)
    } else if (!sameAnnotation(our, their)) {
      const theyWin = their.modifiedAt > our.modifiedAt
      annotations.set(their.id, theyWin ? their : our)
      losers.push(theyWin ? our : their)
    }
  }
  return { annotations, losers }
}
