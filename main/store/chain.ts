import type { Annotation } from '../../core/annotation/annotation'
import { type AnnotationMap, type ChangeSet, invert } from '../../core/annotation/change-set'
import {
  emptyHistory,
  type History,
  historyDepth,
  recorded,
  withoutInterfering,
} from '../../core/annotation/history'
import type { KeptHistory } from './history-file'
import type { Entry, EntryKind } from './journal-entry'
import type { JournalReading } from './journal-reading'
import { LayeredMap } from './layered-map'

type ReadJournal = Extract<JournalReading, { kind: 'read' }>

/** The changes of a journal that come after a point of the chain; nothing where it is not on it. */
export function entriesAfter(journal: ReadJournal, point: string): readonly Entry[] | undefined {
  const next = journal.entries.findIndex((entry) => entry.after === point)
  if (next >= 0) return journal.entries.slice(next)
  if (journal.header?.start === point) return journal.entries
  return journal.entries.at(-1)?.hash === point ? [] : undefined
}

/**
 * The annotations after these changes, whether they fit or not. Each change carries the whole
 * annotation as it was left, so that this also serves where changes in between are lost: the newest
 * state of every annotation that the journal names is then right all the same.
 */
export function laidOver(annotations: AnnotationMap, entries: readonly Entry[]): AnnotationMap {
  const changed = new Map<string, Annotation | undefined>()
  for (const change of entries.flatMap(({ set }) => set.changes)) {
    if (change.kind === 'delete') changed.set(change.before.id, undefined)
    else changed.set(change.after.id, change.after)
  }
  return LayeredMap.of(annotations).with(changed)
}

/**
 * What another machine's changes say of the notes they touch. What they delete is not among them: that it
 * is gone there does not make it go here.
 */
export const statesIn = (entries: readonly Entry[]): AnnotationMap => laidOver(new Map(), entries)

/**
 * The history after one more entry of the journal.
 *
 * What is undone is told by the entry itself, and not by what the history has last, so that a history
 * whose older part is lost stays true in the part that is there.
 */
export function told({ done, undone }: History, kind: EntryKind, set: ChangeSet): History {
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

/** What can be undone and redone after the last entry of an unbroken journal. */
export function historyAfter(journal: ReadJournal, kept: KeptHistory | undefined): History {
  const after = kept && entriesAfter(journal, kept.head)
  return (after ?? journal.entries).reduce(
    (history, entry) => told(history, entry.kind, entry.set),
    after === undefined || kept === undefined ? emptyHistory : kept.history,
  )
}

/** Annotations by id. */
export const byId = (annotations: readonly Annotation[]): AnnotationMap =>
  new Map(annotations.map((annotation) => [annotation.id, annotation]))
