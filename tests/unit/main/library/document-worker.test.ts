import { EventEmitter } from 'node:events'
import { DocumentWorker } from '../../../../main/library/document-worker'

/** A document process that does what the test says. */
class Child extends EventEmitter {
  readonly postMessage = jest.fn()
  readonly kill = jest.fn(() => true)
}

const job = { name: 'a.md', bytes: new Uint8Array([35]), beside: new Map(), choices: {} }

const mockFork = jest.fn()
jest.mock('electron', () => ({
  utilityProcess: { fork: (...args: unknown[]) => mockFork(...args) },
}))

describe('a document process', () => {
  let child: Child
  const read = () => new DocumentWorker('/app/dist').read(job)

  beforeEach(() => {
    jest.useFakeTimers()
    child = new Child()
    mockFork.mockReset().mockReturnValue(child)
  })
  afterEach(() => jest.useRealTimers())

  it('gets one job, little memory and nothing of the environment, and ends with its answer', async () => {
    const answer = read()
    child.emit('message', { kind: 'unreadable', reason: 'encrypted' })
    expect(await answer).toBe('encrypted')
    const [entry, args, options] = mockFork.mock.calls[0] as unknown[]
    expect(entry).toBe('/app/dist/main/library/document-process.js')
    expect(args).toEqual([])
    // Electron takes V8's flags by this switch alone, and hands main's environment on for an empty one.
    expect(options).toMatchObject({
      execArgv: ['--js-flags=--max-old-space-size=1024'],
      env: { PIYUE_CHILD: '1' },
    })
    expect(child.postMessage.mock.calls).toEqual([[{ kind: 'read', ...job }]])
    expect(child.kill).toHaveBeenCalledTimes(1)
    expect(jest.getTimerCount()).toBe(0)
  })

  it('that ends without an answer, as for lack of memory, is no error of main’s', async () => {
    const answer = read()
    child.emit('error', 'FatalError', 'v8::internal::Heap', '{}')
    child.emit('exit', 133)
    expect(await answer).toBe('too-complex')
    expect(jest.getTimerCount()).toBe(0)
  })

  it('is killed when it takes a minute, and waited for no longer', async () => {
    const answer = read()
    jest.advanceTimersByTime(59_999)
    expect(child.kill).not.toHaveBeenCalled()
    jest.advanceTimersByTime(1)
    expect(await answer).toBe('too-complex')
    expect(child.kill).toHaveBeenCalled()
  })

  it('that is let go before it is launched, when Electron cannot kill it yet, is killed then', () => {
    child.kill.mockReturnValue(false)
    new DocumentWorker('/app/dist').conversion().end()
    expect(child.kill).toHaveBeenCalledTimes(1)
    child.emit('spawn')
    expect(child.kill).toHaveBeenCalledTimes(2)
  })

  it('that makes forms does one job after the other, and ends when it is let go', async () => {
    const conversion = new DocumentWorker('/app/dist').conversion()
    const block = { id: 'b', kind: 'code', text: '发' } as const
    const work = { blocks: [block], from: 'zh-Hans', to: 'zh-Hant' } as const
    const [first, second] = [conversion.convert(work), conversion.convert(work)]
    child.emit('message', { kind: 'converted', blocks: { b: { text: '發' } } })
    expect(await first).toEqual({ b: { text: '發' } })
    expect(child.kill).not.toHaveBeenCalled()
    conversion.end()
    expect(await second).toBeUndefined()
    expect(await conversion.convert(work)).toBeUndefined()
    expect(mockFork).toHaveBeenCalledTimes(1)
    expect(child.kill).toHaveBeenCalledTimes(1)
    expect(jest.getTimerCount()).toBe(0)
  })

  it('is one for each job', async () => {
    void read()
    mockFork.mockReturnValue(new Child())
    void read()
    expect(mockFork).toHaveBeenCalledTimes(2)
  })
})
