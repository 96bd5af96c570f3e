import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { reportFolder } from '../../../../tools/edition/edition-files'

describe('source.txt', () => {
  it('is the page as it was found, byte for byte', () => {
    const bytes = readFileSync(join(reportFolder, 'source.txt'))
    expect(bytes.length).toBe(28688)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      '640ebb8d7c0d42c4e9fd63c0fe37ece898cd2281692b3ffad2a428c27e6d1b7c',
    )
  })
})
