import { codePointLength } from './code-points'
import { type TextRange, textRange } from './range'

/** The characters that direct the order of those around them (Unicode's `Bidi_Control`), by their abbreviations. */
const signs: Readonly<Record<string, string>> = {
  '\u061c': 'ALM',
  '\u200e': 'LRM',
  '\u200f': 'RLM',
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
}

/** A character of a text that directs the order of those around it. */
export interface BidiControl {
  /** Code points from the text's start. */
  readonly range: TextRange
  /** What it can be shown by. */
  readonly sign: string
}

/** The bidi controls of a text, in order. */
export function bidiControls(text: string): readonly BidiControl[] {
  let counted = 0
  let at = 0
  return Array.from(text.matchAll(/\p{Bidi_Control}/gu), ({ index, 0: character }) => {
    at += codePointLength(text.slice(counted, index))
    counted = index
    return { range: textRange(at, at + 1), sign: signs[character] ?? '' }
  })
}
