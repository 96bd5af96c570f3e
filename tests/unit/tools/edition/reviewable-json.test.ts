import * as fc from 'fast-check'
import { reviewableJson } from '../../../../tools/edition/reviewable-json'

describe('reviewableJson', () => {
  it('is JSON of the value, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = reviewableJson(value)
        expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(value))
        expect(text.endsWith('\n')).toBe(true)
      }),
    )
  })

  it('sets short objects on one line and opens long ones up', () => {
    expect(reviewableJson({ a: { b: [1, 2] }, c: 'x'.repeat(120) })).toBe(
      `{\n  "a": { "b": [1, 2] },\n  "c": "${'x'.repeat(120)}"\n}\n`,
    )
  })

  it('leaves out what is undefined', () => {
    expect(reviewableJson({ a: undefined, b: 1 })).toBe('{\n  "b": 1\n}\n')
  })
})
