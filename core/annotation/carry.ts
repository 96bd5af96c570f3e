import { describe } from '../anchor/quote'
import type { CanonicalDocument } from '../document/document'
import { isEmptyRange, type TextRange } from '../text/range'
import { type Annotation, limits } from './annotation'
import type { AnnotationMap, Change } from './change-set'
import { isAnchored, resolve } from './resolve'

/**
 * Carries annotations over to the same document with other words in some places: each stays on its own
 * characters. One whose characters all went, or grew to more than a mark can quote, is left as it was, and found
 * by its quote or an orphan from then on; one that had no place before has none to be carried from.
 *
 * @param carry takes a canonical range of the former text to the new one
 */
export function carryAnnotations(
  annotations: AnnotationMap,
  former: CanonicalDocument,
  next: CanonicalDocument,
  carry: (range: TextRange) => TextRange,
): readonly Change[] {
  return [...annotations.values()].flatMap((before): readonly Change[] => {
    const resolved = resolve(former, before)
    if (!isAnchored(resolved)) return []
    const range = carry(resolved.place)
    if (isEmptyRange(range)) return []
    const quote = describe(next, range)
    if (quote.exact.length > limits.quote) return []
    const after: Annotation = { ...before, range, quote, documentDigest: next.digest }
    return [{ kind: 'update', before, after }]
  })
}
