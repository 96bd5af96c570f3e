import * as fc from 'fast-check'
import {
  charactersOf,
  codePointLength,
  codePoints,
  sliceCodePoints,
  utf16,
} from '../../../../core/text/code-points'
import { OffsetIndex } from '../../../../core/text/offset-index'

/** Texts with and without characters that take two UTF-16 units, lone surrogates among them. */
const texts = fc.string({
  unit: fc.constantFrom('字', 'a', '𠮷', '😀', '\u0301', '\n', '\ud842', '\udfb7'),
})

describe('the offset index', () => {
  it('counts as the string itself iterates', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(new OffsetIndex(text).length).toBe(charactersOf(text).length)
        expect(codePointLength(text)).toBe(charactersOf(text).length)
      }),
    )
  })

  it('takes every code point to UTF-16 and back', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const index = new OffsetIndex(text)
        const characters = charactersOf(text)
        for (let i = 0; i <= index.length; i++) {
          const unit = index.toUtf16(codePoints(i))
          expect(unit).toBe(characters.slice(0, i).join('').length)
          expect(index.toCodePoints(unit)).toBe(i)
        }
      }),
    )
  })

  it('takes an index inside a pair to the pair', () => {
    expect(new OffsetIndex('a𠮷b').toCodePoints(utf16(2))).toBe(1)
  })

  it('keeps to the text', () => {
    const index = new OffsetIndex('a𠮷')
    expect(index.toUtf16(codePoints(9))).toBe(3)
    expect(index.toCodePoints(utf16(9))).toBe(2)
  })
})

describe('slicing by code points', () => {
  it('gives what slicing the list of characters gives', () => {
    fc.assert(
      fc.property(texts, fc.nat(12), fc.nat(12), (text, a, b) => {
        const expected = charactersOf(text).slice(a, Math.max(a, b)).join('')
        expect(sliceCodePoints(text, codePoints(a), codePoints(Math.max(a, b)))).toBe(expected)
      }),
    )
  })
})
