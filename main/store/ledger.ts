import type { Annotation } from '../../core/annotation/annotation'
import {
  type AnnotationMap,
  applyChangeSet,
  type ChangeSet,
  idOf,
  invert,
} from '../../core/annotation/change-set'
import type { History } from '../../core/annotation/history'
import { told } from './chain'
import { type Entry, type EntryKind, makeEntry } from './journal-entry'
import { LayeredMap } from './layered-map'

/** Where a change came from: a call of this app, or another program that wrote to the files. */
export type ChangeOrigin = 'local' | 'external'

/**
 * Called once for every change, in the order in which they are applied and before anything else can be:
 * `revision` is one more each time.
 */
export type OnChange = (set: ChangeSet, revision: number, origin: ChangeOrigin) => void

/** A state of the notes and where in the chain of changes it stands. */
export interface LedgerPlace {
  readonly annotations: AnnotationMap
  readonly history: History
  readonly head: string
  readonly sequence: number
}

/** The notes in memory, and the changes to them that the disk does not have yet. */
export class Ledger {
  #place: LedgerPlace
  #pending: readonly Entry[] = []
  #revision = 0
  readonly #onChange: OnChange

  constructor(place: LedgerPlace, onChange: OnChange = () => undefined) {
    this.#place = place
    this.#onChange = onChange
  }

  /** How many changes were applied since the store was opened. */
  get revision(): number {
    return this.#revision
  }

  get place(): LedgerPlace {
    return this.#place
  }

  get pending(): readonly Entry[] {
    return this.#pending
  }

  /**
   * Applies a change set.
   *
   * @throws ChangeConflict if it does not fit what is there; nothing is changed then.
   */
  record(kind: EntryKind, set: ChangeSet): void {
    const { annotations, history, head, sequence } = this.#place
    const entry = makeEntry(head, sequence + 1, kind, set)
    this.#place = {
      annotations: applied(annotations, set),
      history: told(history, kind, set),
      head: entry.hash,
      sequence: entry.sequence,
    }
    this.#pending = [...this.#pending, entry]
    this.#revision++
    this.#onChange(set, this.#revision, kind === 'merge' ? 'external' : 'local')
  }

  /** Takes the last gesture back; returns what was applied, nothing where there is none. */
  undo(): ChangeSet | undefined {
    const last = this.#place.history.done.at(-1)
    const set = last && invert(last)
    if (set !== undefined) this.record('undo', set)
    return set
  }

  /** Does the last undone gesture again; returns what was applied, nothing where there is none. */
  redo(): ChangeSet | undefined {
    const set = this.#place.history.undone.at(-1)
    if (set !== undefined) this.record('redo', set)
    return set
  }

  /** The disk has the changes up to this one. */
  settle(sequence: number): void {
    this.#pending = this.#pending.filter((entry) => entry.sequence > sequence)
  }
}

/** As `applyChangeSet`, without copying what the change does not touch. */
function applied(annotations: AnnotationMap, set: ChangeSet): AnnotationMap {
  const ids = new Set(set.changes.map(idOf))
  const before = [...ids].flatMap((id): [string, Annotation][] => {
    const there = annotations.get(id)
    return there === undefined ? [] : [[id, there]]
  })
  const after = applyChangeSet(new Map(before), set)
  return LayeredMap.of(annotations).with(new Map([...ids].map((id) => [id, after.get(id)])))
}
