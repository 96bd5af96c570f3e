import { Converter } from 'opencc-js'
import type { Block } from '../document/block'
import { charactersOf } from '../text/code-points'
import type { ChangedStretch } from '../text/offset-map'
import { textRange } from '../text/range'
import type { ChineseScript, ConvertedTag } from './conversion-forms'
import type { RenderedBlockData, RenditionData } from './rendition'

/**
 * Makes the other forms of a document with OpenCC's tables, which are large: this may be loaded only where
 * documents are opened, never at start-up and never in the page.
 *
 * Only maps that exchange characters are used: those that exchange vocabulary would make a quotation
 * something else.
 */

type Locale = 'cn' | 't' | 'tw' | 'hk'

/** How much of a text is looked at to know its script, in code points. */
const sampleLength = 20_000

/** The least share of Chinese characters in a Chinese text, white space and marks not counted. */
const leastChinese = 0.1

/** The script of a text: by its characters that are written otherwise in the other; null if not Chinese. */
export function scriptOf(text: string): ChineseScript | null {
  const sample = charactersOf(text.slice(0, 2 * sampleLength)).slice(0, sampleLength)
  const letters = sample.filter((one) => /[\p{L}\p{N}]/u.test(one))
  const chinese = letters.filter((one) => /\p{Script=Han}/u.test(one))
  if (chinese.length === 0 || chinese.length < letters.length * leastChinese) return null
  if (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2}/u.test(sample.join('')))
    return null
  const traditional = countChanged(chinese, 't', 'cn')
  const simplified = countChanged(chinese, 'cn', 't')
  return simplified > traditional ? 'zh-Hans' : 'zh-Hant'
}

function countChanged(characters: readonly string[], from: Locale, to: Locale): number {
  const convert = converterOf(from, to)
  return [...new Set(characters)].filter((one) => convert(one) !== one).length
}

const localeOf = {
  'zh-Hans': 'cn',
  'zh-Hant': 't',
  'zh-Hant-TW': 'tw',
  'zh-Hant-HK': 'hk',
} as const satisfies Record<ConvertedTag, Locale>

/** Taiwan and Hong Kong quote in corner brackets. */
const cornerBrackets: Readonly<Record<string, string>> = {
  '“': '「',
  '”': '」',
  '‘': '『',
  '’': '』',
}

/** Converts text from a document's script to a form. */
export function textConverter(from: ChineseScript, to: ConvertedTag): (text: string) => string {
  // Traditional text writes 著 for 着 as Taiwan does, or 着 as Hong Kong does; Taiwan's table knows both.
  const source = from === 'zh-Hans' ? 'cn' : to === 'zh-Hans' ? 'tw' : 't'
  const convert = converterOf(source, localeOf[to])
  if (to === 'zh-Hans' || to === 'zh-Hant') return convert
  return (text) => convert(text).replaceAll(/[“”‘’]/gu, (quote) => cornerBrackets[quote] ?? quote)
}

const converters = new Map<string, (text: string) => string>()

/** Tables are built once for each direction: that takes tens of milliseconds. */
function converterOf(from: Locale, to: Locale): (text: string) => string {
  const key = `${from}>${to}`
  const known = converters.get(key) ?? Converter({ from, to })
  converters.set(key, known)
  return known
}

/** One form of some blocks, a whole block at a time, with a map of offsets where lengths change. */
export const convertBlocks = (
  blocks: readonly Block[],
  from: ChineseScript,
  to: ConvertedTag,
): RenditionData['blocks'] => {
  const convert = textConverter(from, to)
  return Object.fromEntries(
    blocks.map((block) => [
      block.id,
      renderedAs(block.text, isCode(block) ? block.text : convert(block.text)),
    ]),
  )
}

const isCode = (block: Block) => block.kind === 'code'

/** A block's text in another form; where characters do not answer one another, the stretch that changed. */
export function renderedAs(canonical: string, text: string): RenderedBlockData {
  const before = charactersOf(canonical)
  const after = charactersOf(text)
  if (before.length === after.length) return { text }
  return { text, stretches: [changedStretch(before, after)] }
}

/** The least stretch outside which both texts are of one length: a map that is coarse and true. */
function changedStretch(before: readonly string[], after: readonly string[]): ChangedStretch {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  // Neither side may be empty: what is shown answers something, and everything is shown by something.
  const isEmpty = after.length - tail === head || before.length - tail === head
  if (isEmpty && head > 0) head--
  else if (isEmpty) tail--
  return {
    canonical: textRange(head, before.length - tail),
    rendered: textRange(head, after.length - tail),
  }
}
