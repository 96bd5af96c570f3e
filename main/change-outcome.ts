import { OutsideText } from '../core/anchor/quote'
import { ChangeConflict, type ChangeSet, idOf } from '../core/annotation/change-set'
import { TooLongToMark, UnknownAnnotation } from '../core/annotation/execute'
import type { ChangeOutcome, RestoreOutcome } from '../core/contract/contract'
import { StoreReadOnly } from './store/annotation-store'
import { StoreUnreadable } from './store/durable/durable-file'

/** Carries out a change; says why where it was refused, and lets anything unforeseen through. */
export async function outcomeOf(
  change: () => Promise<ChangeSet | undefined>,
): Promise<ChangeOutcome> {
  try {
    const set = await change()
    if (set === undefined) return { done: false, reason: 'nothing-to-do' }
    return { done: true, gesture: set.gesture, changed: set.changes.map(idOf) }
  } catch (error) {
    if (error instanceof StoreReadOnly) return { done: false, reason: 'read-only' }
    if (error instanceof UnknownAnnotation) return { done: false, reason: 'gone' }
    if (error instanceof OutsideText) return { done: false, reason: 'outside-text' }
    if (error instanceof TooLongToMark) return { done: false, reason: 'too-long' }
    throw error
  }
}

/** Takes a gesture back, or does it again; refused where it does not fit the notes, as after a loss on disk. */
export async function stepOutcomeOf(
  step: () => Promise<ChangeSet | undefined>,
): Promise<ChangeOutcome> {
  try {
    return await outcomeOf(step)
  } catch (error) {
    if (error instanceof ChangeConflict) return { done: false, reason: 'gone' }
    throw error
  }
}

/** Goes back to a backup; says why where it could not be, and lets anything unforeseen through. */
export async function restoreOutcomeOf(
  restore: () => Promise<ChangeSet | undefined>,
): Promise<RestoreOutcome> {
  try {
    return { kind: (await restore()) === undefined ? 'same' : 'restored' }
  } catch (error) {
    if (error instanceof StoreReadOnly) return { kind: 'read-only' }
    if (error instanceof StoreUnreadable) return { kind: 'failed', reason: error.reason }
    throw error
  }
}
