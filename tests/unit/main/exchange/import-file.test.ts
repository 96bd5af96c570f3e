import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { importLimits } from '../../../../core/exchange/import/recognize'
import { readImportFile } from '../../../../main/exchange/import-file'
import { zipOf } from '../../core/formats/support/make-files'
import { newFolder } from '../cli/support'

const json = JSON.stringify({ type: 'AnnotationSet', items: [{ type: 'Annotation', id: '中' }] })

async function read(content: string | Uint8Array) {
  const file = path.join(newFolder(), 'x')
  writeFileSync(file, content)
  return readImportFile(file)
}

const found = { origin: 'readium', items: [{ type: 'Annotation', id: '中' }] }

describe('a file of annotations', () => {
  it.each<[string, () => string | Uint8Array | Promise<Uint8Array>]>([
    ['UTF-8', () => json],
    ['UTF-8 with its mark', () => `\u{feff}${json}`],
    ['UTF-16', () => Buffer.from(`\u{feff}${json}`, 'utf16le')],
    ['UTF-16 without a mark', () => Buffer.from(json, 'utf16le')],
    ['UTF-16, the other way round', () => Buffer.from(`\u{feff}${json}`, 'utf16le').swap16()],
    ['an archive', () => zipOf({ 'annotations.json': json, 'other.json': '{}' })],
    ['an archive of one', () => zipOf({ mimetype: 'x', 'notes.annotation': json })],
  ])('is read in %s', async (_, make) => {
    expect(await read(await make())).toEqual(found)
  })

  it.each<[string, () => string | Uint8Array | Promise<Uint8Array>, string]>([
    ['a PDF', () => '%PDF-1.7', 'pdf'],
    ['an archive of other things', () => zipOf({ 'a.json': '{}', 'b.json': '{}' }), 'archive'],
    ['a broken archive', () => 'PK\u0003\u0004 and no more', 'archive'],
    [
      'an archive that unpacks beyond all measure',
      () => zipOf({ 'annotations.json': new Uint8Array(importLimits.bytes + 1) }),
      'too-large',
    ],
    ['neither UTF-8 nor UTF-16', () => Buffer.from([0x41, 0xff, 0xfe]), 'not-text'],
  ])('that is %s is refused by its name', async (_, make, refusal) => {
    expect(await read(await make())).toBe(refusal)
  })
})
