import { EventEmitter } from 'node:events'
import { partsOf } from '../../../../main/exchange/import-file'
import { ImportWorker } from '../../../../main/exchange/import-worker'

const mockFork = jest.fn()
jest.mock('electron', () => ({
  utilityProcess: { fork: (...args: readonly unknown[]): unknown => mockFork(...args) },
}))

class Child extends EventEmitter {
  readonly postMessage = jest.fn()
  readonly kill = jest.fn(() => true)
}

describe('an import process', () => {
  let child: Child
  const read = (signal = new AbortController().signal) =>
    new ImportWorker('/app/dist').read('/notes.json', signal)
  beforeEach(() => {
    child = new Child()
    mockFork.mockReset().mockReturnValue(child)
  })

  it('gets one file and ends with what it holds, which comes in parts', async () => {
    const items = Array.from({ length: 1_201 }, (_, i) => ({ id: i }))
    const answer = read()
    const parts = partsOf({ origin: 'w3c', items })
    expect(parts.length).toBe(3)
    for (const part of parts) child.emit('message', part)
    expect(await answer).toEqual({ origin: 'w3c', items })
    expect(mockFork.mock.calls[0]?.[0]).toBe('/app/dist/main/exchange/import-process.js')
    expect(child.postMessage.mock.calls).toEqual([['/notes.json']])
    expect(child.kill).toHaveBeenCalledTimes(1)
  })

  it('says why a file is refused, and so does its end without a word', async () => {
    const refused = read()
    child.emit('message', 'pdf')
    expect(await refused).toBe('pdf')
    const ended = read()
    child.emit('exit', 133)
    expect(await ended).toBe('too-complex')
  })

  it('is killed when the reader has it stopped', async () => {
    const controller = new AbortController()
    const answer = read(controller.signal)
    controller.abort()
    await expect(answer).rejects.toBe(controller.signal.reason)
    expect(child.kill).toHaveBeenCalledTimes(1)
  })

  it('is not even begun where it was stopped before', async () => {
    const signal = AbortSignal.abort()
    await expect(read(signal)).rejects.toBe(signal.reason)
    expect(mockFork).not.toHaveBeenCalled()
  })
})
