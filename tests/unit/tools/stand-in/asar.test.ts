import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { extractAsar } from '../../../../tools/stand-in/boot/asar'

/** An archive as the format has it: lengths, a JSON header, and the files one after the other. */
function archiveOf(files: Record<string, string>): Buffer {
  const entries: Record<string, unknown> = {}
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    entries[name] = { size: Buffer.byteLength(text), offset: String(offset) }
    offset += Buffer.byteLength(text)
  }
  const header = Buffer.from(JSON.stringify({ files: { folder: { files: entries } } }))
  const padded = Buffer.concat([header, Buffer.alloc((4 - (header.length % 4)) % 4)])
  const lengths = Buffer.alloc(16)
  lengths.writeUInt32LE(4, 0)
  lengths.writeUInt32LE(padded.length + 8, 4)
  lengths.writeUInt32LE(padded.length + 4, 8)
  lengths.writeUInt32LE(header.length, 12)
  return Buffer.concat([lengths, padded, Buffer.from(Object.values(files).join(''))])
}

describe('unpacking an archive', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'piyue-asar-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('writes each file with its bytes', () => {
    const archive = path.join(folder, 'app.asar')
    writeFileSync(archive, archiveOf({ 'a.txt': '批閱', 'b.txt': 'two' }))
    const out = path.join(folder, 'out')
    mkdirSync(out)
    extractAsar(archive, out)
    expect(readFileSync(path.join(out, 'folder/a.txt'), 'utf8')).toBe('批閱')
    expect(readFileSync(path.join(out, 'folder/b.txt'), 'utf8')).toBe('two')
  })
})
