import fs from 'node:fs'
import type { OutsideRequests } from '../../../../main/start/requests'

/** What was told and done, in its order. */
const mockDone: string[] = []
let mockEnd = (): void => {}

jest.mock('electron', () => ({
  app: {
    on: () => {},
    requestSingleInstanceLock: () => true,
    isPackaged: false,
    setAppUserModelId: () => {},
    getPreferredSystemLanguages: () => ['zh-Hant-TW'],
    commandLine: { getSwitchValue: () => '' },
    whenReady: async () => {},
    exit: (code: number) => {
      mockDone.push(`exit ${code}`)
      mockEnd()
    },
  },
  dialog: { showErrorBox: (...said: string[]) => mockDone.push(said.join(': ')) },
  Menu: { setApplicationMenu: () => {} },
}))
// Neither can be loaded.
const mockMissing = () => {
  throw new Error('no such file')
}
jest.mock('../../../../main/start-app', () => mockMissing())
jest.mock('../../../../main/cli/command-app', () => mockMissing())

import { runWithoutWindow } from '../../../../main/cli/without-window'
import { openWhenReady } from '../../../../main/open-when-ready'

/** What was done until the app ended. */
async function endOf(start: () => void): Promise<readonly string[]> {
  mockDone.length = 0
  const ended = new Promise<void>((resolve) => {
    mockEnd = resolve
  })
  start()
  await ended
  return [...mockDone]
}

describe('an app of which something is missing', () => {
  it('says so in the reader’s language, with nothing else loaded, and ends', async () => {
    expect(await endOf(() => openWhenReady([], {} as OutsideRequests))).toEqual([
      '批閱無法啟動: no such file\n\n您的筆記沒有更動。',
      'exit 1',
    ])
  })

  it('ends a command with a line and an exit code', async () => {
    const written: unknown[] = []
    const write = jest.spyOn(fs, 'writeSync').mockImplementation((_to, text) => {
      written.push(text)
      return 0
    })
    expect(await endOf(() => runWithoutWindow({ kind: 'version' }))).toEqual(['exit 1'])
    write.mockRestore()
    expect(written).toEqual(['piyue: no such file\n'])
  })
})
