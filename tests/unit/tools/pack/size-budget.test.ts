import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const { checkSize } = require('../../../../tools/pack/size-budget.cjs') as {
  checkSize: (resources: string) => void
}

it('what is packed beside Electron has a budget, which counts every file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'piyue-test-'))
  const print = jest.spyOn(console, 'log').mockImplementation()
  const file = (name: string, bytes: number) => {
    writeFileSync(path.join(folder, name), '')
    truncateSync(path.join(folder, name), bytes)
  }
  mkdirSync(path.join(folder, 'zh_TW.lproj'))
  file('app.asar', 19e6)
  file('LICENSE.txt', 1e6)
  checkSize(folder)
  expect(print).toHaveBeenCalledWith('Everything but Electron: 20.0 MB of 20.')
  file('LICENSE.txt', 1e6 + 1)
  expect(() => checkSize(folder)).toThrow('20.0 MB of 20.')
  print.mockRestore()
  rmSync(folder, { recursive: true })
})
