import * as fc from 'fast-check'
import type { CharacterReading } from '../../../../core/script/character-reading'
import { textConverter } from '../../../../core/script/conversion'
import {
  type ChineseScript,
  type ConvertedTag,
  formsBeside,
} from '../../../../core/script/conversion-forms'
import { explainConversion } from '../../../../core/script/explain-conversion'
import { fold } from '../../../../core/script/folding'
import { charactersOf } from '../../../../core/text/code-points'
import { textRange } from '../../../../core/text/range'
import { openReport } from '../../support/report'

/** The explanation of the first character of its kind in a text. */
function explained(
  text: string,
  character: string,
  from: ChineseScript = 'zh-Hans',
  to: ConvertedTag = 'zh-Hant',
): CharacterReading {
  const at = charactersOf(text).indexOf(character)
  const [reading] = explainConversion(text, textRange(at, at + 1), from, to)
  if (reading === undefined) throw new Error(`${character} is not explained`)
  return reading
}

const choicesOf = ({ choices, tag }: CharacterReading) =>
  choices.map(({ readings }) => readings[tag])

describe('why a character was converted as it was', () => {
  it('is the longest word of the dictionary that it stands in', () => {
    expect(explained('头发很长，皇后在后面。', '后')).toMatchObject({
      found: '后',
      word: { found: '皇后', reading: '皇后' },
    })
    expect(explained('理发师', '发')).toMatchObject({ found: '髮', word: { reading: '理髮師' } })
  })

  it('is the character alone where it stands in no such word', () => {
    const { found, word } = explained('姓范', '范')
    expect({ found, word }).toEqual({ found: '範', word: undefined })
  })

  it('comes with all that the character can be, and words that are written so', () => {
    const reading = explained('姓范', '范')
    expect(new Set(choicesOf(reading))).toEqual(new Set(['範', '范']))
    const name = reading.choices.find(({ readings }) => readings['zh-Hant'] === '范')
    expect(name?.words).toEqual(expect.arrayContaining(['范家', '小范']))
    expect(choicesOf(explained('干', '干'))).toEqual(expect.arrayContaining(['乾', '幹', '干']))
    expect(new Set(choicesOf(explained('头发', '发')))).toEqual(new Set(['發', '髮']))
  })

  it('is decided for all Traditional forms at once, each of which writes it in its own way', () => {
    const reading = explained('里', '里', 'zh-Hans', 'zh-Hant-TW')
    expect(reading.tag).toBe('zh-Hant')
    expect(reading.choices.map(({ readings }) => readings)).toContainEqual({
      'zh-Hant': '裏',
      'zh-Hant-TW': '裡',
      'zh-Hant-HK': '裏',
    })
  })

  it('is told of Traditional made Simplified, too', () => {
    const reading = explained('乾隆年間', '乾', 'zh-Hant', 'zh-Hans')
    expect(reading.word).toEqual({ found: '乾隆年間', reading: '乾隆年间' })
    expect(new Set(choicesOf(reading))).toEqual(new Set(['乾', '干']))
  })

  it('has one choice where nothing else corresponds, and nothing is said of what is no character', () => {
    expect(choicesOf(explained('人民', '人'))).toEqual(['人'])
    expect(explainConversion('a，1', textRange(0, 3), 'zh-Hans', 'zh-Hant')).toEqual([])
  })
})

const simplified = charactersOf('头发展后面皇里干系制复台征余只云松准范了着斗谷𠮷，a')
const traditional = charactersOf(openReport.document.text.slice(0, 2_000)).concat(
  '乾',
  '著',
  '瞭',
  '𠮷',
)
const someText = fc.oneof(
  fc.tuple(
    fc.constant('zh-Hans' as const),
    fc.string({ unit: fc.constantFrom(...simplified), minLength: 1, maxLength: 12 }),
  ),
  fc.tuple(
    fc.constant('zh-Hant' as const),
    fc.string({ unit: fc.constantFrom(...traditional), minLength: 1, maxLength: 12 }),
  ),
)

it('explains what conversion really wrote; what is found is among the choices, and each is found by search', () => {
  fc.assert(
    fc.property(someText, fc.nat(), ([from, text], pick) => {
      const to = formsBeside[from][pick % formsBeside[from].length] as ConvertedTag
      const at = pick % charactersOf(text).length
      for (const reading of explainConversion(text, textRange(at, at + 1), from, to)) {
        const written = charactersOf(textConverter(from, reading.tag)(text))
        expect(reading.found).toBe(written[reading.at])
        expect(reading.character).toBe(charactersOf(text)[reading.at])
        expect(choicesOf(reading)).toContain(reading.found)
        for (const { readings } of reading.choices) {
          if (readings[reading.tag] === reading.found) continue
          for (const one of Object.values(readings)) expect(fold(one)).toBe(fold(reading.character))
        }
      }
    }),
    { numRuns: 40 },
  )
})
