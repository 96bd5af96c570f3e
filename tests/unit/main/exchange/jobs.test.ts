import { EventEmitter } from 'node:events'
import type { Job } from '../../../../core/app/job'
import type { ExportJob } from '../../../../main/exchange/export-content'
import { ExportWorker } from '../../../../main/exchange/export-worker'
import { type JobContext, Jobs } from '../../../../main/exchange/jobs'

const mockFork = jest.fn()
jest.mock('electron', () => ({
  utilityProcess: { fork: (...args: unknown[]) => mockFork(...args) },
}))

/** Work that ends when the test says so. */
function begin(jobs: Jobs) {
  let context: JobContext | undefined
  let end: (result: string) => void = () => undefined
  const outcome = jobs.run('import', (given) => {
    context = given
    return new Promise<string>((resolve, reject) => {
      end = resolve
      given.signal.addEventListener('abort', () => reject(given.signal.reason as Error))
    })
  })
  return {
    outcome,
    end: (result: string) => end(result),
    progress: (n: number) => context?.progress(n),
  }
}

describe('a job', () => {
  const reports: (Job | null)[] = []
  const jobs = new Jobs((job) => reports.push(job))

  beforeEach(() => {
    jest.useFakeTimers()
    reports.length = 0
  })
  afterEach(() => jest.useRealTimers())

  it('that is done before one would ask is not told of', async () => {
    const { outcome, end, progress } = begin(jobs)
    progress(0.5)
    jest.advanceTimersByTime(499)
    end('done')
    expect(await outcome).toBe('done')
    expect(reports).toEqual([])
    expect(jest.getTimerCount()).toBe(0)
  })

  it('that lasts is told of: how far it is now and then, and that it is over', async () => {
    const { outcome, end, progress } = begin(jobs)
    progress(0.1)
    jest.advanceTimersByTime(500)
    progress(0.2)
    jest.advanceTimersByTime(200)
    progress(0.3)
    end('done')
    expect(await outcome).toBe('done')
    expect(reports.map((job) => job && { kind: job.kind, share: job.share })).toEqual([
      { kind: 'import', share: 0.1 },
      { kind: 'import', share: 0.3 },
      null,
    ])
  })

  it('is stopped when the reader asks for it, and only that one', async () => {
    const first = begin(jobs)
    const second = begin(jobs)
    jest.advanceTimersByTime(500)
    jobs.cancel(reports[0]?.id ?? '')
    expect(await first.outcome).toBe('cancelled')
    second.end('done')
    expect(await second.outcome).toBe('done')
    jobs.cancel(reports[0]?.id ?? '')
  })

  it('that lasts is told of again when one that was begun after it is over', async () => {
    const first = begin(jobs)
    const second = begin(jobs)
    first.progress(0.1)
    second.progress(0.5)
    jest.advanceTimersByTime(500)
    first.progress(0.2)
    jest.advanceTimersByTime(200)
    first.progress(0.3)
    second.end('done')
    await second.outcome
    first.end('done')
    await first.outcome
    expect(reports.map((job) => job?.share)).toEqual([0.1, 0.5, 0.3, undefined])
  })

  it('that was begun last stays told of when another is over', async () => {
    const first = begin(jobs)
    const second = begin(jobs)
    jest.advanceTimersByTime(500)
    const [, last] = reports
    first.end('done')
    await first.outcome
    expect(reports.at(-1)).toBe(last)
    second.end('done')
    await second.outcome
    expect(reports.at(-1)).toBeNull()
  })

  it('that fails says why', async () => {
    await expect(jobs.run('export', () => Promise.reject(new Error('full')))).rejects.toThrow(
      'full',
    )
  })
})

describe('an export process', () => {
  class Child extends EventEmitter {
    readonly postMessage = jest.fn()
    readonly kill = jest.fn(() => true)
  }
  const job = { language: 'en' } as ExportJob
  let child: Child
  beforeEach(() => {
    child = new Child()
    mockFork.mockReset().mockReturnValue(child)
  })

  it('gets one job and ends with its answer', async () => {
    const answer = new ExportWorker('/app/dist').make(job, new AbortController().signal)
    child.emit('message', { kind: 'nothing-to-export' })
    expect(await answer).toEqual({ kind: 'nothing-to-export' })
    expect(mockFork.mock.calls[0]?.[0]).toBe('/app/dist/main/exchange/export-process.js')
    expect(child.postMessage.mock.calls).toEqual([[job]])
    expect(child.kill).toHaveBeenCalledTimes(1)
  })

  it('is killed when the job is stopped', async () => {
    const controller = new AbortController()
    const answer = new ExportWorker('/app/dist').make(job, controller.signal)
    controller.abort()
    await expect(answer).rejects.toBe(controller.signal.reason)
    expect(child.kill).toHaveBeenCalledTimes(1)
  })

  it('is not even begun where the job was stopped before', async () => {
    const signal = AbortSignal.abort()
    const answer = new ExportWorker('/app/dist').make(job, signal)
    await expect(answer).rejects.toBe(signal.reason)
    expect(mockFork).not.toHaveBeenCalled()
  })

  it('that ends without an answer, as for lack of memory, is told of', async () => {
    const answer = new ExportWorker('/app/dist').make(job, new AbortController().signal)
    child.emit('error', 'FatalError', 'v8::internal::Heap', '{}')
    child.emit('exit', 133)
    await expect(answer).rejects.toThrow('133')
  })
})
