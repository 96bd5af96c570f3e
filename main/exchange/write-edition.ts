import type { EditionOutcome } from '../../core/contract/contract'
import { exportTei } from '../../core/exchange/tei'
import type { Messages } from '../../core/messages/en'
import type { OpenDocument } from '../../core/publication/open-document'
import { codeOf, diskProblemOf } from '../disk/disk-problem'
import { writeWholeFile } from '../disk/write-file'

/** What the edition is written from. */
export interface EditionMaterial {
  readonly open: OpenDocument
  readonly messages: Messages
  readonly appVersion: string
}

/**
 * Writes the edition as TEI, whole or not at all.
 *
 * @param file absolute path
 */
export async function writeEdition(
  file: string,
  { open, appVersion }: EditionMaterial,
): Promise<Exclude<EditionOutcome, { readonly kind: 'cancelled' }>> {
  try {
    await writeWholeFile(file, exportTei(open, appVersion))
    return { kind: 'written', file }
  } catch (error) {
    return { kind: 'failed', file, problem: diskProblemOf(error), code: codeOf(error) }
  }
}
