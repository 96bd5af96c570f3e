import type { Annotation } from '../../annotation/annotation'
import type { AnnotationMap } from '../../annotation/change-set'
import type { CanonicalDocument } from '../../document/document'
import { type ImportPlan, planImport } from './plan-import'
import { ownPlacer } from './read-items'

/**
 * Takes the notes on the former words of a document along to its present words. Each is decided on as in
 * an import: its words stand where they stood, or elsewhere, or are not found; none is left behind. The
 * position keeps counting in the text that it was made in, so that it is trusted only with its words.
 *
 * @param current the notes that are there already
 */
export function takeAlong(
  notes: Iterable<Annotation>,
  current: AnnotationMap,
  document: CanonicalDocument,
): ImportPlan {
  const place = ownPlacer(document)
  const items = Array.from(notes, (note, index) => {
    const annotation = { ...note, documentId: document.id }
    const placing = place(annotation)
    return {
      kind: 'read',
      index,
      annotation,
      isOwn: true,
      isDated: true,
      placing,
      leftOut: [],
    } as const
  })
  return planImport(items, current, document.id)
}
