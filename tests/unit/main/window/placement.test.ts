import * as fc from 'fast-check'
import { leastSize, placeOn } from '../../../../main/window/placement'

const usual = { width: 1400, height: 900 }
const screen = { workArea: { x: 0, y: 25, width: 1920, height: 1055 } }
const beside = { workArea: { x: 1920, y: 0, width: 1280, height: 1024 } }
const at = (x: number, y: number, width = 1000, height = 700) => ({
  x,
  y,
  width,
  height,
  maximized: false,
})

describe('the place of the window', () => {
  it('is left to the system where the reader has chosen none, and no larger than the screen', () => {
    expect(placeOn([screen], null, usual)).toEqual(usual)
    expect(placeOn([{ workArea: { x: 0, y: 0, width: 1280, height: 700 } }], null, usual)).toEqual({
      width: 1280,
      height: 700,
    })
  })

  it('is where it was, on whatever display', () => {
    expect(placeOn([screen], at(100, 100), usual)).toEqual({
      x: 100,
      y: 100,
      width: 1000,
      height: 700,
    })
    expect(placeOn([screen, beside], at(2000, 50), usual)).toMatchObject({ x: 2000, y: 50 })
  })

  it('is within the display that it was on most', () => {
    expect(placeOn([screen, beside], at(1700, 600), usual)).toMatchObject({ x: 1920, y: 324 })
    expect(placeOn([screen], at(-300, -100), usual)).toMatchObject({ x: 0, y: 25 })
    expect(placeOn([screen], at(100, 100, 4000, 3000), usual)).toEqual({
      x: 0,
      y: 25,
      width: 1920,
      height: 1055,
    })
  })

  it('is left to the system where its display is gone', () => {
    expect(placeOn([screen], at(2000, 50), usual)).toEqual({ width: 1000, height: 700 })
  })

  it('always lies within a display, if the display is large enough for the least window', () => {
    const area = fc.record({
      x: fc.integer({ min: -4000, max: 4000 }),
      y: fc.integer({ min: -4000, max: 4000 }),
      width: fc.integer({ min: leastSize.width, max: 5000 }),
      height: fc.integer({ min: leastSize.height, max: 5000 }),
    })
    const kept = fc.record({
      x: fc.integer({ min: -9000, max: 9000 }),
      y: fc.integer({ min: -9000, max: 9000 }),
      width: fc.integer({ min: 200, max: 9000 }),
      height: fc.integer({ min: 200, max: 9000 }),
      maximized: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(area, { minLength: 1, maxLength: 3 }), kept, (areas, window) => {
        const placed = placeOn(
          areas.map((workArea) => ({ workArea })),
          window,
          usual,
        )
        const { x, y, width, height } = placed
        return areas.some(
          (on) =>
            width <= on.width &&
            height <= on.height &&
            (x === undefined ||
              y === undefined ||
              (x >= on.x &&
                y >= on.y &&
                x + width <= on.x + on.width &&
                y + height <= on.y + on.height)),
        )
      }),
    )
  })
})
