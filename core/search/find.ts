import type { CanonicalDocument } from '../document/document'
import type { TextRange } from '../text/range'
import { SearchText } from './search-text'

const prepared = new WeakMap<CanonicalDocument, SearchText>()

/**
 * Every place of the query in a document: canonical ranges in code points, in text order, none
 * overlapping another. What is searched is the canonical text, so the places are the same in whatever
 * form it is shown.
 */
export function find(document: CanonicalDocument, query: string): readonly TextRange[] {
  const text = prepared.get(document) ?? new SearchText(document.text)
  prepared.set(document, text)
  return text.find(query)
}
