import { readFileSync } from 'node:fs'
import { pinyinOf } from '../../../../core/script/pinyin'
import { textRange } from '../../../../core/text/range'
import {
  charactersToRead,
  pinyinTableFile,
  pinyinTablePath,
  readingsIn,
} from '../../../../tools/edition/pinyin-table'
import { renditions, report } from '../../support/report'

describe('the readings of characters', () => {
  it.each([
    ['發', 'fā'],
    ['髮', 'fà, fǎ'],
    ['後', 'hòu'],
    ['幹', 'gàn'],
    ['乾', 'qián, gān'],
    ['裡', 'lǐ, li'],
    ['隻', 'zhī'],
    ['只', 'zhǐ, zhī'],
    ['穀', 'gǔ'],
    ['谷', 'gǔ'],
    ['行', 'xíng, háng, héng'],
    ['綠', 'lǜ'],
    ['女', 'nǚ'],
  ])('tell apart what scripts write alike: %s is read %s', (character, readings) => {
    expect(pinyinOf(character).join(', ')).toBe(readings)
  })

  it('are known of every character of the edited report, in every form', () => {
    const characters = new Set(
      renditions
        .filter(({ tag }) => tag !== 'source')
        .flatMap(
          (rendition) =>
            rendition.slice(textRange(0, report.length)).match(/\p{Script=Han}/gu) ?? [],
        ),
    )
    expect(characters.size).toBeGreaterThan(1_000)
    expect([...characters].filter((one) => pinyinOf(one).length === 0)).toEqual([])
  })

  it('are none of what has none', () => {
    for (const other of ['，', 'A', '1', '', '\u{20BB7}']) expect(pinyinOf(other)).toEqual([])
  })
})

describe('the table of readings', () => {
  it('comes out of Unihan as it went in, and is what is built of what it says', () => {
    const characters = [...charactersToRead()]
    const known = new Map(characters.map((one) => [one, pinyinOf(one)]))
    expect(pinyinTableFile(characters, known)).toBe(readFileSync(pinyinTablePath, 'utf8'))
    expect([...known].filter(([, readings]) => readings.length > 0).length).toBeGreaterThan(1_500)
  })

  it('has the customary reading first, then those of the dictionaries', () => {
    const unihan = [
      '# a comment',
      'U+9AEE\tkMandarin\tfà fǎ',
      'U+9AEE\tkXHC1983\t0297.041:fà 0297.042:fǎ',
      'U+884C\tkMandarin\txíng',
      'U+884C\tkTGHZ2013\t131.140:háng 136.100:héng 408.120:xíng',
      'U+884C\tkXHC1983\t0442.080:háng 0443.050:hàng',
      'U+4E00\tkDefinition\tone',
    ].join('\n')
    expect([...readingsIn(unihan)]).toEqual([
      ['髮', ['fà', 'fǎ']],
      ['行', ['xíng', 'háng', 'héng']],
      ['一', []],
    ])
  })
})
