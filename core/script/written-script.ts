import { Converter, type DictGroup, Locale } from 'opencc-js'
import type { Block } from '../document/block'
import { charactersOf } from '../text/code-points'
import type { ChineseScript, WrittenScript } from './conversion-forms'

/**
 * Which script a document is written in, paragraph by paragraph. It loads OpenCC's tables, as the conversion does.
 */

/** A document's script, null where it is not in Chinese; and its blocks, each with its own where that is another. */
interface Written {
  readonly script: WrittenScript | null
  readonly blocks: readonly Block[]
}

/** The least share of Chinese characters in a Chinese text, white space and marks not counted. */
const leastChinese = 0.1

/** The share of kana, or of hangul, from which on a text is Japanese or Korean and not Chinese. */
const leastForeign = 0.1

/** The share of the other script's characters from which on a document is in both. */
const leastOther = 0.05

/** How many characters of one script alone show that a paragraph is in it, and how much more of them than of the other. */
const clear = { least: 2, times: 4 } as const

/** How many characters of each script alone there are. */
interface Evidence {
  readonly 'zh-Hant': number
  readonly 'zh-Hans': number
}

/** What a document is written in. */
export function writtenScript(blocks: readonly Block[]): Written {
  if (!isInChinese(sampleOf(blocks))) return { script: null, blocks }
  const evidence = blocks.map(({ text }) => evidenceIn(text))
  const all = evidence.reduce(added, none)
  const main = scriptBy(all) ?? guess(blocks)
  const other = otherThan(main)
  const clearly = evidence.map(clearScript)
  const isMixed =
    clearly.includes(main) &&
    clearly.includes(other) &&
    all[other] >= leastOther * (all[main] + all[other])
  if (!isMixed) {
    // A quotation in the other script is in it, whatever the document is in.
    const marked = blocks.map((block, i) =>
      clearly[i] === other ? { ...block, script: other } : block,
    )
    return { script: main, blocks: marked }
  }
  const scripts = evidence.map(scriptBy)
  const first = scripts.find((script) => script !== null) ?? main
  let last = first
  return {
    script: 'zh',
    blocks: blocks.map((block, i) => {
      // What could be either is as what stands before it.
      last = scripts[i] ?? last
      return { ...block, script: last }
    }),
  }
}

/** How much of a text is looked at to know whether it is Chinese, in UTF-16 units. */
const sampleLength = 40_000

function sampleOf(blocks: readonly Block[]): string {
  let sample = ''
  for (const { text } of blocks) {
    sample += text
    if (sample.length > sampleLength) return sample.slice(0, sampleLength)
  }
  return sample
}

function isInChinese(text: string): boolean {
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const kana = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  const hangul = text.match(/\p{Script=Hangul}/gu)?.length ?? 0
  if (chinese === 0 || chinese < letters * leastChinese) return false
  return Math.max(kana, hangul) < leastForeign * (chinese + kana + hangul)
}

const none: Evidence = { 'zh-Hant': 0, 'zh-Hans': 0 }

const added = (a: Evidence, b: Evidence): Evidence => ({
  'zh-Hant': a['zh-Hant'] + b['zh-Hant'],
  'zh-Hans': a['zh-Hans'] + b['zh-Hans'],
})

function evidenceIn(text: string): Evidence {
  const { simplified, traditional } = alone()
  const count = { ...none }
  for (const character of text) {
    if (simplified.has(character)) count['zh-Hans']++
    else if (traditional.has(character)) count['zh-Hant']++
  }
  return count
}

const otherThan = (script: ChineseScript): ChineseScript =>
  script === 'zh-Hant' ? 'zh-Hans' : 'zh-Hant'

const scriptBy = (evidence: Evidence): ChineseScript | null => {
  const { 'zh-Hant': traditional, 'zh-Hans': simplified } = evidence
  if (traditional === simplified) return null
  return simplified > traditional ? 'zh-Hans' : 'zh-Hant'
}

/** The script that some words by themselves show; null where they could be of either. */
export const scriptOfWords = (words: string): ChineseScript | null => scriptBy(evidenceIn(words))

function clearScript(evidence: Evidence): ChineseScript | null {
  const script = scriptBy(evidence)
  if (script === null) return null
  const isClear = evidence[script] >= clear.least
  return isClear && evidence[script] >= clear.times * evidence[otherThan(script)] ? script : null
}

/** Where every character could be either: by which conversion would change more; Traditional where none does. */
function guess(blocks: readonly Block[]): ChineseScript {
  const characters = new Set(blocks.flatMap(({ text }) => charactersOf(text)))
  const changed = (from: 'cn' | 't', to: 'cn' | 't') => {
    const convert = Converter({ from, to })
    return [...characters].filter((one) => convert(one) !== one).length
  }
  return changed('cn', 't') > changed('t', 'cn') ? 'zh-Hans' : 'zh-Hant'
}

interface Alone {
  readonly simplified: ReadonlySet<string>
  readonly traditional: ReadonlySet<string>
}

let known: Alone | undefined

/**
 * The characters that are written in one script alone: those that conversion changes, and that no word has
 * which it makes. 发 is Simplified alone; 后 is Traditional too, for there is 皇后.
 */
function alone(): Alone {
  known ??= {
    simplified: changedBy('s2t', ['s2t', 't2tw', 't2hk']),
    traditional: changedBy('t2s', ['t2s']),
  }
  return known
}

function changedBy(config: string, making: readonly string[]): ReadonlySet<string> {
  const made = new Set(
    making.flatMap((one) => entriesOf(one).flatMap(([, to]) => charactersOf(to))),
  )
  return new Set(
    entriesOf(config).flatMap(([from]) => {
      const [character, ...others] = charactersOf(from)
      return character === undefined || others.length > 0 || made.has(character) ? [] : [character]
    }),
  )
}

function entriesOf(config: string): readonly (readonly [string, string])[] {
  const dictionaries: DictGroup = Locale.configs[config]?.conversionChain.flat() ?? []
  return dictionaries.flatMap((one) =>
    typeof one === 'string'
      ? one.split('|').map((entry) => entry.split(' ') as [string, string])
      : one,
  )
}
