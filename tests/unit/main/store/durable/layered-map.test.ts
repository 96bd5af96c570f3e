import * as fc from 'fast-check'
import { LayeredMap } from '../../../../../main/store/durable/layered-map'

const keys = fc.oneof(fc.constantFrom('a', 'b', '__proto__', 'constructor'), fc.string())
const maps = fc.array(fc.tuple(keys, fc.integer())).map((entries) => new Map(entries))
const changes = fc
  .array(fc.tuple(keys, fc.option(fc.integer(), { nil: undefined })), { maxLength: 300 })
  .map((entries) => new Map(entries))

test('a layered map holds what a map would hold that was changed in the same way', () => {
  fc.assert(
    fc.property(maps, fc.array(changes), (map, steps) => {
      const expected = new Map(map)
      let layered = LayeredMap.of(map)
      for (const step of steps) {
        const before = new Map(layered)
        const next = layered.with(step)
        expect(new Map(layered)).toEqual(before)
        for (const [key, value] of step) {
          if (value === undefined) expected.delete(key)
          else expected.set(key, value)
        }
        layered = next
        expect(new Map(layered)).toEqual(expected)
        expect([layered.size, [...layered.keys()].length]).toEqual([expected.size, expected.size])
        expect([...step.keys()].map((key) => layered.get(key))).toEqual([...step.values()])
      }
    }),
  )
})
