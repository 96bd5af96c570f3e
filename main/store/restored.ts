import type { Restored } from '../../core/app/store-notice'
import { byId, entriesAfter, laidOver } from './chain'
import type { Entry } from './journal-entry'
import type { JournalReading } from './journal-reading'
import type { Base, FoundFile } from './loaded'
import type { Reading } from './reading'
import type { Snapshot } from './snapshot'

/** How the file was found, where it is not the one to build on, and what there is instead. */
export function foundFile(
  file: Exclude<Reading<Snapshot>, { kind: 'newer' }>,
  journal: Exclude<JournalReading, { kind: 'newer' }>,
  base: Base | undefined,
): FoundFile {
  if (file.kind === 'good') return { kind: 'outside', annotations: file.value.annotations }
  const restored = restoredFrom(journal, base)
  if (file.kind === 'damaged') return { kind: 'damaged', damage: file.damage, restored }
  // A young store has only a journal, from the very first change on: nothing is missing then.
  const young = journal.kind === 'read' && journal.unbroken && journal.header?.sequence === 0
  return restored.from === 'nothing' || (young && base === undefined)
    ? { kind: 'new' }
    : { kind: 'missing', restored }
}

function restoredFrom(
  journal: Exclude<JournalReading, { kind: 'newer' }>,
  base: Base | undefined,
): Restored {
  const laid = journal.kind === 'read' ? changesOn(journal, base) : []
  const unbroken = journal.kind === 'read' && journal.unbroken
  const count = laidOver(byId(base?.annotations ?? []), laid).size
  if (base !== undefined) {
    return {
      from: 'generation',
      file: base.file,
      writtenAt: base.place.writtenAt,
      count,
      changes: laid.length,
      complete: unbroken && entriesAfter(journal, base.place.head) !== undefined,
    }
  }
  if (journal.kind === 'missing') return { from: 'nothing' }
  const complete = unbroken && journal.header?.sequence === 0
  return laid.length === 0 && !complete
    ? { from: 'nothing' }
    : { from: 'journal', count, changes: laid.length, complete }
}

/** The changes to be laid over the base; all that there are, where the chain has a gap. */
export const changesOn = (
  journal: Extract<JournalReading, { kind: 'read' }>,
  base: Base | undefined,
): readonly Entry[] =>
  (base === undefined ? undefined : entriesAfter(journal, base.place.head)) ?? journal.entries
