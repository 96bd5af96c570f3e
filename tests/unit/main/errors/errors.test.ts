import { EventEmitter } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type ErrorReport, reportOf } from '../../../../core/app/error-report'
import { ErrorLog } from '../../../../main/errors/error-log'
import { recoverPage, watchForHangs } from '../../../../main/errors/page-recovery'
import { outliveReaders } from '../../../../main/errors/standard-streams'
import { damFlood } from '../../../../main/errors/watch'

const at = '2026-01-02T12:00:00.000Z'
const report = (message: string): ErrorReport => reportOf(new Error(message), 'main', at)

describe('a flood of errors', () => {
  it('is cut off, counted, and told of when it is over', () => {
    const handed: string[] = []
    let now = 0
    const dam = { most: 3, within: 1000, now: () => now }
    const take = damFlood(({ message }) => handed.push(message), dam)
    const one = report('error')
    for (let i = 0; i < 8993; i++) take({ ...one, message: `error ${i}` })
    expect(handed).toEqual(['error 0', 'error 1', 'error 2'])
    now = 1000
    take(report('later'))
    expect(handed.slice(3)).toEqual(['8990 more errors were not reported', 'later'])
  })
})

describe('an error where nobody reads the output any more', () => {
  it('is no error of its own', () => {
    const stream = new EventEmitter() as unknown as NodeJS.WritableStream
    outliveReaders([stream])
    expect(stream.emit('error', new Error('EPIPE'))).toBe(true)
  })

  it('is logged once', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'piyue-test-'))
    const write = jest.spyOn(process.stderr, 'write').mockImplementation(() => {
      throw Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })
    })
    try {
      await new ErrorLog(folder, '1.2.3').write(report('it happened'))
    } finally {
      write.mockRestore()
    }
    const log = readFileSync(path.join(folder, 'errors.log'), 'utf8')
    expect(log.match(/it happened/gu)).toHaveLength(1)
    rmSync(folder, { recursive: true })
  })
})

describe('a page whose process ends', () => {
  /** What is done each time that it ends. @param isWanted whether the reader wants it once more */
  function recovered(isWanted: boolean) {
    const done: string[] = []
    const contents = Object.assign(new EventEmitter(), {
      reload: () => done.push('reload'),
      isDestroyed: () => false,
    })
    recoverPage(contents as unknown as Electron.WebContents, {
      onGone: (reason) => done.push(reason),
      ask: async () => done.push('ask') > 0 && isWanted,
      giveUp: () => done.push('give up'),
    })
    return async (reason: string, times = 1) => {
      done.length = 0
      for (let i = 0; i < times; i++) contents.emit('render-process-gone', {}, { reason })
      await Promise.resolve()
      return done.filter((what) => what !== reason)
    }
  }

  it('is shown again three times a minute by itself, then as the reader says', async () => {
    const now = jest.spyOn(Date, 'now').mockReturnValue(0)
    try {
      const ends = recovered(true)
      const thrice = ['reload', 'reload', 'reload']
      expect(await ends('oom', 4)).toEqual([...thrice, 'ask', 'reload'])
      // The reader wanted it once more: the count begins anew.
      expect(await ends('oom', 4)).toEqual([...thrice, 'ask', 'reload'])
      expect(await ends('oom', 3)).toEqual(thrice)
      now.mockReturnValue(60_000)
      expect(await ends('oom')).toEqual(['reload'])
    } finally {
      now.mockRestore()
    }
  })

  it('is given up where the reader wants no more of it, and left alone where it ended well', async () => {
    const ends = recovered(false)
    expect(await ends('clean-exit')).toEqual([])
    expect(await ends('oom', 4)).toEqual(['reload', 'reload', 'reload', 'ask', 'give up'])
  })
})

describe('a page that does not answer', () => {
  it('is ended where the reader has waited enough, who is asked one question at a time', async () => {
    const end = jest.fn()
    const window = Object.assign(new EventEmitter(), {
      isDestroyed: () => false,
      webContents: { forcefullyCrashRenderer: end },
    })
    const answers: ((isEnded: boolean) => void)[] = []
    const ask = () => new Promise<boolean>((resolve) => answers.push(resolve))
    watchForHangs(window as unknown as Electron.BrowserWindow, ask)
    window.emit('unresponsive')
    window.emit('unresponsive')
    expect(answers).toHaveLength(1)
    answers[0]?.(false)
    await Promise.resolve()
    expect(end).not.toHaveBeenCalled()
    window.emit('unresponsive')
    expect(answers).toHaveLength(2)
    answers[1]?.(true)
    await Promise.resolve()
    expect(end).toHaveBeenCalledTimes(1)
  })
})
