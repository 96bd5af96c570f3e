import * as fc from 'fast-check'
import { holds, rangeLength, type TextRange, textRange } from '../../../../core/text/range'
import { uppermost } from '../../../../core/text/uppermost'

const range = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 30 }))
  .map(([start, length]) => textRange(start, start + length))

const names = ['low', 'middle', 'high'] as const

const layers = fc
  .tuple(...names.map(() => fc.array(range, { maxLength: 8 })))
  .map((all) => new Map(names.map((name, i) => [name, all[i] ?? []])))

const seenAt = (seen: ReadonlyMap<string, readonly TextRange[]>, offset: number) =>
  [...seen].flatMap(([layer, ranges]) =>
    ranges.filter((one) => holds(one, offset)).map(() => layer),
  )

/** By a look at everything that lies on a character. */
function topAt(all: ReadonlyMap<string, readonly TextRange[]>, offset: number): string[] {
  const lying = [...all].flatMap(([layer, ranges], height) =>
    ranges.filter((one) => holds(one, offset)).map((range) => ({ layer, height, range })),
  )
  const [top] = lying.toSorted(
    (a, b) =>
      rangeLength(a.range) - rangeLength(b.range) ||
      a.range.start - b.range.start ||
      b.height - a.height,
  )
  return top === undefined ? [] : [top.layer]
}

describe('what is seen of ranges that lie over one another', () => {
  it('is on each character the shortest, of two as long the one that begins first, then that of the later layer, and nothing but that', () => {
    fc.assert(
      fc.property(layers, range, (all, within) => {
        const seen = uppermost(all, within)
        for (let offset = 0; offset < 100; offset++) {
          expect(seenAt(seen, offset)).toEqual(holds(within, offset) ? topAt(all, offset) : [])
        }
      }),
    )
  })

  it('is a word that is marked within a longer mark, and that on both sides of it', () => {
    const all = new Map([
      ['green', [textRange(10, 14)]],
      ['yellow', [textRange(0, 40)]],
    ])
    expect(uppermost(all, textRange(5, 30))).toEqual(
      new Map([
        ['green', [textRange(10, 14)]],
        ['yellow', [textRange(5, 10), textRange(14, 30)]],
      ]),
    )
  })

  it('is as few ranges as can be, in text order', () => {
    fc.assert(
      fc.property(layers, range, (all, within) => {
        for (const ranges of uppermost(all, within).values()) {
          for (const [i, { start, end }] of ranges.entries()) {
            expect(start).toBeLessThan(end)
            expect(start).toBeGreaterThan(ranges[i - 1]?.end ?? -1)
          }
        }
      }),
    )
  })
})
