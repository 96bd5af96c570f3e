import { assert, integer, property, uniqueArray } from 'fast-check'
import { cutFamily, unicodeRange } from '../../../../tools/fonts/cut'

const set = (text: string) => new Set(Array.from(text, (one) => one.codePointAt(0) ?? 0))
const text = (characters: readonly number[]) => String.fromCodePoint(...characters)

describe('cutting a family', () => {
  it('puts each character into one file of a weight: the first screen, the common ones, the rest', () => {
    const cuts = cutFamily(
      { semiBold: 'first-screen' },
      {
        own: set('一二三四五六'),
        firstScreen: set('一七'),
        common: set('一二八'),
        rare: set('二三四'),
        others: set(''),
      },
    )
    expect(cuts.map(({ name, characters }) => [name, text(characters)])).toEqual([
      ['first-400', '一'],
      ['common-400', '二'],
      ['first-600', '一'],
      ['rare-1', '三四'],
    ])
  })
})

describe('a range of code points', () => {
  it('is as short as CSS lets it be', () => {
    expect(unicodeRange([0x4e00, 0x4e01, 0x4e02, 0x5000])).toBe('U+4E00-4E02,U+5000')
  })

  it('closes over gaps that nobody else would fill, and over no other', () => {
    expect(unicodeRange([0x4e00, 0x4e05], new Set())).toBe('U+4E00-4E05')
    expect(unicodeRange([0x4e00, 0x4e05], new Set([0x4e02]))).toBe('U+4E00,U+4E05')
  })

  it('claims each of its characters, and, where gaps stay open, no other', () => {
    assert(
      property(uniqueArray(integer({ min: 0x20, max: 0x2ffff }), { minLength: 1 }), (some) => {
        const characters = [...some].sort((a, b) => a - b)
        const claimed = unicodeRange(characters)
          .split(',')
          .flatMap((part) => {
            const [first = 0, last = first] = part
              .slice(2)
              .split('-')
              .map((hex) => Number.parseInt(hex, 16))
            return Array.from({ length: last - first + 1 }, (_, i) => first + i)
          })
        expect(claimed).toEqual(characters)
      }),
    )
  })
})
