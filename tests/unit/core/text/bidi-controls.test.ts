import { bidiControls } from '../../../../core/text/bidi-controls'

describe('the characters that turn those around them round', () => {
  it('are found where they stand, with a sign for each', () => {
    expect(bidiControls('𠀀\u202e甲\u202c\u2067乙\u2069')).toEqual([
      { range: { start: 1, end: 2 }, sign: 'RLO' },
      { range: { start: 3, end: 4 }, sign: 'PDF' },
      { range: { start: 4, end: 5 }, sign: 'RLI' },
      { range: { start: 6, end: 7 }, sign: 'PDI' },
    ])
  })

  it('have a sign whichever of Unicode’s they are', () => {
    const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))
      .filter((character) => /\p{Bidi_Control}/u.test(character))
      .join('')
    expect(bidiControls(all).map(({ sign }) => sign)).not.toContain('')
    expect(bidiControls(all)).toHaveLength(12)
  })

  it('are none of the characters that join letters or part words', () => {
    expect(bidiControls('a\u200bb\u200cc\u200dd\ufeffe')).toEqual([])
  })
})
