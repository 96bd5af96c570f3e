import * as fc from 'fast-check'
import {
  applyEmendations,
  readingOf,
  type SourceChange,
} from '../../../../tools/edition/apply-emendations'

const change = (start: number, found: string, reading: string): SourceChange => ({
  source: { start, end: start + [...found].length },
  found,
  reading,
})

describe('applyEmendations', () => {
  it('copies what no emendation touches', () => {
    const segments = applyEmendations('甲乙丙', [change(1, '乙', '丁')])
    expect(readingOf(segments)).toBe('甲丁丙')
    expect(segments.map(({ canonical }) => [canonical.start, canonical.end])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ])
  })

  it('counts code points', () => {
    const segments = applyEmendations('𠮷a', [change(1, 'a', '𠮷𠮷')])
    expect(segments.at(-1)?.canonical).toEqual({ start: 1, end: 3 })
  })

  it('refuses an emendation that does not find its text', () => {
    expect(() => applyEmendations('甲乙', [change(0, '乙', '丙')])).toThrow('expects “乙”')
  })

  it('refuses emendations that overlap', () => {
    expect(() =>
      applyEmendations('甲乙丙', [change(0, '甲乙', '丁'), change(1, '乙', '戊')]),
    ).toThrow('begins before 2')
  })

  it('takes every source to the text that its pieces spell', () => {
    const piece = fc.record({
      found: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
      reading: fc.option(fc.string({ unit: 'grapheme', maxLength: 4 }), { nil: undefined }),
    })
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        let at = 0
        const changes = pieces.flatMap(({ found, reading }) => {
          const start = at
          at += [...found].length
          return reading === undefined ? [] : [change(start, found, reading)]
        })
        const source = pieces.map(({ found }) => found).join('')
        const wanted = pieces.map(({ found, reading }) => reading ?? found).join('')
        const segments = applyEmendations(source, changes)
        expect(readingOf(segments)).toBe(wanted)
        for (const { canonical, reading } of segments) {
          expect([...wanted].slice(canonical.start, canonical.end).join('')).toBe(reading)
        }
      }),
    )
  })
})
