import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Converter } from 'opencc-js'
import { repositoryRoot } from '../runtime/paths'

/** Code points. */
export type Characters = ReadonlySet<number>

/** The characters of files of the repository. A pattern may say `folder/**\/name`: at any depth. */
export function charactersOf(patterns: readonly string[]): Characters {
  const texts = patterns.flatMap(filesOf).map((file) => readFileSync(file, 'utf8'))
  return codePointsOf(texts.join(''))
}

function filesOf(pattern: string): readonly string[] {
  const [folder = '', name] = pattern.split('/**/')
  const start = path.join(repositoryRoot, folder)
  if (name === undefined) return [start]
  const files = readdirSync(start, { recursive: true, encoding: 'utf8' })
  return files.filter((file) => path.basename(file) === name).map((file) => path.join(start, file))
}

const codePointsOf = (text: string): Characters =>
  new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0).filter((c) => c >= 0x20))

/** The Latin letters and punctuation that every family has in its first file. */
export const latin: Characters = new Set([
  ...range(0x20, 0x7e),
  ...range(0xa0, 0x17f),
  ...range(0x2010, 0x2027),
  ...range(0x3000, 0x301f),
  ...range(0xff01, 0xff5e),
])

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

/**
 * The common characters of a standard: the first level of GB 2312 (3,755, by pronunciation) or of Big5
 * (5,401, by strokes), and the signs before it.
 */
export const commonCharacters: Readonly<Record<'gb2312' | 'big5' | 'both', Characters>> = {
  gb2312: new Set([
    ...decoded('gbk', 0xa1a1, 0xa9fe, 0xa1),
    ...decoded('gbk', 0xb0a1, 0xd7fe, 0xa1),
  ]),
  big5: decoded('big5', 0xa140, 0xc67e),
  both: inBothScripts(decoded('gbk', 0xb0a1, 0xd7fe, 0xa1)),
}

/** Characters of Simplified Chinese, and what of Big5's first level they are written for. */
function inBothScripts(simplified: Characters): Characters {
  const simplify = Converter({ from: 't', to: 'cn' })
  const traditional = [...decoded('big5', 0xa440, 0xc67e)].filter((one) =>
    simplified.has(simplify(String.fromCodePoint(one)).codePointAt(0) ?? 0),
  )
  return new Set([...simplified, ...traditional])
}

/** The second level of a standard: 3,008 characters of GB 2312's, 7,652 of Big5's, by strokes. */
export const secondLevel: Readonly<Record<'gb2312' | 'big5' | 'both', Characters>> = {
  gb2312: decoded('gbk', 0xd8a1, 0xf7fe, 0xa1),
  big5: decoded('big5', 0xc940, 0xf9fe),
  both: new Set(),
}

/**
 * Other codes of the same characters (CJK compatibility ideographs), each with the character that it is: text
 * out of PDFs and old Korean and Japanese encodings has them. An engine draws the one where a font lacks the other.
 */
export const otherCodes: ReadonlyMap<number, number> = new Map(
  [...range(0xf900, 0xfad9), ...range(0x2f800, 0x2fa1d)].flatMap((code) => {
    const character = String.fromCodePoint(code).normalize('NFC').codePointAt(0) ?? code
    return character === code ? [] : [[code, character] as const]
  }),
)

/** What the pairs of bytes from the first to the last stand for. */
function decoded(encoding: string, first: number, last: number, leastSecond = 0x40): Characters {
  const decoder = new TextDecoder(encoding)
  const texts = range(first, last)
    .filter((pair) => (pair & 0xff) >= leastSecond)
    .map((pair) => decoder.decode(Uint8Array.of(pair >> 8, pair & 0xff)))
    .filter((text) => Array.from(text).length === 1 && text !== '\uFFFD')
  return codePointsOf(texts.join(''))
}
