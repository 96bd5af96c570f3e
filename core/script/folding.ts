import { foldingClasses } from './folding-table'

/**
 * Folding for search: text and query go through one table, after which script, region, quotes, width
 * and letter case no longer tell them apart. No code point is added or lost, so an offset in the
 * folded text is an offset in the text.
 */

/** Marks that stand for one another; the first of each group stands for all. */
const markClasses: readonly string[] = ['"“”「」｢｣', "'‘’『』", '-—―–─－', '、､', '。｡', '·・･‧•']

const representative: ReadonlyMap<string, string> = new Map(
  [...foldingClasses.flatMap((line) => line.split(' ')), ...markClasses].flatMap((members) => {
    const [first = '', ...others] = [...members]
    return others.map((other) => [other, first] as const)
  }),
)

/** Full-width ASCII, U+FF01 to U+FF5E, lies this far above ASCII. */
const fullWidthOffset = 0xfee0
const ideographicSpace = '\u3000'

/** The text with every character exchanged for the one that stands for its class. */
export function fold(text: string): string {
  let folded = ''
  for (const character of text) folded += foldCharacter(character)
  return folded
}

function foldCharacter(character: string): string {
  const narrow = toHalfWidth(character)
  const lower = narrow.toLowerCase()
  // A few letters have lower case forms of two characters (İ); they stay as they are.
  const single = isOneCodePoint(lower) ? lower : narrow
  return representative.get(single) ?? single
}

function toHalfWidth(character: string): string {
  if (character === ideographicSpace) return ' '
  const code = character.codePointAt(0) as number
  return code >= 0xff01 && code <= 0xff5e ? String.fromCodePoint(code - fullWidthOffset) : character
}

const isOneCodePoint = (text: string) =>
  text.length === 1 || (text.length === 2 && (text.codePointAt(0) as number) > 0xffff)
