import * as fc from 'fast-check'

const surrogates = { start: 0xd800, count: 0x800 }

/**
 * Any character of Unicode, each as likely: what `unit: 'binary'` gives, without its table of a million
 * characters, which is made anew in every file of tests.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10ffff - surrogates.count })
  .map(
    (n) => String.fromCodePoint(n < surrogates.start ? n : n + surrogates.count),
    (character) => {
      if (typeof character !== 'string' || [...character].length !== 1)
        throw new Error('No character')
      const code = character.codePointAt(0) ?? 0
      return code < surrogates.start ? code : code - surrogates.count
    },
  )
