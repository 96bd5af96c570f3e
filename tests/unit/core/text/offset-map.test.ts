import * as fc from 'fast-check'
import { type ChangedStretch, stretchMap } from '../../../../core/text/offset-map'
import { textRange } from '../../../../core/text/range'

/** Stretches that ascend on both sides, each shown by at least one code point. */
const stretchLists = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 5 }),
      from: fc.nat(4),
      to: fc.integer({ min: 1, max: 4 }),
    }),
    { maxLength: 6 },
  )
  .map((parts) => {
    let canonical = 0
    let rendered = 0
    return parts.map(({ gap, from, to }): ChangedStretch => {
      canonical += gap
      rendered += gap
      const stretch = {
        canonical: textRange(canonical, canonical + from),
        rendered: textRange(rendered, rendered + to),
      }
      canonical += from
      rendered += to
      return stretch
    })
  })

const ranges = fc
  .tuple(fc.nat(50), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]) => textRange(start, start + length))

describe('a map of changed stretches', () => {
  it('takes a range there and back to itself, or outward to the edges of what changed', () => {
    fc.assert(
      fc.property(stretchLists, ranges, (stretches, range) => {
        const map = stretchMap(stretches)
        const back = map.toCanonical(map.toRendered(range))
        const around = stretches.filter(
          ({ canonical }) => canonical.start < range.end && range.start < canonical.end,
        )
        const start = Math.min(range.start, ...around.map(({ canonical }) => canonical.start))
        const end = Math.max(range.end, ...around.map(({ canonical }) => canonical.end))
        expect(back).toEqual({ start, end })
      }),
    )
  })

  it('refuses to show canonical text by nothing', () => {
    const nothing = { canonical: textRange(1, 2), rendered: textRange(1, 1) }
    expect(() => stretchMap([nothing])).toThrow(RangeError)
  })

  it('refuses stretches out of order', () => {
    const later = { canonical: textRange(5, 6), rendered: textRange(5, 7) }
    const earlier = { canonical: textRange(1, 2), rendered: textRange(1, 3) }
    expect(() => stretchMap([later, earlier])).toThrow(RangeError)
  })
})
