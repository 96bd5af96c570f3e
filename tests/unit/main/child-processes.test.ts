import { EventEmitter } from 'node:events'

jest.mock('electron', () => ({}))

import { childEnvironment } from '../../../main/start/child-process'

const mockWork = jest.fn()
jest.mock('../../../main/library/document-job', () => ({ runDocumentJob: () => mockWork() }))
jest.mock('../../../main/exchange/export-content', () => ({ runExportJob: () => mockWork() }))
jest.mock('../../../main/exchange/import-file', () => ({
  readImportFile: () => mockWork(),
  partsOf: (read: unknown) => [read],
}))

/** What stands for the port to main. */
class Port extends EventEmitter {
  readonly postMessage = jest.fn()
}

const entries = [
  'main/library/document-process',
  'main/exchange/export-process',
  'main/exchange/import-process',
]

describe('the environment of a process beside main', () => {
  const own = { SystemRoot: String.raw`C:\Windows`, TEMP: String.raw`C:\Temp`, SECRET: 'x' }

  it('has nothing of main’s', () => {
    expect(childEnvironment('linux', own)).toEqual({ PIYUE_CHILD: '1' })
    expect(childEnvironment('darwin', own)).toEqual({ PIYUE_CHILD: '1' })
  })

  it('has on Windows what Windows’ libraries need, without which no process is sure to start', () => {
    const { SystemRoot, TEMP } = own
    expect(childEnvironment('win32', own)).toEqual({ PIYUE_CHILD: '1', SystemRoot, TEMP })
  })
})

describe('a process beside main', () => {
  let port: Port
  let exit: jest.SpyInstance
  beforeEach(() => {
    port = new Port()
    Object.defineProperty(process, 'parentPort', { value: port, configurable: true })
    exit = jest.spyOn(process, 'exit').mockImplementation((() => undefined) as never)
  })
  afterEach(() => {
    Reflect.deleteProperty(process, 'parentPort')
    exit.mockRestore()
  })

  const give = async (entry: string) => {
    jest.resetModules()
    await import(`../../../${entry}`)
    port.emit('message', { data: 'some work' })
  }

  it.each(entries)('%s answers with what it made', async (entry) => {
    mockWork.mockResolvedValue('made')
    const answered = new Promise((resolve) => port.postMessage.mockImplementation(resolve))
    await give(entry)
    expect(await answered).toBe('made')
    expect(exit).not.toHaveBeenCalled()
  })

  it.each(entries)(
    '%s ends where that fails, for main waits for one or the other',
    async (entry) => {
      mockWork.mockRejectedValue(new Error('not foreseen'))
      const ended = new Promise((resolve) => exit.mockImplementation(resolve as never))
      await give(entry)
      expect(await ended).toBe(1)
      expect(port.postMessage).not.toHaveBeenCalled()
    },
  )
})
