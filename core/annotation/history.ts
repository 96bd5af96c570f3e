import type { ChangeSet } from './change-set'

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
