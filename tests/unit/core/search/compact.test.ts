import * as fc from 'fast-check'
import { foldedCharacters } from '../../../../core/script/folding'
import { compact, gapBefore, originalRange } from '../../../../core/search/compact'
import { report } from '../../support/report'

/** For each unit of the compact text, the code points of the character that it is of, and what was before it. */
function unitsOf(original: string) {
  const units: { start: number; end: number; gap: 'none' | 'blank' | 'break' }[] = []
  let gap: 'none' | 'blank' | 'break' = 'none'
  for (const { folded, start, end } of foldedCharacters(original)) {
    const seen = folded.replaceAll(/[\s\u0085]+/gu, '')
    if (seen === '' && folded !== '')
      gap = gap === 'break' || /[\n\r\u0085\u2028\u2029]/u.test(folded) ? 'break' : 'blank'
    for (let unit = 0; unit < seen.length; unit++) {
      units.push({ start, end, gap })
      gap = 'none'
    }
  }
  return units
}

const texts = fc
  .array(
    fc.constantFrom(...'發展a１ \n\u3000㈠…⸻𠮷“\u00ad\u200b\ufe00', 'x\u0323', 'e\u0301', 'ｶﾞ'),
    { maxLength: 30 },
  )
  .map((characters) => characters.join(''))

describe('a compact text', () => {
  it('knows of each of its stretches where that stands in the original, and what was before it', () => {
    fc.assert(
      fc.property(texts, (original) => {
        const units = unitsOf(original)
        const made = compact(original)
        expect(made.text).toHaveLength(units.length)
        for (const [at, first] of units.entries()) {
          expect(gapBefore(made, at)).toBe(first.gap)
          for (let length = 0; length <= units.length - at + 1; length++) {
            const last = units[at + length - 1]
            const isCut = [
              [units[at - 1], first],
              [last, units[at + length]],
            ].some(([before, after]) => before !== undefined && before.start === after?.start)
            const isNone = length === 0 || last === undefined || isCut
            expect(originalRange(made, at, length)).toEqual(
              isNone ? undefined : { start: first.start, end: last.end },
            )
          }
        }
      }),
    )
  })

  it('holds hardly more of where a Chinese text stands than where its white space was', () => {
    const blanks = report.text.match(/\s+/gu)?.length ?? 0
    expect(compact(report.text).stretches.length).toBeLessThan(2 * blanks)
  })
})
