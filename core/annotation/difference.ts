import { sameAnnotation } from './annotation'
import type { AnnotationMap, Change } from './change-set'

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
