import type { Steps } from '../../../../core/search/steps'
import { InSlices } from '../../../../renderer/state/in-slices'

/** The clock, in ms. */
let now = 0

/** Work of so many steps, each of which takes some ms of the clock. */
function* work(steps: number, each: number, result: string): Steps<string> {
  for (let step = 0; step < steps; step++) {
    now += each
    yield
  }
  return result
}

describe('work in slices', () => {
  beforeEach(() => {
    jest.useFakeTimers()
    jest.spyOn(performance, 'now').mockImplementation(() => now)
  })
  afterEach(() => {
    jest.useRealTimers()
    jest.restoreAllMocks()
  })

  it('that is short is done before anybody else has a turn', () => {
    const done: string[] = []
    new InSlices<string>().begin(work(3, 1, 'short'), (result) => done.push(result))
    expect(done).toEqual(['short'])
    expect(jest.getTimerCount()).toBe(0)
  })

  it('lets others have a turn after each slice, and goes on where it left off', () => {
    const done: string[] = []
    new InSlices<string>().begin(work(12, 2, 'long'), (result) => done.push(result))
    let turns = 0
    for (; done.length === 0; turns++) jest.runOnlyPendingTimers()
    expect(done).toEqual(['long'])
    // Three steps of 2 ms fill a slice of 5 ms.
    expect(turns).toBe(4)
  })

  it('is overtaken by what is begun next, and never tells of what it would have found', () => {
    const done: string[] = []
    const slices = new InSlices<string>()
    slices.begin(work(100, 2, 'first'), (result) => done.push(result))
    slices.begin(work(1, 1, 'second'), (result) => done.push(result))
    jest.runAllTimers()
    expect(done).toEqual(['second'])
  })

  it('is done at once for who cannot wait', () => {
    const done: string[] = []
    const slices = new InSlices<string>()
    slices.begin(work(100, 2, 'asked for'), (result) => done.push(result))
    slices.finish()
    expect(done).toEqual(['asked for'])
    expect(jest.getTimerCount()).toBe(0)
  })
})
