import { withoutRadicals } from '../script/folding'
import { charactersOf } from '../text/code-points'

/** Signs before a name that say "this is a tag" and are no part of it. */
const notation = /^[#＃\s]+/u

/**
 * Characters that are not seen and change nothing that is: control characters, soft hyphens, spaces
 * of no width, a blank of Braille, marks of direction. Those that join or vary what stands beside them stay: without them
 * a family of emoji falls apart, and a rare form of a character becomes the usual one.
 */
const unseen =
  // oxlint-disable-next-line eslint/no-control-regex -- these very characters are looked for
  /[\u0000-\u001f\u007f-\u009f\u2800]|(?!\p{Variation_Selector}|\p{Join_Control}|[\u{e0020}-\u{e007f}])\p{Default_Ignorable_Code_Point}/gu

/** What joins or varies characters, and means nothing where none stands before. */
const joining = /^(?:\p{Variation_Selector}|\p{Join_Control}|[\u{e0020}-\u{e007f}])$/u

/**
 * The name of a tag as it was typed, pasted or read from a file: without the sign that marks a tag,
 * without what is not seen, with characters in the place of radicals that look the same, and with each
 * run of white space as one space. Two tags are one if their names are the same string. Nothing where no character is left to be seen.
 */
export function tagName(written: string): string | undefined {
  const name = withoutRadicals(written)
    .normalize('NFC')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(unseen, '')
    .replace(notation, '')
    .trim()
  const bare = withoutLooseJoiners(name).replaceAll(/ {2,}/gu, ' ').trim()
  return bare === '' ? undefined : bare
}

/** A text without what joins or varies at its beginning, and without what joins at its end. */
function withoutLooseJoiners(text: string): string {
  const characters = charactersOf(text)
  const first = characters.findIndex((character) => !joining.test(character))
  const last = characters.findLastIndex((character) => !/\p{Join_Control}/u.test(character))
  return first === -1 ? '' : characters.slice(first, last + 1).join('')
}

/** The names of tags, each once, in the order in which they first stand. */
export const tagNames = (written: readonly string[]): readonly string[] => [
  ...new Set(written.map(tagName).filter((name) => name !== undefined)),
]

/** A tag as it is written in running text. A name kept from before may have the sign in it. */
export const hashtag = (tag: string): string => (tag.startsWith('#') ? tag : `#${tag}`)
