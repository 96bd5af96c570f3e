import {
  type CorrectionCounts,
  correctionDecisions,
  type ImportedCorrection,
} from '../../core/app/import-report'
import { decideCorrections, type FileCorrection } from '../../core/exchange/import/read-corrections'
import type { RecognizedFile } from '../../core/exchange/import/recognize'
import type { CorrectionRequest } from '../../core/repair/reader-edition'
import { ifReadable } from '../library/library'
import type { ImportLibrary } from './sort-import'

/** What becomes of the corrections that a file has for one document. */
export interface PlannedCorrections {
  readonly documentId: string
  readonly title: string
  readonly items: readonly ImportedCorrection[]
  /** What is to be corrected. */
  readonly requests: readonly CorrectionRequest[]
  /** Of the text that the places of these are in; nothing where the document is not there. */
  readonly digest: string | undefined
}

type FileWithCorrections = Pick<RecognizedFile, 'corrections' | 'titles'>

/**
 * Decides what becomes of the corrections of a file, document by document: each belongs to the document that
 * it names, or to the one that has the very text.
 */
export async function planCorrections(
  { corrections = [], titles }: FileWithCorrections,
  library: Pick<ImportLibrary, 'idNow' | 'withDigest' | 'titleOf' | 'documentOf'>,
): Promise<readonly PlannedCorrections[]> {
  const plans: PlannedCorrections[] = []
  for (const file of corrections) {
    const documentId = library.idNow(file.documentId) ?? library.withDigest(file.digest)
    const title =
      documentId === undefined ? (titles?.get(file.documentId) ?? '') : library.titleOf(documentId)
    const about = { documentId: documentId ?? file.documentId, title }
    const reading = documentId === undefined ? undefined : library.documentOf(documentId)
    // oxlint-disable-next-line no-await-in-loop -- one at a time, so that no two large texts are open at once
    const open = reading && (await ifReadable(reading))
    const decisions =
      open === undefined
        ? file.corrections.map((correction) => ({ correction, decision: 'lost' as const }))
        : decideCorrections(file, open)
    plans.push({
      ...about,
      items: decisions.map(({ correction, decision, ...more }) => ({
        ...about,
        decision,
        ...saidOf(correction),
        own: 'own' in more ? (more.own ?? null) : null,
      })),
      requests: decisions.flatMap((one) => ('request' in one ? (one.request ?? []) : [])),
      digest: open?.document.digest,
    })
  }
  return plans
}

const saidOf = ({ character, tag, found, readings, isEverywhere }: FileCorrection) => ({
  character,
  found,
  reading: readings[tag] ?? Object.values(readings)[0] ?? '',
  isEverywhere,
})

/** How many fare how; nothing where there are none. */
export function countsOf(plans: readonly PlannedCorrections[]): CorrectionCounts | undefined {
  const items = plans.flatMap((plan) => plan.items)
  if (items.length === 0) return undefined
  return Object.fromEntries(
    correctionDecisions.map((decision) => [
      decision,
      items.filter((item) => item.decision === decision).length,
    ]),
  ) as CorrectionCounts
}
