import { type Characters, otherCodes } from './character-sets'
import { type FontFamily, type Level, levels } from './families'

/** A family's characters by how often they are wanted; each is there once. */
export type Levels = Readonly<Record<Level, Characters>>

/** One file of a family: some characters in one weight. */
export interface Cut {
  /** The file's name without its ending. */
  readonly name: string
  readonly level: Level
  readonly weight: 400 | 600
  /** In order. */
  readonly characters: readonly number[]
  /** As `unicode-range` has it. */
  readonly range: string
}

/** Puts each character that a font has into the level that wants it most. */
export function levelled(wanted: Levels, own: Characters): Levels {
  const known = new Set<number>()
  const take = (level: Level): Characters => {
    const taken = [...wanted[level]].filter((one) => own.has(one) && !known.has(one))
    for (const one of taken) known.add(one)
    return new Set(taken)
  }
  // In the order of the levels.
  return {
    first: take('first'),
    shared: take('shared'),
    common: take('common'),
    second: take('second'),
    rare: take('rare'),
  }
}

/** How many characters a file holds of those that are wanted seldom: about a third of a megabyte. */
const seldomInAFile = 1500

/**
 * Cuts a family into files by how often characters are wanted, and what is wanted seldom into runs of code
 * points besides, so that a rare character brings few bytes with it.
 *
 * @param othersRare what other families' rare files have: those of this one may not claim it
 */
export function cutFamily(
  family: Pick<FontFamily, 'semiBold'>,
  supply: Levels,
  othersRare: Characters,
): readonly Cut[] {
  return levels.flatMap((level) => {
    const characters = [...supply[level]].sort((a, b) => a - b)
    if (characters.length === 0) return []
    if (level === 'second') return seldom(level, characters)
    if (level === 'rare') return seldom(level, characters, othersRare)
    const weights = isSemiBold(level, family) ? ([400, 600] as const) : ([400] as const)
    const range = unicodeRange(characters)
    return weights.map((weight) => {
      return { name: `${level}-${weight}`, level, weight, characters, range }
    })
  })
}

const isSemiBold = (level: Level, { semiBold }: Pick<FontFamily, 'semiBold'>): boolean =>
  semiBold === 'common' || (semiBold === 'first-screen' && level === 'first')

function seldom(level: Level, all: readonly number[], unclaimed?: Characters): readonly Cut[] {
  const has = new Set(all)
  // Another code of a character lies in the file that has the character.
  const drawingOf = (code: number) => {
    const drawing = otherCodes.get(code)
    return drawing !== undefined && has.has(drawing) ? drawing : code
  }
  const drawings = all.filter((code) => drawingOf(code) === code)
  return chunks(drawings, seldomInAFile).map((chunk, i) => {
    const drawn = new Set(chunk)
    const characters = all.filter((code) => drawn.has(drawingOf(code)))
    const range = unicodeRange(characters, unclaimed)
    return { name: `${level}-${i + 1}`, level, weight: 400, characters, range }
  })
}

function chunks(characters: readonly number[], size: number): readonly (readonly number[])[] {
  const count = Math.ceil(characters.length / size)
  return Array.from({ length: count }, (_, i) => characters.slice(i * size, (i + 1) * size))
}

/**
 * Code points as CSS's `unicode-range` has them.
 *
 * @param characters in order
 * @param unclaimed if given, gaps are closed over whatever is not among these: a shorter range, which claims
 *   characters that the file lacks. For what stands last in every list of fonts: nobody else is asked then
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
