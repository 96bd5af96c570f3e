import { foldedCharacters } from '../script/folding'
import { countBelow } from '../text/offset-index'
import { finish, type Steps } from './steps'

/** What parts two neighbouring characters: nothing, white space, or white space with a line break. */
type Gap = 'none' | 'blank' | 'break'

/**
 * A stretch of a compact text, up to where the next begins: characters that follow one another in the original
 * text too, each of one unit here and one code point there; or a single character that is not so even.
 */
interface Stretch {
  /** The unit at which it begins. */
  readonly at: number
  /** The code point of the original text at which it begins. */
  readonly start: number
  /** Of a single character, the code point behind it, its marks included. */
  readonly end: number | undefined
  /** What stood in the original text just before it; within it stood nothing. */
  readonly gap: Gap
}

/**
 * A text as search compares it: folded, without white space. Everything counts by the UTF-16 units of
 * `text`, for that is what the platform's own search counts.
 *
 * Where a character stood is kept by stretches, of which a Chinese text has one where white space was and hardly
 * any besides: numbers for each unit would take six times the room of the text.
 */
export interface Compact {
  readonly text: string
  /** In text order, the first at 0. */
  readonly stretches: readonly Stretch[]
}

/** Folds a text and takes its white space out, remembering where everything was. */
export const compact = (original: string): Compact => finish(compactInSteps(original))

/** How many characters are folded in one step: less than a millisecond's work. */
const charactersAStep = 1_000

/** The same, a step at a time. */
export function* compactInSteps(original: string): Steps<Compact> {
  let text = ''
  let left = charactersAStep
  const stretches: Stretch[] = []
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
    const at = text.length
    const isEven = seen.length === 1 && end === start + 1
    const last = stretches.at(-1)
    const goesOn =
      isEven &&
      gap === 'none' &&
      last !== undefined &&
      last.end === undefined &&
      last.start + at - last.at === start
    if (!goesOn) stretches.push({ at, start, end: isEven ? undefined : end, gap })
    text += seen
    gap = 'none'
  }
  return { text, stretches }
}

/**
 * The code points of the original text that a stretch of the compact text stands for; nothing where
 * the stretch begins or ends within a character, as (一 does in ㈠.
 */
export function originalRange(
  { text, stretches }: Compact,
  at: number,
  length: number,
): { start: number; end: number } | undefined {
  const past = at + length
  if (at < 0 || past > text.length || length <= 0) return undefined
  const [first, last] = [stretchAt(stretches, at), stretchAt(stretches, past - 1)]
  const from = stretches[first] as Stretch
  const to = stretches[last] as Stretch
  if (from.end !== undefined && at > from.at) return undefined
  if (to.end !== undefined && past < (stretches[last + 1]?.at ?? text.length)) return undefined
  return { start: from.start + at - from.at, end: to.end ?? to.start + past - to.at }
}

/** What stood in the original text just before the character of a unit. */
export function gapBefore({ stretches }: Compact, unit: number): Gap {
  const stretch = stretches[stretchAt(stretches, unit)]
  return stretch?.at === unit ? stretch.gap : 'none'
}

/** The number of the stretch that a unit is in. */
const stretchAt = (stretches: readonly Stretch[], unit: number): number =>
  countBelow(stretches, ({ at }) => at <= unit) - 1

const blank = /[\s\u0085]/u
const blanks = /[\s\u0085]+/gu

const lineBreak = /[\n\r\u0085\u2028\u2029]/u
