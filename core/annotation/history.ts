import { type ChangeSet, idOf } from './change-set'

/** How many gestures can be taken back. */
export const historyDepth = 200

/** What can be undone and redone; the last item of each is the next to go. */
export interface History {
  readonly done: readonly ChangeSet[]
  readonly undone: readonly ChangeSet[]
}

export const emptyHistory: History = { done: [], undone: [] }

/** The history after a new gesture: what had been undone can no longer be redone. */
export const recorded = (history: History, set: ChangeSet): History => ({
  done: [...history.done, set].slice(-historyDepth),
  undone: [],
})

/**
 * The history after a change that did not come from the reader. It is no gesture to take back; but a step
 * that touches what it touched no longer leads where the reader would expect, nor does an older one that
 * touches what such a step touched. Those are let go of, and all others stay.
 */
export const withoutInterfering = ({ done, undone }: History, set: ChangeSet): History => ({
  done: untouched(done, set),
  undone: untouched(undone, set),
})

/** The steps that can be gone without those that meet the change. */
function untouched(steps: readonly ChangeSet[], set: ChangeSet): readonly ChangeSet[] {
  const touched = new Set(set.changes.map(idOf))
  const kept: ChangeSet[] = []
  for (const step of steps.toReversed()) {
    const ids = step.changes.map(idOf)
    if (ids.some((id) => touched.has(id))) for (const id of ids) touched.add(id)
    else kept.push(step)
  }
  return kept.reverse()
}
