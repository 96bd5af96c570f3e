import { charactersOf } from '../text/code-points'
import { pinyinTable } from './pinyin-table'

/** An entry of the table: readings, and the characters that have them. */
const entry = /^(?<readings>[\p{Script=Latin}\p{M},]+)(?<characters>.+)$/u

let table: ReadonlyMap<string, readonly string[]> | undefined

function made(): ReadonlyMap<string, readonly string[]> {
  const readings = new Map<string, readonly string[]>()
  for (const line of pinyinTable)
    for (const each of line.split(' ')) {
      const found = entry.exec(each)?.groups
      const own = found?.['readings']?.split(',') ?? []
      for (const character of charactersOf(found?.['characters'] ?? '')) {
        readings.set(character, own)
      }
    }
  return readings
}

/**
 * How a character is read in Standard Mandarin, in Hanyu Pinyin with tones, the most customary first: 髮 is
 * fà, 發 fā. Those of the report and those of which Simplified writes one for several are known; nothing for others.
 */
export function pinyinOf(character: string): readonly string[] {
  table ??= made()
  return table.get(character) ?? []
}
