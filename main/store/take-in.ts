import type { Annotation } from '../../core/annotation/annotation'
import type { AnnotationMap, ChangeSet } from '../../core/annotation/change-set'
import { difference } from '../../core/annotation/difference'
import { merge } from '../../core/annotation/merge'

/** A state of the notes that others wrote, and the one that both sides shared last. */
export interface Theirs {
  readonly base: AnnotationMap
  readonly theirs: AnnotationMap
}

/** What others wrote comes to. */
export interface TakenIn {
  /** The change that brings the notes in memory up to it; without changes where they agree. */
  readonly set: ChangeSet
  /** What lost to a later version. */
  readonly losers: readonly Annotation[]
}

/** Merges what others wrote into what is in memory, one state after the other. */
export function takeIn(ours: AnnotationMap, states: readonly Theirs[], now: Date): TakenIn {
  let merged = ours
  const losers: Annotation[] = []
  for (const { base, theirs } of states) {
    const step = merge(base, merged, theirs)
    merged = step.annotations
    losers.push(...step.losers)
  }
  return {
    set: { gesture: 'import', at: now.toISOString(), changes: difference(ours, merged) },
    losers: [...new Map(losers.map((one) => [JSON.stringify(one), one])).values()],
  }
}
