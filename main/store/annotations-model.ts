import * as z from 'zod'
import { type Annotation, annotationsVersion } from '../../core/annotation/annotation'
import {
  type AnnotationMap,
  applyChangeSet,
  type ChangeSet,
  idOf,
  invert,
} from '../../core/annotation/change-set'
import { difference } from '../../core/annotation/difference'
import {
  emptyHistory,
  type History,
  historyDepth,
  recorded,
  withoutInterfering,
} from '../../core/annotation/history'
import { type Deleted, merge } from '../../core/annotation/merge'
import { annotationSchema, changeSetSchema, historySchema } from '../../core/annotation/schema'
import { closed } from '../../core/text/schema'
import type { Model } from './durable/model'

/** How a change came about, so that undo and redo are what they were after a restart. */
export interface AnnotationsChange {
  readonly kind: 'change' | 'undo' | 'redo' | 'merge'
  /** What was applied; of an undo the inverse of what was undone. */
  readonly set: ChangeSet
}

/** What is remembered beside the annotations. */
export interface AnnotationsMemory {
  readonly history: History
  /** The annotations that were deleted last, so that no other copy of the files brings them back. */
  readonly deleted: Deleted
}

/** How many deletions are remembered. */
const rememberedDeletions = 2_000

/** Beyond this many characters of JSON the older steps are let go: one import can be that large. */
const historyBudget = 8_000_000

const changeSchema = closed({
  kind: z.enum(['change', 'undo', 'redo', 'merge']),
  set: changeSetSchema,
})

const lenientAnnotationSchema = z.object(annotationSchema.shape)

const memorySchema = z.object({
  history: historySchema.catch(emptyHistory),
  deleted: z.array(z.tuple([z.string(), z.string()])).catch([]),
})

/** The reader's annotations as a state that the durable adapter keeps. */
export const annotationsModel: Model<Annotation, AnnotationsChange, AnnotationsMemory> = {
  name: 'annotations',
  formats: { checkpoint: 'piyue-annotations', journal: 'piyue-journal' },
  version: annotationsVersion,
  migrations: {},
  record: annotationSchema,
  readUnknown: (json) => lenientAnnotationSchema.safeParse(json).data,
  readChange: (json) => changeSchema.safeParse(json).data,
  effects,
  emptyMemory: { history: emptyHistory, deleted: new Map() },
  remember: ({ history, deleted }, { kind, set }) => ({
    history: historyAfter(history, kind, set),
    deleted: deletedAfter(deleted, set),
  }),
  writeMemory: ({ history, deleted }) => ({
    history: newestWithin(history, historyBudget),
    deleted: [...deleted],
  }),
  readMemory: (json) => {
    const read = memorySchema.safeParse(json)
    const { history, deleted } = read.success ? read.data : { history: emptyHistory, deleted: [] }
    return { history, deleted: new Map(deleted) }
  },
  merge: ({ records, memory }, others, now) => {
    let merged = records
    const losers: Annotation[] = []
    for (const { base, theirs } of others) {
      const step = merge(base, merged, theirs, memory.deleted)
      merged = step.annotations
      losers.push(...step.losers)
    }
    const changes = difference(records, merged)
    const set = { gesture: 'import', at: now.toISOString(), changes } as const
    return {
      change: changes.length === 0 ? undefined : { kind: 'merge', set },
      count: changes.length,
      losers: [...new Map(losers.map((one) => [JSON.stringify(one), one])).values()],
    }
  },
}

/** @throws ChangeConflict if the change does not fit `annotations`, where they are given. */
function effects(
  { set }: AnnotationsChange,
  annotations?: AnnotationMap,
): ReadonlyMap<string, Annotation | undefined> {
  if (annotations !== undefined) {
    const touched = new Map<string, Annotation>()
    for (const id of new Set(set.changes.map(idOf))) {
      const there = annotations.get(id)
      if (there !== undefined) touched.set(id, there)
    }
    applyChangeSet(touched, set)
  }
  return new Map(
    set.changes.map((change) => [
      idOf(change),
      change.kind === 'delete' ? undefined : change.after,
    ]),
  )
}

/**
 * The history after one more change.
 *
 * What is undone is told by the change itself, and not by what the history has last, so that a history
 * whose older part is lost stays true in the part that is there.
 */
function historyAfter(
  { done, undone }: History,
  kind: AnnotationsChange['kind'],
  set: ChangeSet,
): History {
  switch (kind) {
    case 'change':
      return recorded({ done, undone }, set)
    case 'undo':
      return { done: done.slice(0, -1), undone: [...undone, invert(set)].slice(-historyDepth) }
    case 'merge':
      return withoutInterfering({ done, undone }, set)
    case 'redo':
      return { done: [...done, set].slice(-historyDepth), undone: undone.slice(0, -1) }
  }
}

function deletedAfter(deleted: Deleted, { changes }: ChangeSet): Deleted {
  const isNews = changes.some((one) => one.kind === 'delete' || deleted.has(idOf(one)))
  if (!isNews) return deleted
  const after = new Map(deleted)
  for (const change of changes) {
    after.delete(idOf(change))
    if (change.kind === 'delete') after.set(change.before.id, change.before.modifiedAt)
  }
  return new Map([...after].slice(-rememberedDeletions))
}

/** The steps nearest to now that fit the budget: of both lists the last are the next to go. */
function newestWithin(history: History, budget: number): History {
  let left = budget
  const fitting = (sets: readonly ChangeSet[]) => {
    let from = sets.length
    for (; from > 0; from--) {
      left -= JSON.stringify(sets[from - 1]).length
      if (left < 0) break
    }
    return sets.slice(from)
  }
  return { done: fitting(history.done), undone: fitting(history.undone) }
}
