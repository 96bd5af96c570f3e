import type * as z from 'zod'
import type { Migration } from './durable-file'
import { type Entry, makeEntry, newPoint, type Tip } from './journal-format'
import { LayeredMap } from './layered-map'

/** One thing of many that a state consists of. */
export interface Identified {
  readonly id: string
}

export type Records<R> = ReadonlyMap<string, R>

/** A state that changes by entries: records by id, and what is remembered beside them. */
interface State<R, M> {
  readonly records: Records<R>
  readonly memory: M
}

/** A state and the point of the chain of changes at which it stands. */
export interface Snapshot<R, M> extends State<R, M>, Tip {}

/** Records that another writer left, and those that both sides shared last, as far as is known. */
interface Theirs<R> {
  readonly base: Records<R>
  readonly theirs: Records<R>
}

/** What others wrote comes to. */
interface Merged<R, C> {
  /** The change that brings the state up to it; nothing where they agree. */
  readonly change: C | undefined
  /** How many records came or changed. */
  readonly count: number
  /** Versions that lost to a later one: to be kept as a copy. */
  readonly losers: readonly R[]
}

/**
 * What the adapter must know of a state that it keeps: records `R`, changes `C`, memory `M`. A change is
 * a JSON object without the keys `sequence` and `after`, and holds whole records as they are left by it:
 * then it can be replayed over any state, also where changes before it are lost.
 */
export interface Model<R extends Identified, C extends object, M> {
  /** What the files are called (`NAME.json`), and the list of records in them. */
  readonly name: string
  /** What the checkpoint, and the journal, call themselves. */
  readonly formats: { readonly checkpoint: string; readonly journal: string }
  /** The version of the checkpoint, from 1 on, and what leads to it from older ones. */
  readonly version: number
  readonly migrations: Readonly<Record<number, Migration>>
  readonly record: z.ZodType<R>
  /** A record of a later version, as far as it has the fields that this one knows. */
  readonly readUnknown: (json: unknown) => R | undefined
  readonly readChange: (json: unknown) => C | undefined
  /**
   * What a change leaves of every record that it touches; nothing for one that is gone.
   *
   * @param records where they are given, what the change must fit. @throws if it does not.
   */
  effects(change: C, records?: Records<R>): ReadonlyMap<string, R | undefined>
  readonly emptyMemory: M
  /** The memory after a change. */
  remember(memory: M, change: C): M
  /** The memory as JSON, bounded; and read again, as much of it as can be. */
  writeMemory(memory: M): unknown
  readMemory(json: unknown): M
  /** Brings together what is in memory and what others wrote, one after the other. */
  merge(ours: State<R, M>, others: readonly Theirs<R>[], now: Date): Merged<R, C>
}

/**
 * What lowdb holds as `data`: the state in memory, and the changes to it that are not on disk yet. The
 * state is never copied whole, so that a change costs the same however large it is.
 */
export class Journaled<R extends Identified, C extends object, M> {
  readonly #model: Model<R, C, M>
  readonly #onAdd: (change: C) => void
  #snapshot: Snapshot<R, M>
  #pending: readonly Entry<C>[] = []

  /** @param onAdd called for every change, in the order in which they are applied. */
  constructor(
    model: Model<R, C, M>,
    onAdd: (change: C) => void = () => undefined,
    snapshot: Snapshot<R, M> = emptySnapshot(model),
  ) {
    this.#model = model
    this.#onAdd = onAdd
    this.#snapshot = snapshot
  }

  get snapshot(): Snapshot<R, M> {
    return this.#snapshot
  }

  get pending(): readonly Entry<C>[] {
    return this.#pending
  }

  /** Applies a change. @throws what the model says if it does not fit; nothing is changed then. */
  add(change: C): void {
    const { records, memory } = this.#snapshot
    const effects = this.#model.effects(change, records)
    const entry = makeEntry(this.#snapshot, change)
    this.#snapshot = {
      records: LayeredMap.of(records).with(effects),
      memory: this.#model.remember(memory, change),
      head: entry.hash,
      sequence: entry.sequence,
    }
    this.#pending = [...this.#pending, entry]
    this.#onAdd(change)
  }

  /** The disk has the changes up to this one. */
  settle(sequence: number): void {
    this.#pending = this.#pending.filter((entry) => entry.sequence > sequence)
  }
}

const emptySnapshot = <R extends Identified, C extends object, M>({
  emptyMemory,
}: Model<R, C, M>): Snapshot<R, M> => ({
  records: new Map(),
  memory: emptyMemory,
  head: newPoint(),
  sequence: 0,
})

/** The records after these changes, whether they fit or not: the last of each record stands. */
export function replay<R extends Identified, C extends object, M>(
  model: Model<R, C, M>,
  records: Records<R>,
  entries: readonly Entry<C>[],
): Records<R> {
  const changed = new Map<string, R | undefined>()
  for (const { change } of entries) {
    for (const [id, record] of model.effects(change)) changed.set(id, record)
  }
  return LayeredMap.of(records).with(changed)
}

export const byId = <R extends Identified>(records: readonly R[]): Records<R> =>
  new Map(records.map((record) => [record.id, record]))
