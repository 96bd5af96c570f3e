import { assert, property, string } from 'fast-check'
import { fitWords, shorten } from '../../../../core/annotation/fit'
import { tagName, tagNames } from '../../../../core/annotation/tag'
import { anyCharacter } from '../../../support/any-character'

describe('the name of a tag', () => {
  it.each([
    ['已讀', '已讀'],
    ['#已讀', '已讀'],
    ['＃ 已讀', '已讀'],
    ['##a', 'a'],
    [' 兩\n行\t字 ', '兩 行 字'],
    ['\u200b已\u00ad讀\u200e', '已讀'],
    ['家族👨‍👩‍👧', '家族👨‍👩‍👧'],
    ['❤️', '❤️'],
    ['辻\u{e0100}', '辻\u{e0100}'],
    ['e\u0301', 'é'],
    ['C#', 'C#'],
    ['\u2ec4安', '西安'],
    ['\u2f92\u2ee2', '見马'],
  ])('of %j is %j', (written, name) => {
    expect(tagName(written)).toBe(name)
  })

  it.each(['', ' ', '#', '\u200b', '\u200d', '#\ufe0f', '\u0000', '\u2800'])(
    'is none: %j',
    (written) => {
      expect(tagName(written)).toBeUndefined()
    },
  )

  it('is its own name', () => {
    assert(
      property(string({ unit: anyCharacter, maxLength: 30 }), (written) => {
        const name = tagName(written)
        expect(name === undefined ? name : tagName(name)).toBe(name)
      }),
    )
  })

  it('stands once in a list', () => {
    expect(tagNames(['#已讀', '已讀', ' ', '已\u200b讀', '二'])).toEqual(['已讀', '二'])
  })
})

describe('words that are too long to be kept', () => {
  it('are shortened between characters, and that is said', () => {
    expect(shorten('家👨‍👩‍👧', 5)).toBe('家')
    expect(shorten('ae\u0301', 2)).toBe('a')
    expect(fitWords('x'.repeat(200_001), ['\u200b'])).toMatchObject({
      tags: [],
      leftOut: ['note-shortened', 'tags-dropped'],
    })
  })

  it('never grow, and never lose what fits', () => {
    assert(
      property(string({ unit: anyCharacter, maxLength: 40 }), (text) => {
        expect(text.startsWith(shorten(text, 12))).toBe(true)
        expect(shorten(text, 12).length).toBeLessThanOrEqual(12)
        expect(shorten(text, 1_000)).toBe(text)
      }),
    )
  })
})
