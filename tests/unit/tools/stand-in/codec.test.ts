import * as fc from 'fast-check'
import { pack, unpack } from '../../../../tools/stand-in/wire/codec'

/** Within maps and sets Jest holds two invalid dates to be different: these have a test of their own. */
const leaves = [
  fc.boolean(),
  fc.integer(),
  fc.double(),
  fc.string(),
  fc.constantFrom(null, undefined),
  fc.date({ noInvalidDate: true }),
]

describe('the codec of messages', () => {
  it('has what JSON has as JSON has it', () => {
    const value = { text: '批閱', list: [1, null, { key: true }] }
    expect(pack(value)).toBe(JSON.stringify(value))
  })

  it('gives back any value that is plain data', () => {
    fc.assert(
      fc.property(
        fc.anything({ values: leaves, withBigInt: true, withMap: true, withSet: true }),
        (value) => {
          expect(unpack(pack(value))).toEqual(structuredClone(value))
        },
      ),
    )
  })

  it('gives back any date, even one that is none', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: false }), (date) => {
        const back = unpack(pack(date))
        expect(back).toBeInstanceOf(Date)
        expect(Number(back)).toBe(Number(date))
      }),
    )
  })

  it('gives back typed arrays, and buffers as bytes', () => {
    const floats = new Float64Array([0.1, -0, Number.NaN])
    expect(unpack(pack(floats))).toEqual(floats)
    expect(unpack(pack(Buffer.from('批')))).toEqual(new Uint8Array(Buffer.from('批')))
  })

  it('gives back what looks like JSON and is not', () => {
    const values = [[undefined, 1], { a: undefined }, [-0, Number.NaN], { $: 'a mark of ours' }]
    for (const value of values) expect(unpack(pack(value))).toStrictEqual(structuredClone(value))
    expect(unpack(pack(Array.of(1).concat(Array(2))))).toEqual([1, undefined, undefined])
  })

  it('gives back what is very deep', () => {
    const deep = Array.from({ length: 200 }).reduce((inner) => [inner], 1)
    expect(unpack(pack(deep))).toEqual(deep)
  })

  it('keeps the type and words of an error', () => {
    const error = unpack(pack(new RangeError('nope'))) as Error
    expect(error).toBeInstanceOf(RangeError)
    expect(error.message).toBe('nope')
  })

  it.each([
    ['a function', () => {}],
    ['a symbol', Symbol('s')],
    ['a function within', { inner: [() => {}] }],
  ])('refuses %s', (_name, value) => {
    expect(() => pack(value)).toThrow(/could not be cloned/)
  })

  it('refuses a cycle by name', () => {
    const cyclic: Record<string, unknown> = {}
    cyclic['self'] = cyclic
    expect(() => pack(cyclic)).toThrow('a cyclic object cannot be sent')
  })
})
