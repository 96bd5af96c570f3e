import { isInPlace } from '../../anchor/locate'
import type { Annotation } from '../../annotation/annotation'
import type { AnnotationMap } from '../../annotation/change-set'
import { sameAnnotation } from '../../annotation/difference'
import { resolve } from '../../annotation/resolve'
import type { CanonicalDocument } from '../../document/document'
import type { Judged } from './judged'

/**
 * What is to become of an annotation that Piyue wrote. It is taken as it is, every field; whether its
 * words are found is told, and found out anew whenever it is shown.
 */
export function judgeOwn(
  annotation: Annotation,
  current: AnnotationMap,
  document: CanonicalDocument,
  maySearch: () => boolean,
): Judged {
  const here = current.get(annotation.id)
  if (here !== undefined) {
    if (sameAnnotation(here, annotation)) return { verdict: 'same', annotation }
    if (annotation.modifiedAt <= here.modifiedAt) return { verdict: 'older', annotation }
    const change = { kind: 'update', before: here, after: annotation } as const
    return { verdict: 'changed', annotation, change }
  }
  const change = { kind: 'create', after: annotation } as const
  return { ...placing(annotation, document, maySearch), annotation, change }
}

function placing(
  annotation: Annotation,
  document: CanonicalDocument,
  maySearch: () => boolean,
): Pick<Judged, 'verdict' | 'reason'> {
  if (annotation.documentId !== document.id) return { verdict: 'orphan', reason: 'other-document' }
  if (isInPlace(document, annotation)) return { verdict: 'new' }
  if (!maySearch()) return { verdict: 'orphan', reason: 'not-searched' }
  const resolved = resolve(document, annotation)
  if (resolved.state === 'orphan') return { verdict: 'orphan', reason: resolved.reason }
  return resolved.by === 'position' ? { verdict: 'new' } : { verdict: 'moved', reason: resolved.by }
}
