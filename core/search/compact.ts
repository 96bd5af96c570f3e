import { foldedCharacters } from '../script/folding'
import { finish, type Steps } from './steps'

/** What parts two neighbouring characters: nothing, white space, or white space with a line break. */
export type Gap = 'none' | 'blank' | 'break'

/**
 * A text as search compares it: folded, without white space. Everything counts by the UTF-16 units of
 * `text`, for that is what the platform's own search counts.
 */
export interface Compact {
  readonly text: string
  /** For each unit the code point of the original text at which the character begins that it is of. */
  readonly starts: readonly number[]
  /** For each unit the code point behind that character, its marks included. */
  readonly ends: readonly number[]
  /** For each unit what stood in the original text just before it. */
  readonly gaps: readonly Gap[]
}

/** Folds a text and takes its white space out, remembering where everything was. */
export const compact = (original: string): Compact => finish(compactInSteps(original))

/** How many characters are folded in one step: less than a millisecond's work. */
const charactersAStep = 1_000

/** The same, a step at a time. */
export function* compactInSteps(original: string): Steps<Compact> {
  let text = ''
  let left = charactersAStep
  const starts: number[] = []
  const ends: number[] = []
  const gaps: Gap[] = []
  let gap: Gap = 'none'
  for (const { folded, start, end } of foldedCharacters(original)) {
    if (--left === 0) {
      yield
      left = charactersAStep
    }
    if (folded === '') continue
    const seen = blank.test(folded) ? folded.replaceAll(blanks, '') : folded
    if (seen === '') {
      gap = gap === 'break' || lineBreak.test(folded) ? 'break' : 'blank'
      continue
    }
    text += seen
    for (let unit = 0; unit < seen.length; unit++) {
      starts.push(start)
      ends.push(end)
      gaps.push(unit === 0 ? gap : 'none')
    }
    gap = 'none'
  }
  return { text, starts, ends, gaps }
}

/**
 * The code points of the original text that a stretch of the compact text stands for; nothing where
 * the stretch begins or ends within a character, as (一 does in ㈠.
 */
export function originalRange(
  { starts, ends }: Compact,
  at: number,
  length: number,
): { start: number; end: number } | undefined {
  const [first, last] = [starts[at], starts[at + length - 1]]
  if (first === undefined || last === undefined || length === 0) return undefined
  if (starts[at - 1] === first || starts[at + length] === last) return undefined
  return { start: first, end: ends[at + length - 1] as number }
}

const blank = /[\s\u0085]/u
const blanks = /[\s\u0085]+/gu

const lineBreak = /[\n\r\u0085\u2028\u2029]/u
