import * as fc from 'fast-check'
import { Heights } from '../../../../renderer/ui/heights'

const keys = Array.from({ length: 5000 }, (_, i) => `k${i}`)

describe('the heights of a long list', () => {
  it('lay out rows not seen yet as high as one another', () => {
    const layout = new Heights().of(keys)
    expect(layout.startOf(2)).toBe(2 * layout.startOf(1))
    expect(layout.startOf(keys.length)).toBe(5000 * layout.startOf(1))
  })

  it('take in what was measured, once', () => {
    const heights = new Heights()
    const before = heights.of(keys).startOf(1)
    expect(heights.learn('k0', 300)).toBe(true)
    expect(heights.learn('k0', 300)).toBe(false)
    expect(heights.of(keys).startOf(1)).not.toBe(before)
  })

  it('learn nothing from a row that is hidden', () => {
    expect(new Heights().learn('k0', 0)).toBe(false)
  })

  it('give the few rows that touch a stretch, however long the list', () => {
    const layout = new Heights().of(keys)
    const from = layout.startOf(2500)
    const rows = layout.between(from + 1, from + 500)
    expect(rows[0]).toBe(2500)
    expect(rows.length).toBeLessThan(8)
    expect(layout.between(-800, 1)).toEqual([0])
  })

  it('are where sums of all rows before would put them, in whatever order they were seen', () => {
    const seen = fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 400 })), { maxLength: 60 })
    fc.assert(
      fc.property(fc.nat(30), seen, fc.nat(4000), fc.nat(900), (count, rows, from, size) => {
        const some = keys.slice(0, count)
        const heights = new Heights()
        const first = heights.of(some)
        const guess = first.startOf(1)
        const known = new Map<string, number>()
        // Of fewer rows than tell what the others are taken for.
        for (const [row, height] of rows.filter(([row]) => row < 7)) {
          heights.learn(`k${row}`, height)
          known.set(`k${row}`, height + 10)
        }
        const layout = heights.of(some)
        const tops = [0]
        for (const key of some) tops.push((tops.at(-1) ?? 0) + (known.get(key) ?? guess))
        expect(tops.map((_, row) => layout.startOf(row))).toEqual(tops)
        const touching = some.flatMap((_, row) => {
          const isLast = row === count - 1
          const top = tops[row] ?? 0
          const end = tops[row + 1] ?? 0
          return top < from + size && (end > from || isLast) ? [row] : []
        })
        expect(layout.between(from, from + size)).toEqual(touching)
      }),
    )
  })
})
