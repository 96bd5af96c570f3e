import { fold } from '../script/folding'

/** What parts two neighbouring characters: nothing, white space, or white space with a line break. */
export type Gap = 'none' | 'blank' | 'break'

/**
 * A text as search compares it: folded, without white space. Everything counts by the UTF-16 units of
 * `text`, for that is what the platform's own search counts.
 */
export interface Compact {
  readonly text: string
  /** For each unit the code point of the original text that it comes from. */
  readonly offsets: readonly number[]
  /** For each unit what stood in the original text just before it. */
  readonly gaps: readonly Gap[]
}

/** Folds a text and takes its white space out, remembering where it was. */
export function compact(original: string): Compact {
  let text = ''
  const offsets: number[] = []
  const gaps: Gap[] = []
  let gap: Gap = 'none'
  let offset = 0
  for (const character of original) {
    if (blank.test(character)) {
      gap = gap === 'break' || lineBreak.test(character) ? 'break' : 'blank'
    } else {
      const folded = fold(character)
      text += folded
      for (let unit = 0; unit < folded.length; unit++) {
        offsets.push(offset)
        gaps.push(unit === 0 ? gap : 'none')
      }
      gap = 'none'
    }
    offset++
  }
  return { text, offsets, gaps }
}

/** White space, and the spaces of no width that come along when text is copied from a page. */
const blank = /[\s\u200b\u2060]/u

const lineBreak = /[\n\r\u2028\u2029]/u
