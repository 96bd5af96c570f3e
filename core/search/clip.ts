import { charactersOf } from '../text/code-points'

/** How much of what stands around a match is shown, in code points. */
const roomBefore = 16
const roomAfter = 30

const ellipsis = '…'
const clauseEnds = new Set('，、；：。！？,;:!?')
const closingMarks = /^[”’」』》）]+/u

/** The end of a text, from a clause's beginning where one is near; blank lines become spaces. */
export function clipStart(text: string): string {
  const characters = charactersOf(oneLine(text).trimStart())
  if (characters.length <= roomBefore) return characters.join('')
  const kept = characters.slice(-roomBefore)
  const clause = kept.findIndex((character) => clauseEnds.has(character))
  // A clause that begins just where the match does would leave nothing to read before it.
  if (clause === -1 || clause > roomBefore / 2) return ellipsis + kept.join('')
  return kept
    .slice(clause + 1)
    .join('')
    .replace(closingMarks, '')
}

/** The beginning of a text, with an ellipsis where it was cut. */
export function clipEnd(text: string): string {
  const characters = charactersOf(oneLine(text).trimEnd())
  if (characters.length <= roomAfter) return characters.join('')
  return characters.slice(0, roomAfter).join('') + ellipsis
}

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ')
