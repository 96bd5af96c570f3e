import type { Annotation } from '../../annotation/annotation'
import type { AnnotationMap, Change } from '../../annotation/change-set'
import type { CanonicalDocument } from '../../document/document'
import { judgeOwn } from './judge-own'
import { importLimits } from './limits'
import { type ImportCounts, type Verdict, verdicts } from './verdict'

/**
 * Takes the notes on the former words of a document along to its present words. Each is judged as in an
 * import: its words stand where they stood, or elsewhere, or are not found; none is left behind. The
 * position keeps counting in the text that it was made in, so that it is trusted only with its words.
 *
 * @param current the notes that are there already
 */
export function takeAlong(
  notes: Iterable<Annotation>,
  current: AnnotationMap,
  document: CanonicalDocument,
): { readonly counts: ImportCounts; readonly changes: readonly Change[] } {
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<
    Verdict,
    number
  >
  const changes: Change[] = []
  let searchesLeft: number = importLimits.approximate
  for (const note of notes) {
    const here = { ...note, documentId: document.id }
    const judged = judgeOwn(here, current, document, () => searchesLeft-- > 0)
    counts[judged.verdict]++
    if (judged.change) changes.push(judged.change)
  }
  return { counts, changes }
}
