import type { Characters } from './character-sets'
import type { FontFamily } from './families'

/** One file of a family: some characters in one weight. */
export interface Cut {
  /** The file's name without its ending. */
  readonly name: string
  readonly weight: 400 | 600
  readonly characters: readonly number[]
  /** As `unicode-range` has it. */
  readonly range: string
  /** Whether it is for the family of rare characters, which has no semi-bold. */
  readonly isRare: boolean
}

/** What a family has, and what its neighbours have. */
export interface Supply {
  readonly own: Characters
  readonly firstScreen: Characters
  readonly common: Characters
  /** Besides those; empty where the family has no more. */
  readonly rare: Characters
  /** What other families have and are asked for after this one: rare files may not claim it. */
  readonly others: Characters
}

/** How many characters a file of rare ones holds: about a quarter of a megabyte. */
const rareInAFile = 1500

/**
 * Cuts a family into files by how often characters are wanted: the first screen, the common ones, and the
 * others in runs of code points, so that a rare character brings few bytes with it.
 */
export function cutFamily(family: Pick<FontFamily, 'semiBold'>, supply: Supply): readonly Cut[] {
  const has = (character: number) => supply.own.has(character)
  const first = sorted([...supply.firstScreen].filter(has))
  const common = sorted(
    [...supply.common].filter((one) => has(one) && !supply.firstScreen.has(one)),
  )
  const known = new Set([...first, ...common])
  const rare = sorted([...supply.rare].filter((one) => has(one) && !known.has(one)))
  return [
    often('first', 400, first),
    often('common', 400, common),
    ...(family.semiBold === 'none' ? [] : [often('first', 600, first)]),
    ...(family.semiBold === 'common' ? [often('common', 600, common)] : []),
    ...chunks(rare, rareInAFile).map(
      (characters, i): Cut => ({
        name: `rare-${i + 1}`,
        weight: 400,
        characters,
        range: unicodeRange(characters, supply.others),
        isRare: true,
      }),
    ),
  ]
}

const often = (name: string, weight: 400 | 600, characters: readonly number[]): Cut => ({
  name: `${name}-${weight}`,
  weight,
  characters,
  range: unicodeRange(characters),
  isRare: false,
})

const sorted = (characters: readonly number[]): readonly number[] =>
  [...characters].sort((a, b) => a - b)

function chunks(characters: readonly number[], size: number): readonly (readonly number[])[] {
  const count = Math.ceil(characters.length / size)
  return Array.from({ length: count }, (_, i) => characters.slice(i * size, (i + 1) * size))
}

/**
 * Code points as CSS's `unicode-range` has them.
 *
 * @param characters in order
 * @param unclaimed if given, gaps are closed over whatever is not among these: a shorter range, which
 *   claims characters that the file lacks and that nobody else would have either
 */
export function unicodeRange(characters: readonly number[], unclaimed?: Characters): string {
  const runs: [number, number][] = []
  for (const character of characters) {
    const run = runs.at(-1)
    if (run && mayRunOn(run[1], character, unclaimed)) run[1] = character
    else runs.push([character, character])
  }
  return runs
    .map(([start, end]) => (start === end ? `U+${hex(start)}` : `U+${hex(start)}-${hex(end)}`))
    .join(',')
}

function mayRunOn(last: number, next: number, unclaimed?: Characters): boolean {
  if (unclaimed === undefined) return next === last + 1
  for (let between = last + 1; between < next; between++) if (unclaimed.has(between)) return false
  return true
}

const hex = (character: number): string => character.toString(16).toUpperCase()
