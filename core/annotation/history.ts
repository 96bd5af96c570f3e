import { closed, z } from '../text/schema'
import { type ChangeSet, changeSetSchema } from './change-set'

/** How many gestures can be taken back. */
export const historyDepth = 200

/** What can be undone and redone; the last item of each is the next to go. */
export interface History {
  readonly done: readonly ChangeSet[]
  readonly undone: readonly ChangeSet[]
}

export const historySchema = closed({
  done: z.array(changeSetSchema).max(historyDepth),
  undone: z.array(changeSetSchema).max(historyDepth),
})

export const emptyHistory: History = { done: [], undone: [] }

/** The history after a new gesture: what had been undone can no longer be redone. */
export const recorded = (history: History, set: ChangeSet): History => ({
  done: [...history.done, set].slice(-historyDepth),
  undone: [],
})

/** The history after the last gesture was taken back. */
export const steppedBack = ({ done, undone }: History): History => ({
  done: done.slice(0, -1),
  undone: [...undone, ...done.slice(-1)],
})

/** The history after the last undone gesture was done again. */
export const steppedForward = ({ done, undone }: History): History => ({
  done: [...done, ...undone.slice(-1)],
  undone: undone.slice(0, -1),
})
