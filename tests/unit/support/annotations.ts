import { describe as describeQuote } from '../../../core/anchor/quote'
import type { Annotation } from '../../../core/annotation/annotation'
import type { CanonicalDocument } from '../../../core/document/document'
import { codePointLength } from '../../../core/text/code-points'
import { type TextRange, textRange } from '../../../core/text/range'

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

/** An annotation of the first place where some words stand. */
export function annotationOn(
  document: CanonicalDocument,
  words: string,
  more: Partial<Annotation> = {},
): Annotation {
  const index = document.text.indexOf(words)
  if (index === -1) throw new Error(`${words} does not stand in ${document.id}`)
  const start = codePointLength(document.text.slice(0, index))
  return annotationOf(document, textRange(start, start + codePointLength(words)), more)
}
