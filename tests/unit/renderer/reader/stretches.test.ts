import * as fc from 'fast-check'
import { charactersOf, codePointLength } from '../../../../core/text/code-points'
import { textRange } from '../../../../core/text/range'
import { stretchesOf } from '../../../../renderer/reader/stretches'

const lengthsOf = (text: string, set: Parameters<typeof stretchesOf>[1] = []) =>
  stretchesOf(text, set).map(({ start, end }) => end - start)

describe('the stretches of a paragraph', () => {
  it('are none where it is no longer than paragraphs are', () => {
    expect(stretchesOf('天地玄黃。'.repeat(4_000), [])).toEqual([])
  })

  it('end with a sentence where there is one, with its closing marks, and somewhere else where there is none', () => {
    const text = `${'天地玄黃𠀀。」'.repeat(1_000)}${'宇宙洪荒'.repeat(4_000)}`
    const characters = charactersOf(text)
    const stretches = stretchesOf(text, [])
    expect(stretches.slice(0, 3).map(({ end }) => characters[end - 1])).toEqual(['」', '」', '」'])
    expect(lengthsOf(text).slice(3, -1)).toEqual([6_000, 6_000])
  })

  it('never end within what is set in a way of its own', () => {
    const text = '天地玄黃。'.repeat(5_000)
    expect(lengthsOf(text, [textRange(1_000, 9_003)])).toEqual([
      9_003, 2_002, 2_000, 2_000, 2_000, 2_000, 2_000, 2_000, 1_995,
    ])
    expect(lengthsOf(text, [textRange(0, 25_000)])).toEqual([25_000])
  })

  it('are the whole of it, in order and without gaps', () => {
    const piece = fc.constantFrom('天地', '。', '」', '\n', 'ab. ', '𠀀')
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1 }), (pieces) => {
        const text = pieces.join('').repeat(Math.ceil(60_000 / pieces.join('').length))
        const stretches = stretchesOf(text, [])
        expect(stretches[0]?.start).toBe(0)
        for (const [i, { end }] of stretches.slice(0, -1).entries()) {
          expect(stretches[i + 1]?.start).toBe(end)
        }
        const length = codePointLength(text)
        expect(stretches.at(-1)?.end ?? length).toBe(length)
      }),
      { numRuns: 30 },
    )
  })
})
