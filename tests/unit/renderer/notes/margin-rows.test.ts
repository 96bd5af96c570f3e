import * as fc from 'fast-check'
import { linesOfNotes } from '../../../../renderer/notes/margin-rows'

const line = 17

/** Lines of the text that follow one another, each with some notes, by their numbers. */
const rowsOf = (gaps: readonly number[], counts: readonly number[]) => {
  let start = 0
  let count = 0
  return gaps.map((gap, i) => {
    start += gap
    const notes = Array.from({ length: counts[i % counts.length] ?? 1 }, () => count++)
    return { notes, start }
  })
}

const anyRows = fc
  .tuple(
    fc.array(fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 900 })), {
      minLength: 1,
      maxLength: 30,
    }),
    fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5 }),
  )
  .map(([gaps, counts]) => rowsOf(gaps, counts))

describe('notes in the margin', () => {
  it('never lie over one another, and each is shown or folded, in order', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const placed = linesOfNotes(rows, line)
        for (const [i, { row, size }] of placed.entries()) {
          const next = placed[i + 1]?.row.start ?? Number.POSITIVE_INFINITY
          expect(row.start + size).toBeLessThanOrEqual(next + 0.5)
        }
        expect(
          placed.flatMap(({ shown, folded }) => [...shown.map(({ note }) => note), ...folded]),
        ).toEqual(rows.flatMap(({ notes }) => notes))
      }),
    )
  })

  it('have one line to three each, and begin level with the line that they belong to', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        for (const { row, shown, size } of linesOfNotes(rows, line)) {
          expect(rows).toContain(row)
          expect(shown.length).toBeGreaterThan(0)
          for (const { lines } of shown) expect([1, 2, 3]).toContain(lines)
          expect(size).toBe(shown.reduce((sum, { lines }) => sum + lines, 0) * line)
        }
      }),
    )
  })

  it('take three lines where there is room, share what there is, and are folded beyond that', () => {
    const shownIn = (rows: readonly { notes: readonly string[]; start: number }[]) =>
      linesOfNotes(rows, line).map(({ shown, folded }) => [shown.map(({ lines }) => lines), folded])
    expect(
      shownIn([
        { notes: ['a', 'b', 'c'], start: 0 },
        { notes: ['d', 'e'], start: 34 },
        { notes: ['f'], start: 102 },
      ]),
    ).toEqual([
      [[1, 1], ['c']],
      [[2, 2], []],
      [[3], []],
    ])
  })
})
