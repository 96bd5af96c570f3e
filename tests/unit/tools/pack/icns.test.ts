import { readFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from '../../../../tools/runtime/paths'

/** The pictures of an Apple icon: their kinds, and the width and height that each says in its PNG header. */
function picturesIn(
  icon: Buffer,
): readonly (readonly [kind: string, width: number, height: number])[] {
  const pictures: [string, number, number][] = []
  for (let at = 8; at < icon.length; at += icon.readUInt32BE(at + 4)) {
    const kind = icon.toString('latin1', at, at + 4)
    expect(icon.toString('latin1', at + 9, at + 12)).toBe('PNG')
    pictures.push([kind, icon.readUInt32BE(at + 24), icon.readUInt32BE(at + 28)])
  }
  return pictures
}

describe('the icon of documents on macOS', () => {
  it('holds a picture of the right size for every kind of screen', () => {
    const icon = readFileSync(path.join(repositoryRoot, 'assets/icons/document.icns'))
    expect(icon.toString('latin1', 0, 4)).toBe('icns')
    expect(icon.readUInt32BE(4)).toBe(icon.length)
    expect(picturesIn(icon)).toEqual([
      ['icp4', 16, 16],
      ['ic11', 32, 32],
      ['icp5', 32, 32],
      ['ic12', 64, 64],
      ['ic07', 128, 128],
      ['ic13', 256, 256],
      ['ic08', 256, 256],
      ['ic14', 512, 512],
      ['ic09', 512, 512],
      ['ic10', 1024, 1024],
    ])
  })
})
