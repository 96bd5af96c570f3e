import { charactersOf } from '../text/code-points'
import { isEmptyRange, type TextRange, textRange } from '../text/range'
import type { CanonicalDocument } from './document'

const isBlank = (character: string | undefined) => character !== undefined && /\s/u.test(character)

/**
 * The range without white space at its ends, ideographic spaces and line breaks included; nothing
 * where nothing else is in it. Reaching beyond the text is cut off.
 */
export function trimmed(document: CanonicalDocument, range: TextRange): TextRange | undefined {
  const within = textRange(Math.max(0, range.start), Math.min(document.length, range.end))
  if (isEmptyRange(within)) return undefined
  const characters = charactersOf(document.slice(within))
  let first = 0
  let past = characters.length
  while (first < past && isBlank(characters[first])) first++
  while (past > first && isBlank(characters[past - 1])) past--
  return first === past ? undefined : textRange(within.start + first, within.start + past)
}
