import { assert, integer, property, uniqueArray } from 'fast-check'
import { cutFamily, type Levels, levelled, unicodeRange } from '../../../../tools/fonts/cut'
import type { Level } from '../../../../tools/fonts/families'

const set = (text: string) => new Set(Array.from(text, (one) => one.codePointAt(0) ?? 0))

const levels = (some: Partial<Record<Level, string>>): Levels => ({
  first: set(some.first ?? ''),
  shared: set(some.shared ?? ''),
  common: set(some.common ?? ''),
  second: set(some.second ?? ''),
  rare: set(some.rare ?? ''),
})

describe('the levels of a family', () => {
  it('hold each character that the font has once: where it is wanted most', () => {
    const wanted = levels({ first: '一七', common: '一二八', second: '二三', rare: '二三四' })
    expect(levelled(wanted, set('一二三四五六'))).toEqual(
      levels({ first: '一', common: '二', second: '三', rare: '四' }),
    )
  })
})

describe('cutting a family', () => {
  const supply = levels({ first: '一', shared: '丁', common: '二', second: '三', rare: '四' })

  it.each([
    ['none', ['first-400', 'shared-400', 'common-400']],
    ['first-screen', ['first-400', 'first-600', 'shared-400', 'common-400']],
    ['common', ['first-400', 'first-600', 'shared-400', 'shared-600', 'common-400', 'common-600']],
  ] as const)('gives each level a file, in semi-bold too as it says: %s', (semiBold, often) => {
    const cuts = cutFamily({ semiBold }, supply, new Set())
    expect(cuts.map(({ name }) => name)).toEqual([...often, 'second-1', 'rare-1'])
    for (const { level, characters } of cuts) expect(new Set(characters)).toEqual(supply[level])
  })

  it('gives none where a level is empty', () => {
    expect(cutFamily({ semiBold: 'common' }, levels({}), new Set())).toEqual([])
  })

  it('has another code of a character claimed by the file that holds the character', () => {
    const second = new Set([...Array.from({ length: 2000 }, (_, i) => 0x5600 + i), 0xf9a9]) // 囹
    const cuts = cutFamily({ semiBold: 'none' }, { ...levels({}), second }, new Set())
    expect(cuts.map(({ characters }) => [characters.includes(0x56f9), characters.at(-1)])).toEqual([
      [true, 0xf9a9],
      [false, 0x5600 + 1999],
    ])
  })

  it('lets rare files alone claim more than they have', () => {
    const cuts = cutFamily(
      { semiBold: 'none' },
      levels({ second: '一丆', rare: '丂万' }),
      set('丈'),
    )
    expect(cuts.map(({ range }) => range)).toEqual(['U+4E00,U+4E06', 'U+4E02-4E07'])
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
