import type { ImportOutcome } from '../../core/import/verdict'
import { readHandedOver } from '../command-line/handed-over'
import { Importer, type ImportTarget } from './importer'

/**
 * Imports what the command line was asked to import while this app runs: what a second start of it
 * handed over, which may be anything. Gives nothing where it was no import.
 */
export async function importHandedOver(
  data: unknown,
  target: ImportTarget,
): Promise<ImportOutcome | undefined> {
  const handedOver = readHandedOver(data)
  return handedOver && new Importer(target).importFile(handedOver.import)
}
