import * as fc from 'fast-check'
import { IntervalIndex } from '../../../../core/text/interval-index'
import { byPlace, overlaps, type TextRange, textRange } from '../../../../core/text/range'

const range = fc
  .tuple(fc.nat(200), fc.integer({ min: 1, max: 60 }))
  .map(([start, length]) => textRange(start, start + length))

const indexOf = (ranges: readonly TextRange[]) => new IntervalIndex(ranges, (one) => one)

describe('what stands on a passage', () => {
  it('is what a look at everything would find, in text order', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 80 }), range, (ranges, asked) => {
        const wanted = ranges.filter((one) => overlaps(one, asked)).toSorted(byPlace)
        expect(indexOf(ranges).overlapping(asked)).toEqual(wanted)
      }),
    )
  })

  it('is nothing where nothing is asked for, or nothing stands', () => {
    expect(indexOf([textRange(0, 9)]).overlapping(textRange(3, 3))).toEqual([])
    expect(indexOf([]).overlapping(textRange(0, 9))).toEqual([])
  })

  it('is found without looking at what stands elsewhere', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => textRange(10 * i, 10 * i + 5))
    let looks = 0
    const watched = many.map((one) =>
      Object.defineProperty({ ...one }, 'end', {
        get: () => {
          looks++
          return one.end
        },
      }),
    )
    const index = indexOf(watched)
    looks = 0
    expect(index.overlapping(textRange(50_000, 50_030))).toHaveLength(3)
    expect(looks).toBeLessThan(40)
  })

  it('begins before an offset as often as it says', () => {
    fc.assert(
      fc.property(fc.array(range), fc.nat(260), (ranges, offset) => {
        const before = ranges.filter(({ start }) => start < offset)
        expect(indexOf(ranges).countBefore(offset)).toBe(before.length)
      }),
    )
  })
})
