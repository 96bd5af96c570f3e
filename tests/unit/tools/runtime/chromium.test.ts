import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findChromium, findHeadlessChromium } from '../../../../tools/runtime/chromium'

describe('finding Chromium', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'piyue-chromium-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const put = (name: string, mode: number): string => {
    const file = path.join(folder, name)
    writeFileSync(file, '')
    chmodSync(file, mode)
    return file
  }

  it('takes the plainest name on the search path', () => {
    put('google-chrome', 0o755)
    const plain = put('chromium', 0o755)
    expect(findChromium({ PATH: `/nowhere:${folder}` })).toBe(plain)
  })

  it('draws the pages of tests with the one that has no windows, where it is there', () => {
    const plain = put('chromium', 0o755)
    expect(findHeadlessChromium({ PATH: folder })).toBe(plain)
    const withoutWindows = put('chromium-headless-shell', 0o755)
    expect(findHeadlessChromium({ PATH: folder })).toBe(withoutWindows)
    expect(findChromium({ PATH: folder })).toBe(plain)
  })

  it('takes what PIYUE_CHROMIUM names, and says so if it cannot be run', () => {
    const file = put('mine', 0o755)
    expect(findChromium({ PIYUE_CHROMIUM: file })).toBe(file)
    expect(() => findChromium({ PIYUE_CHROMIUM: '/nowhere/chromium' })).toThrow(
      'PIYUE_CHROMIUM=/nowhere/chromium is not an executable file',
    )
  })
})
