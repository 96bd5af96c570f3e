import type { ImportOutcome } from '../../core/exchange/import/verdict'
import type { Messages } from '../../core/messages/en'

/** How an import went, in words. */
export function sayImportOutcome({ import: wording }: Messages, outcome: ImportOutcome): string {
  switch (outcome.kind) {
    case 'imported':
      return wording.imported(outcome.file, outcome.counts)
    case 'nothing-new':
      return wording.nothingNew
    case 'read-only':
      return wording.readOnly
    case 'refused':
      return wording.refusals(outcome.file, outcome.refusal)
    case 'gone':
      return wording.gone
  }
}
