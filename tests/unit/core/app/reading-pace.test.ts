import { array, assert, integer, property, record } from 'fast-check'
import {
  minutesFor,
  paceWith,
  type ReadingPace,
  unknownPace,
} from '../../../../core/app/reading-pace'

const stretch = record({
  characters: integer({ min: -5_000, max: 50_000 }),
  milliseconds: integer({ min: 20_000, max: 600_000 }),
})

const minute = 60_000

/** Characters a minute, by how long so many take that the rounding up does not count. */
const speedOf = (pace: ReadingPace) => 1e9 / minutesFor(pace, 1e9)

describe('the reader’s pace', () => {
  it('is the usual one until it is known', () => {
    const usual = speedOf(unknownPace)
    expect(speedOf(paceWith(unknownPace, { characters: 900, milliseconds: minute }))).toBe(usual)
    expect(minutesFor(unknownPace, 1_000)).toBe(3)
    expect(minutesFor(unknownPace, 0)).toBe(0)
  })

  it('is what was read in the time it took', () => {
    const read = Array.from({ length: 10 }, () => ({ characters: 100, milliseconds: 20_000 }))
    expect(speedOf(read.reduce(paceWith, unknownPace))).toBeCloseTo(300, 3)
  })

  it('follows one who reads faster now than before', () => {
    const of = (speed: number, minutes: number) =>
      Array.from({ length: minutes }, () => ({ characters: speed, milliseconds: minute }))
    const speed = speedOf([...of(200, 120), ...of(600, 60)].reduce(paceWith, unknownPace))
    expect(speed).toBeGreaterThan(500)
  })

  it('stays within what can be read, whatever is skimmed or left lying', () => {
    assert(
      property(array(stretch, { maxLength: 60 }), (stretches) => {
        const speed = speedOf(stretches.reduce(paceWith, unknownPace))
        expect(speed).toBeGreaterThanOrEqual(59)
        expect(speed).toBeLessThanOrEqual(1_501)
      }),
    )
    const skimmed = paceWith(unknownPace, { characters: 20_000, milliseconds: minute })
    expect(skimmed).toBe(unknownPace)
  })
})
