import { describe as describeQuote } from '../../../core/anchor/quote'
import type { Annotation } from '../../../core/annotation/annotation'
import type { CanonicalDocument } from '../../../core/document/document'
import type { TextRange } from '../../../core/text/range'

/** A moment that tests agree on. */
export const noon = '2026-01-02T12:00:00.000Z'

/** An annotation of a range, as the app would make it. */
export const annotationOf = (
  document: CanonicalDocument,
  range: TextRange,
  more: Partial<Annotation> = {},
): Annotation => ({
  id: `a${range.start}-${range.end}`,
  documentId: document.id,
  documentDigest: document.digest,
  range,
  quote: describeQuote(document, range),
  seenIn: 'zh-Hant',
  style: { color: 'yellow', kind: 'highlight' },
  note: '',
  tags: [],
  createdAt: noon,
  modifiedAt: noon,
  ...more,
})
