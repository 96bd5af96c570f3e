import type { Annotation } from '../../core/annotation/annotation'
import type { AnnotationMap, ChangeSet } from '../../core/annotation/change-set'
import { difference } from '../../core/annotation/difference'
import { merge } from '../../core/annotation/merge'

/** What a file changed by another program comes to. */
export interface TakenIn {
  /** The change that brings the notes in memory up to it; without changes where they agree. */
  readonly set: ChangeSet
  /** What lost to a later version. */
  readonly losers: readonly Annotation[]
}

/** Merges what another program wrote into what is in memory. */
export function takeIn(
  base: AnnotationMap,
  ours: AnnotationMap,
  theirs: readonly Annotation[],
  now: Date,
): TakenIn {
  const { annotations, losers } = merge(base, ours, new Map(theirs.map((one) => [one.id, one])))
  return {
    set: { gesture: 'import', at: now.toISOString(), changes: difference(ours, annotations) },
    losers,
  }
}
