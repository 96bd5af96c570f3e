import { type DictGroup, Locale, Trie } from 'opencc-js'
import { charactersOf, codePointLength, codePoints } from '../text/code-points'
import type { TextRange } from '../text/range'
import type { CharacterReading, ReadingChoice } from './character-reading'
import { textConverter } from './conversion'
import { type ChineseScript, type ConvertedTag, formsBeside } from './conversion-forms'
import type { FormReadings } from './correction'
import { fold } from './folding'

/**
 * Why conversion wrote a character as it did. It loads OpenCC's tables, as the conversion does: only a process
 * that reads documents may.
 */

/** Where a form is decided, and by what. */
interface Decision {
  /** The form in which it is, and those that follow it. */
  readonly forms: readonly [ConvertedTag, ...ConvertedTag[]]
  /** The dictionaries that are looked in: of words first, of characters last. */
  readonly dictionaries: DictGroup
  /** Makes the text what is looked up in them. */
  readonly prepare: (text: string) => string
}

function decisionFor(from: ChineseScript, to: ConvertedTag): Decision {
  if (from === 'zh-Hans') {
    // Taiwan's and Hong Kong's forms are made of the Traditional one: what a character is, that has decided.
    const [first, ...others] = formsBeside['zh-Hans']
    if (first === undefined) throw new Error('A Simplified document has a Traditional form')
    return { forms: [first, ...others], dictionaries: lastGroupOf('s2t'), prepare: (text) => text }
  }
  if (to === 'zh-Hans') {
    const prepare = textConverter('zh-Hant', 'zh-Hant')
    return { forms: [to], dictionaries: lastGroupOf('tw2s'), prepare }
  }
  const dictionaries = lastGroupOf(to === 'zh-Hant-TW' ? 't2tw' : 't2hk')
  return { forms: [to], dictionaries, prepare: (text) => text }
}

function lastGroupOf(config: string): DictGroup {
  const group = Locale.configs[config]?.conversionChain.at(-1)
  if (group === undefined) throw new Error(`The converter has no ${config}`)
  return group
}

/**
 * Explains some characters of a block, each as the form shows it that conversion made.
 *
 * @param range code points from the block's start
 */
export function explainConversion(
  text: string,
  range: TextRange,
  from: ChineseScript,
  to: ConvertedTag,
): readonly CharacterReading[] {
  const decision = decisionFor(from, to)
  const [tag] = decision.forms
  const canonical = charactersOf(text)
  const prepared = decision.prepare(text)
  const written = charactersOf(textConverter(from, tag)(text))
  // Character must answer character for anything to be said of one.
  if (written.length !== canonical.length || codePointLength(prepared) !== canonical.length) {
    return []
  }
  const words = deciding(prepared, decision.dictionaries)
  return canonical.slice(range.start, range.end).flatMap((character, i): CharacterReading[] => {
    const at = range.start + i
    const found = written[at]
    if (found === undefined || !/\p{Script=Han}/u.test(character)) return []
    const word = words.find(({ start, end }) => start <= at && at < end)
    const decided = word !== undefined && charactersOf(word.reading)[at - word.start] === found
    const known = charactersOf(prepared)[at] ?? character
    return [
      {
        at: codePoints(at),
        character,
        tag,
        found,
        ...(decided && {
          word: {
            found: canonical.slice(word.start, word.end).join(''),
            reading: word.reading,
          },
        }),
        choices: choicesFor({ character, known, found }, from, decision),
      },
    ]
  })
}

interface DecidingWord {
  /** Code points. */
  readonly start: number
  readonly end: number
  readonly reading: string
}

/** The words by which a text is converted: at each place the longest that the dictionaries have. */
function deciding(text: string, dictionaries: DictGroup): readonly DecidingWord[] {
  const trie = trieOf(dictionaries)
  const words: DecidingWord[] = []
  let start = 0
  for (let unit = 0; unit < text.length; ) {
    const match = trie.matchPrefix(text, unit)
    const stop = match?.end ?? unit + ((text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1)
    const end = start + codePointLength(text.slice(unit, stop))
    if (match !== null && end - start > 1) words.push({ start, end, reading: match.value })
    start = end
    unit = stop
  }
  return words
}

const tries = new Map<DictGroup, Trie>()

/** Built once of each: that takes a tenth of a second. */
function trieOf(dictionaries: DictGroup): Trie {
  const known = tries.get(dictionaries)
  if (known !== undefined) return known
  const trie = new Trie()
  trie.loadDictGroup(dictionaries)
  tries.set(dictionaries, trie)
  return trie
}

/** How many words show what a character is read as. */
const mostWords = 4

interface Looked {
  readonly character: string
  /** As the dictionaries know it. */
  readonly known: string
  readonly found: string
}

/**
 * What a character can become: in a word, by itself, and, of a Simplified one, what is written so. What search
 * would not find by it is another word, and no other way to write it.
 */
function choicesFor(
  { character, known, found }: Looked,
  from: ChineseScript,
  { forms, dictionaries }: Decision,
): readonly ReadingChoice[] {
  const words = new Map<string, string[]>([[found, []]])
  const add = (reading: string, word?: string) => {
    const list = words.get(reading) ?? []
    words.set(reading, list)
    if (word !== undefined) list.push(word)
  }
  for (const [written, reading] of dictionaries.flatMap((one) => entriesWith(one, known))) {
    if (!written.includes(known)) continue
    const [before, after] = [charactersOf(written), charactersOf(reading)]
    if (before.length !== after.length) continue
    for (const [i, one] of before.entries()) {
      if (one === known) add(after[i] ?? one, before.length > 1 ? reading : undefined)
    }
  }
  for (const other of from === 'zh-Hans' ? writtenAs(known) : [character, known]) add(other)
  const inAllForms = readingsIn(forms)
  const usual = usualness(dictionaries)
  return [...words]
    .filter(([reading]) => reading === found || fold(reading) === fold(character))
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([reading, list]) => ({
      readings: inAllForms(reading),
      words: someOf(list, reading, usual),
    }))
}

/** The Traditional characters that are written as a Simplified one, itself among them if it is one. */
function writtenAs(simplified: string): readonly string[] {
  const characters = lastGroupOf('t2s').at(-1)
  const pairs = characters === undefined ? [] : entriesWith(characters, simplified)
  const written = pairs.filter(([, reading]) => reading === simplified).map(([one]) => one)
  return pairs.some(([one]) => one === simplified) ? written : written.concat(own(simplified))
}

/** A Simplified character that conversion leaves alone where no word says otherwise is Traditional, too. */
const own = (simplified: string): readonly string[] =>
  textConverter('zh-Hans', 'zh-Hant')(simplified) === simplified ? [simplified] : []

/** A Traditional reading as each form writes it; of a form that nothing follows, the reading. */
function readingsIn([first, ...others]: Decision['forms']): (reading: string) => FormReadings {
  const regional = others.map((tag) => [tag, textConverter('zh-Hant', tag)] as const)
  return (reading) => ({
    [first]: reading,
    ...Object.fromEntries(regional.map(([tag, convert]) => [tag, convert(reading)])),
  })
}

/** What a dictionary has of a character, on either side. */
const entriesWith = (
  dictionary: DictGroup[number],
  character: string,
): readonly (readonly [string, string])[] =>
  typeof dictionary === 'string'
    ? dictionary
        .split('|')
        .filter((entry) => entry.includes(character))
        .map((entry) => entry.split(' ') as [string, string])
    : dictionary

/** Some words, the shortest and most usual: half of them such as begin with the character, where there are. */
function someOf(
  words: readonly string[],
  character: string,
  usual: (word: string) => number,
): readonly string[] {
  const ascending = [...new Set(words)].toSorted(
    (a, b) => a.length - b.length || usual(b) - usual(a),
  )
  const begin = ascending.filter((word) => word.startsWith(character))
  const others = ascending.filter((word) => !word.startsWith(character))
  const half = mostWords / 2
  return [...begin.slice(0, half), ...others, ...begin.slice(half)].slice(0, mostWords)
}

/** How usual a word is, by how often the dictionaries have the rarest of its characters. */
function usualness(dictionaries: DictGroup): (word: string) => number {
  const counts = countsIn(dictionaries)
  return (word) => Math.min(...charactersOf(word).map((one) => counts.get(one) ?? 0))
}

const counted = new Map<DictGroup, ReadonlyMap<string, number>>()

/** How often dictionaries have each character; counted once of each, for that takes a tenth of a second. */
function countsIn(dictionaries: DictGroup): ReadonlyMap<string, number> {
  const known = counted.get(dictionaries)
  if (known !== undefined) return known
  const counts = new Map<string, number>()
  for (const dictionary of dictionaries) {
    for (const one of typeof dictionary === 'string' ? dictionary : dictionary.flat().join('')) {
      counts.set(one, (counts.get(one) ?? 0) + 1)
    }
  }
  counted.set(dictionaries, counts)
  return counts
}
