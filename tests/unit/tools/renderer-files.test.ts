import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { writeRendererFiles } from '../../../tools/build/renderer-files'

describe("the list of the page's files", () => {
  let out: string

  beforeEach(() => {
    out = mkdtempSync(path.join(os.tmpdir(), 'piyue-build-'))
  })
  afterEach(() => rmSync(out, { recursive: true, force: true }))

  it('names each file, with forward slashes, sorted', async () => {
    mkdirSync(path.join(out, 'renderer/assets'), { recursive: true })
    for (const name of ['index.html', 'assets/b.css', 'assets/a.js'])
      writeFileSync(path.join(out, 'renderer', name), '')
    await writeRendererFiles(out)
    expect(JSON.parse(readFileSync(path.join(out, 'renderer-files.json'), 'utf8'))).toEqual([
      'assets/a.js',
      'assets/b.css',
      'index.html',
    ])
  })
})
