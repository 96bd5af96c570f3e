import * as fc from 'fast-check'
import { lower, raise } from '../../../../tools/stand-in/page/bridge-values'

/** Within maps and sets Jest holds two invalid dates to be different. */
const leaves = [
  fc.boolean(),
  fc.double(),
  fc.string(),
  fc.constantFrom(null, undefined),
  fc.date({ noInvalidDate: true }),
]

const side = {
  lowerFunction: () => ({ kind: 'function', id: 1 }) as const,
  lowerPromise: () => ({ kind: 'promise', id: 2 }) as const,
  raiseFunction: () => () => 'called',
  raisePromise: () => Promise.resolve('kept'),
}

describe('values that cross the context bridge', () => {
  it('are as they were on the other side', () => {
    fc.assert(
      fc.property(fc.anything({ values: leaves, withMap: true, withSet: true }), (value) => {
        const crossed = raise(structuredClone(lower(value, side)), side)
        expect(crossed).toEqual(structuredClone(value))
      }),
    )
  })

  it('go as they are where they are nothing but data, however many', () => {
    const data = { blocks: [{ id: 'b1', text: '批閱', at: [0, 2] }, null], none: undefined }
    expect(lower(data, side)).toEqual({ kind: 'plain', value: data })
  })

  it('go as a description where something among them acts', () => {
    const api = { name: 'x', list: [1, () => 0], date: new Date(5) }
    const raised = raise(structuredClone(lower(api, side)), side) as typeof api
    expect(raised).toMatchObject({ name: 'x', date: new Date(5) })
    expect((raised.list[1] as () => unknown)()).toBe('called')
  })

  it.each([
    ['a symbol', { inner: [Symbol('s')] }],
    ['what only the engine knows', { inner: new WeakMap() }],
  ])('are refused where there is %s among them', (_name, value) => {
    expect(() => lower(value, side)).toThrow('An object could not be cloned.')
  })
})
