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
})
