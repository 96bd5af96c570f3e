import { charactersOf } from '../text/code-points'
import type { TextRange } from '../text/range'
import type { ScriptTag } from '../text/script-tag'
import { foldingClasses } from './folding-table'
import type { Rendition } from './rendition'

/** A passage of a few characters as one form shows it. */
export interface CharacterForm {
  readonly tag: ScriptTag
  readonly characters: readonly string[]
}

/** A passage in each of its forms, in the order of the renditions. */
export const formsOf = (
  renditions: Iterable<Rendition>,
  range: TextRange,
): readonly CharacterForm[] =>
  Array.from(renditions, (rendition) => ({
    tag: rendition.tag,
    characters: charactersOf(rendition.slice(range)),
  }))

/** A character's number as Unicode writes it: `U+767C`. */
export const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/**
 * The characters that are written for one another with this one in some script or region, itself
 * among them: 發 gives 发, 發 and 髮. Empty for a character that is written as itself everywhere.
 */
export function writtenForOneAnother(character: string): readonly string[] {
  for (const line of foldingClasses) {
    const members = line.split(' ').find((group) => charactersOf(group).includes(character))
    if (members !== undefined) return charactersOf(members)
  }
  return []
}
