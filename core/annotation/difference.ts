import { sameRange } from '../text/range'
import type { Annotation } from './annotation'
import type { AnnotationMap, Change } from './change-set'
import { sameStyle } from './style'

/** Whether two annotations agree in every field. */
export const sameAnnotation = (a: Annotation, b: Annotation): boolean =>
  a === b ||
  (a.id === b.id &&
    a.documentId === b.documentId &&
    a.documentDigest === b.documentDigest &&
    sameRange(a.range, b.range) &&
    a.quote.exact === b.quote.exact &&
    a.quote.prefix === b.quote.prefix &&
    a.quote.suffix === b.quote.suffix &&
    a.seenIn === b.seenIn &&
    sameStyle(a.style, b.style) &&
    a.note === b.note &&
    a.tags.length === b.tags.length &&
    a.tags.every((tag, i) => tag === b.tags[i]) &&
    a.createdAt === b.createdAt &&
    a.modifiedAt === b.modifiedAt)

/** The changes that lead from one state to another. */
export function difference(from: AnnotationMap, to: AnnotationMap): readonly Change[] {
  const changes: Change[] = []
  for (const before of from.values()) {
    const after = to.get(before.id)
    if (after === undefined) changes.push({ kind: 'delete', before })
    else if (!sameAnnotation(before, after)) changes.push({ kind: 'update', before, after })
  }
  for (const after of to.values()) {
    if (!from.has(after.id)) changes.push({ kind: 'create', after })
  }
  return changes
}
