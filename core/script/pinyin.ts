import { charactersOf } from '../text/code-points'
import { pinyinTable } from './pinyin-table'

/** The beginning of an entry of the table: readings, before the characters that have them. */
const readingsOfEntry = /^[\p{Script=Latin}\p{M},]+/u

let table: ReadonlyMap<string, readonly string[]> | undefined

function made(): ReadonlyMap<string, readonly string[]> {
  const readings = new Map<string, readonly string[]>()
  for (const line of pinyinTable)
    for (const each of line.split(' ')) {
      const [own = ''] = readingsOfEntry.exec(each) ?? []
      for (const character of charactersOf(each.slice(own.length))) {
        readings.set(character, own.split(','))
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
