import { type ReadingPace, unknownPace } from '../../../../core/app/reading-pace'
import { codePoints } from '../../../../core/text/code-points'
import { Pace } from '../../../../renderer/state/pace'

function measuring() {
  let known: ReadingPace = unknownPace
  const pace = new Pace(
    () => known,
    (measured) => {
      known = measured
    },
  )
  return {
    pace,
    known: () => known,
    /** Reads on from a place, a line of 30 characters every so many seconds. */
    read: (from: number, at: number, seconds: number, lines: number) => {
      for (let i = 0; i <= lines; i++) {
        pace.isAt(codePoints(from + i * 30), at + i * seconds * 1_000)
      }
    },
  }
}

describe('measuring how one reads', () => {
  it('counts what is read line by line', () => {
    const { read, known } = measuring()
    read(0, 0, 5, 40)
    expect(known()).toEqual({ characters: 1_200, milliseconds: 200_000 })
  })

  it('leaves out jumps, looking back, skimming and rests', () => {
    const { pace, read, known } = measuring()
    read(0, 0, 5, 3)
    pace.interrupt()
    read(20_000, 16_000, 5, 3)
    // Back to look something up.
    read(5_000, 40_000, 5, 3)
    // An hour away from the desk.
    read(5_090, 4_000_000, 5, 3)
    // To the end in a moment.
    read(5_200, 4_016_000, 0.05, 400)
    expect(known()).toBe(unknownPace)
    read(17_200, 4_037_000, 5, 8)
    expect(known().characters).toBeGreaterThan(0)
  })
})
