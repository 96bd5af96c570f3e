import { readFileSync } from 'node:fs'
import path from 'node:path'
import { commonCharacters, secondLevel } from '../fonts/character-sets'
import { repositoryRoot } from '../runtime/paths'
import { oneForSeveral } from './folding-classes'

/** The source file that carries the table into the app. */
export const pinyinTablePath = path.join(repositoryRoot, 'core/script/pinyin-table.ts')

/**
 * The characters whose readings are told: those of the report in all its forms, and those of which Simplified
 * writes one for several, of them what the standards of the two scripts have: the reading tells them apart.
 */
export function charactersToRead(): ReadonlySet<string> {
  const standards = new Set(
    (['gb2312', 'big5'] as const).flatMap((standard) => [
      ...commonCharacters[standard],
      ...secondLevel[standard],
    ]),
  )
  const merged = oneForSeveral().filter((one) => standards.has(one.codePointAt(0) ?? 0))
  const report = [
    'document.json',
    'renditions/zh-Hans.json',
    'renditions/zh-Hant-TW.json',
    'renditions/zh-Hant-HK.json',
  ]
    .map((name) => readFileSync(path.join(repositoryRoot, 'assets/report', name), 'utf8'))
    .flatMap((text) => text.match(/\p{Script=Han}/gu) ?? [])
  return new Set([...report, ...merged])
}

/**
 * Readings by character, the most customary first: Unihan's `kMandarin`, whose second value is Taiwan's, and
 * after it what the two dictionaries of the mainland say that Unihan names with their pages, of the one
 * from 2013 before that from 1983.
 *
 * @param unihan the text of `Unihan_Readings.txt`
 */
export function readingsIn(unihan: string): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, Map<string, string>>()
  for (const line of unihan.split('\n')) {
    const [code, field, value] = line.split('\t')
    if (code === undefined || field === undefined || value === undefined) continue
    const character = String.fromCodePoint(Number.parseInt(code.slice(2), 16))
    const known = fields.get(character) ?? new Map<string, string>()
    fields.set(character, known.set(field, value))
  }
  return new Map(
    [...fields].map(([character, known]) => {
      const customary = known.get('kMandarin')?.split(' ') ?? []
      const pages = known.get('kTGHZ2013') ?? known.get('kXHC1983') ?? ''
      const others = pages.split(' ').flatMap((page) => page.split(':')[1] ?? [])
      return [character, [...new Set([...customary, ...others])]]
    }),
  )
}

/** The text of `core/script/pinyin-table.ts`, in the house's format. */
export function pinyinTableFile(
  characters: Iterable<string>,
  readings: ReadonlyMap<string, readonly string[]>,
): string {
  const byReadings = new Map<string, string>()
  for (const character of [...characters].sort()) {
    const own = readings.get(character)?.join(',') ?? ''
    if (own !== '') byReadings.set(own, (byReadings.get(own) ?? '') + character)
  }
  const entries = [...byReadings].map(([own, of]) => own + of).sort()
  const lines = entries.reduce<string[]>((made, each) => {
    const longer = `${made.at(-1) ?? ''} ${each}`
    if (made.length === 0 || longer.length > lineWidth) return [...made, each]
    return [...made.slice(0, -1), longer]
  }, [])
  return `/**
 * Built by \`npm run build:pinyin\` from the Unihan database (assets/unihan); not edited by hand.
 *
 * Readings and the characters that have them, apart by spaces.
 */
export const pinyinTable: readonly string[] = [
${lines.map((line) => `  '${line}',`).join('\n')}
]
`
}

/** UTF-16 units a line of the table may hold. */
const lineWidth = 80
