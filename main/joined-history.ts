import type { ChangeSet } from '../core/annotation/change-set'
import type { HistoryView } from '../core/contract/contract'
import type { EditionStep, EditionStore } from './library/edition-store'
import type { AnnotationStore } from './store/annotation-store'

export type Direction = 'undo' | 'redo'

/**
 * The one order in which changes of the notes and steps of the document's edition are taken back and done
 * again: by their times. Each is kept by its own store.
 */
export class JoinedHistory {
  readonly #notes: Pick<AnnotationStore, 'history'>
  readonly #edition: Pick<EditionStore, 'lastDone' | 'lastUndone' | 'forgetUndone'> | undefined

  /** @param edition left out, where the document cannot be edited */
  constructor(
    notes: Pick<AnnotationStore, 'history'>,
    edition: Pick<EditionStore, 'lastDone' | 'lastUndone' | 'forgetUndone'> | undefined,
  ) {
    this.#notes = notes
    this.#edition = edition
  }

  /** What can be undone and redone next. */
  get view(): HistoryView {
    return { undo: this.next('undo')?.gesture ?? null, redo: this.next('redo')?.gesture ?? null }
  }

  /** What is taken back next, the newer of the last two; or done again, the older of those taken back. */
  next(direction: Direction): ChangeSet | EditionStep | undefined {
    const set = this.#lastOfNotes(direction)
    const isBack = direction === 'undo'
    const step = isBack ? this.#edition?.lastDone : this.#edition?.lastUndone
    if (set === undefined || step === undefined) return step ?? set
    return (isBack ? step.at >= set.at : step.at <= set.at) ? step : set
  }

  /** Whether a change of notes came with a step of the edition, and is taken back or done again with it. */
  isPaired(step: EditionStep, direction: Direction): boolean {
    const set = this.#lastOfNotes(direction)
    return set?.gesture === step.gesture && set.at === step.at
  }

  /** After a change of the notes, which forget by themselves, nothing that was taken back can be done again. */
  async forgetUndone(): Promise<void> {
    await this.#edition?.forgetUndone()
  }

  #lastOfNotes(direction: Direction): ChangeSet | undefined {
    const { done, undone } = this.#notes.history
    return (direction === 'undo' ? done : undone).at(-1)
  }
}
