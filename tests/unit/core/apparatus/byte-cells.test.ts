import { byteCells, unwitnessedBytes } from '../../../../core/apparatus/byte-cells'
import { apparatus } from '../../tools/edition/bundled'

const accidents = apparatus.emendations.flatMap(({ id, found, bytes }) =>
  bytes === undefined ? [] : [{ id, found, bytes }],
)

describe('the cells of a proof', () => {
  it.each(accidents)(
    'give every character of $id its bytes, before and after',
    ({ found, bytes }) => {
      const { lost, damaged, restored } = byteCells(bytes, found)
      const standing = damaged.flatMap(({ character }) => character ?? [])
      expect(standing.join('')).toBe([...found].slice(1).join(''))
      expect(restored.map(({ character }) => character).join('')).toBe(bytes.decoded)
      const bytesOf = (cells: typeof damaged) => cells.map((cell) => cell.bytes).join('')
      expect(lost + bytesOf(damaged)).toBe(bytesOf(restored))
    },
  )

  it('leave a pair that was dropped without a character', () => {
    const { damaged } = byteCells(
      {
        charset: 'gbk',
        lost: 'B1',
        damaged: 'A3BB [F9BD] 4C',
        restored: 'B1A3 BBF9 BD4C',
        decoded: '保基浪',
      },
      '?;L',
    )
    expect(damaged).toEqual([
      { character: ';', bytes: 'A3BB' },
      { bytes: 'F9BD' },
      { character: 'L', bytes: '4C' },
    ])
  })

  it('say how many bytes rest on sense alone: four that were lost, and four pairs', () => {
    expect(accidents.map(({ bytes }) => unwitnessedBytes(bytes))).toEqual([1, 1, 7, 3])
  })
})
