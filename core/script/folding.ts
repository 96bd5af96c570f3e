import { foldingClasses } from './folding-table'

/**
 * Folding: what tells nothing apart to a reader is made one. Text and query, tag and tag, a quote from
 * elsewhere and the document are compared folded, after which script, region, quotes, width, letter case
 * and the many ways in which Unicode encodes one character no longer tell them apart.
 *
 * What is folded is a character with the marks upon it, and it may become none (a soft hyphen), one, or
 * several (㈠, which is read as (一)); so an address in folded text must go through `foldedCharacters`
 * to become one of the text.
 */

/** Marks that stand for one another; the first of each group stands for all. */
const markClasses: readonly string[] = [
  '"“”„‟「」«»〝〞〟',
  "'‘’‚‛『』‹›",
  '-‐‒–—―─−',
  '、､',
  '。｡',
  '·•‧∙・',
  '~〜∼',
  '〇○◯',
  'σς',
]

/** Long signs that are written as several short ones; NFKC does so with … alone. */
const spelledOut: readonly (readonly [string, string])[] = [
  ['⸺', '--'],
  ['⸻', '---'],
  ['⋯', '...'],
]

/**
 * Radicals that have a code of their own, each before the character that it is the picture of. The
 * others (U+2F00 to U+2FD5) NFKC knows. Source: Unicode, EquivalentUnifiedIdeograph.txt.
 */
const radicals: readonly string[] = [
  '⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇𠘨 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍尐 ⺎兀 ⺏尣 ⺐尢 ⺑𡯂 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日',
  '⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爬 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪𤴔 ⺫目 ⺬示 ⺭礻 ⺮𥫗 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺳㓁 ⺴冗 ⺵𦉫 ⺶羊 ⺷𦍌',
  '⺸𦍋 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺽𦥑 ⺾艹 ⺿艺 ⻀艻 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇𧢲 ⻈讠 ⻉贝 ⻊𧾷 ⻋车 ⻌辶 ⻍辷 ⻎辸 ⻏邑 ⻐钅 ⻑長 ⻒镸',
  '⻓长 ⻔门 ⻕𨸏 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞𩙿 ⻟飠 ⻠饣 ⻡𩠐 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯',
  '⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟',
]

const ideographs: ReadonlyMap<string, string> = new Map(
  radicals
    .flatMap((line) => line.split(' '))
    .map((pair) => {
      const [radical = '', character = ''] = [...pair]
      return [radical, character] as const
    }),
)

/**
 * A text with each radical that has a code of its own as the character that it is the picture of, from
 * which nobody can tell it by looking. Unlike folding it keeps whatever a reader can see.
 */
export const withoutRadicals = (text: string): string =>
  text.replaceAll(
    /[\u2e80-\u2fd5]/gu,
    (radical) => ideographs.get(radical) ?? radical.normalize('NFKC'),
  )

let representatives: ReadonlyMap<string, string> | undefined

/** What each character is compared as that is not compared as itself; made when first asked for, and by no start. */
function representative(character: string): string {
  representatives ??= makeRepresentatives()
  return representatives.get(character) ?? character
}

function makeRepresentatives(): ReadonlyMap<string, string> {
  const standsFor = new Map(
    [...foldingClasses.flatMap((line) => line.split(' ')), ...markClasses].flatMap((members) => {
      const [first = '', ...others] = [...members]
      return others.map((other) => [other, first] as const)
    }),
  )
  for (const [long, short] of spelledOut) standsFor.set(long, short)
  for (const [radical, character] of ideographs) {
    standsFor.set(radical, standsFor.get(character) ?? character)
  }
  return standsFor
}

/** A character of a text with the marks upon it, and what it folds to. Code points of the text. */
interface FoldedCharacter {
  /** Empty where a reader sees nothing. */
  readonly folded: string
  readonly start: number
  /** Behind its marks, but not behind what merely stands there unseen. */
  readonly end: number
}

/** The text with every character as it is compared. */
export function fold(text: string): string {
  let folded = ''
  for (const character of foldedCharacters(text)) folded += character.folded
  return folded
}

/** The characters of a text in order, each with its marks, folded. */
export function* foldedCharacters(text: string): Generator<FoldedCharacter> {
  let written = ''
  let start = 0
  let end = 0
  let offset = 0
  for (const character of text) {
    const kind = kindOf(character)
    if (written === '' || kind === 'base' || lineBreak.test(written)) {
      if (written !== '') yield { folded: foldCharacter(written), start, end }
      written = character
      start = offset
      end = offset + 1
    } else {
      written += character
      if (kind === 'mark') end = offset + 1
    }
    offset++
  }
  if (written !== '') yield { folded: foldCharacter(written), start, end }
}

const lineBreak = /^[\n\r\u2028\u2029]/u

/** What stands upon the character before it; half-width katakana has its voicing apart. */
const mark = /[\p{M}\uff9e\uff9f]/u

/** What is not seen: joiners, soft hyphens, marks of direction, variation selectors, control characters. */
const unseen =
  // oxlint-disable-next-line eslint/no-control-regex -- these very characters are looked for
  /[\p{Default_Ignorable_Code_Point}\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufff9-\ufffb]/gu

const isUnseen = (character: string) => character.replaceAll(unseen, '') === ''

function kindOf(character: string): 'base' | 'mark' | 'unseen' {
  const code = character.codePointAt(0) as number
  // Most of what there is to read, told by its number alone.
  if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x20 && code < 0x7f)) return 'base'
  if (mark.test(character)) return 'mark'
  return isUnseen(character) ? 'unseen' : 'base'
}

/** Of single characters, of which a text has few different ones. */
const known = new Map<string, string>()

function foldCharacter(written: string): string {
  const isSingle = written.length === 1
  const before = isSingle ? known.get(written) : undefined
  if (before !== undefined) return before
  const plain = written.replaceAll(unseen, '').normalize('NFKC').toLowerCase().normalize('NFKC')
  let folded = ''
  for (const character of plain.replaceAll(unseen, '')) {
    folded += representative(character)
  }
  if (isSingle) known.set(written, folded)
  return folded
}
