import { randomUUID } from 'node:crypto'
import { carryOut, UnknownAnnotation } from '../../core/annotation/carry-out'
import type { ChangeSet } from '../../core/annotation/change-set'
import type { Command } from '../../core/annotation/command'
import type { ChangeOutcome, HistoryView, RestoreOutcome } from '../../core/contract/contract'
import type { CanonicalDocument } from '../../core/document/document'
import type { AnnotationStore } from '../store/annotation-store'
import { StoreReadOnly, StoreUnreadable } from '../store/store-errors'

/**
 * The one owner of the annotations: turns the reader's commands into change sets, has them kept, and
 * tells the page what changed.
 */
export class AnnotationService {
  readonly #document: CanonicalDocument
  readonly #store: AnnotationStore
  readonly #tell: (set: ChangeSet, history: HistoryView) => void

  constructor(options: {
    readonly document: CanonicalDocument
    readonly store: AnnotationStore
    readonly onChanged: (set: ChangeSet, history: HistoryView) => void
  }) {
    this.#document = options.document
    this.#store = options.store
    this.#tell = options.onChanged
  }

  /** What can be undone and redone next. */
  get history(): HistoryView {
    const { done, undone } = this.#store.history
    return { undo: done.at(-1)?.gesture ?? null, redo: undone.at(-1)?.gesture ?? null }
  }

  async change(command: Command): Promise<ChangeOutcome> {
    return this.#attempt(async () => {
      const set = carryOut(command, {
        annotations: this.#store.annotations,
        document: this.#document,
        now: new Date().toISOString(),
        newId: randomUUID,
      })
      return set.changes.length === 0 ? undefined : this.#store.commit(set)
    })
  }

  /** Makes a change set that was put together elsewhere, as by an import. */
  take(set: ChangeSet): Promise<ChangeOutcome> {
    return this.#attempt(() => this.#store.commit(set))
  }

  undo(): Promise<ChangeOutcome> {
    return this.#attempt(() => this.#store.undo())
  }

  redo(): Promise<ChangeOutcome> {
    return this.#attempt(() => this.#store.redo())
  }

  /** Goes back to a backup, as one gesture that can be undone. */
  async restore(name: string): Promise<RestoreOutcome> {
    try {
      const set = await this.#store.restore({ name })
      if (set === undefined) return { kind: 'same' }
      this.#tell(set, this.history)
      return { kind: 'restored' }
    } catch (error) {
      if (error instanceof StoreReadOnly) return { kind: 'read-only' }
      if (error instanceof StoreUnreadable) return { kind: 'failed', code: error.reason }
      throw error
    }
  }

  /** Carries out a change; says why where it was refused, and lets anything unforeseen through. */
  async #attempt(change: () => Promise<ChangeSet | undefined>): Promise<ChangeOutcome> {
    try {
      const set = await change()
      if (set === undefined) return { done: false, reason: 'nothing-to-do' }
      this.#tell(set, this.history)
      return { done: true, changed: set.changes.map(idOf) }
    } catch (error) {
      if (error instanceof StoreReadOnly) return { done: false, reason: 'read-only' }
      if (error instanceof UnknownAnnotation) return { done: false, reason: 'gone' }
      if (error instanceof RangeError) return { done: false, reason: 'outside-text' }
      throw error
    }
  }
}

const idOf = (change: ChangeSet['changes'][number]): string =>
  change.kind === 'delete' ? change.before.id : change.after.id
