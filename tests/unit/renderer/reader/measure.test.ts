import { edgesAround } from '../../../../renderer/reader/measure'

describe('what lies around lines of text', () => {
  it('reaches as far as any of them does', () => {
    const lines = [
      { left: 40, top: 10, right: 90, bottom: 30 },
      { left: 10, top: 30, right: 100, bottom: 50 },
      { left: 10, top: 50, right: 25, bottom: 70 },
    ]
    expect(edgesAround(lines)).toEqual({ left: 10, top: 10, right: 100, bottom: 70 })
  })

  it('is found of as many as a text has that is selected whole', () => {
    const lines = Array.from({ length: 300_000 }, (_, i) => {
      return { left: 0, top: i, right: 10, bottom: i + 1 }
    })
    expect(edgesAround(lines)).toEqual({ left: 0, top: 0, right: 10, bottom: 300_000 })
  })
})
