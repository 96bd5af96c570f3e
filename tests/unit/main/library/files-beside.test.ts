import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { filesBeside } from '../../../../main/library/document-file'

const folder = mkdtempSync(path.join(tmpdir(), 'piyue-beside-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** A folder with a file in it. @param paths of pictures, by `/` */
function folderOf(...paths: readonly string[]): string {
  const made = mkdtempSync(path.join(folder, 'in-'))
  for (const one of paths) {
    mkdirSync(path.dirname(path.join(made, one)), { recursive: true })
    writeFileSync(path.join(made, one), png)
  }
  return made
}

const found = async (dir: string, document: string, name = '文.md') => [
  ...(await filesBeside(path.join(dir, name), new TextEncoder().encode(document))).keys(),
]

describe('the files beside a document', () => {
  it('are the pictures that it names, beside it and below', async () => {
    const dir = folderOf('p.png', 'a/圖 一.png', 'a/b/q.png', 'other.png')
    const document = '![](p.png) ![](a/%E5%9C%96%20%E4%B8%80.png) <img src="a/b/q.png">'
    expect((await found(dir, document)).toSorted()).toEqual(['a/b/q.png', 'a/圖 一.png', 'p.png'])
    expect(await found(dir, document, 'x.html')).toHaveLength(3)
    expect(await found(dir, document, 'x.txt')).toEqual([])
  })

  it('are named whatever ending they have, or none', async () => {
    const names = ['0', 'a.b.png', 'a.PNG', 'x.', 'x.photograph', '圖.片', 'b.png']
    const dir = folderOf(...names)
    const document = names.map((name) => `![](${name})`).join('、')
    expect((await found(dir, document)).toSorted()).toEqual(names.toSorted())
    expect(await found(dir, '![](a.b.jpg) ![](b.pn) ![](c.png)')).toEqual([])
  })

  it('are found among very many beside a long document in bounded time', async () => {
    const names = Array.from({ length: 2_000 }, (_, i) => `p-${i}.png`)
    const long = '這是一個段落，沒有圖片。\n'.repeat(100_000)
    expect(await found(folderOf(...names), `${long}![](p-7.png)`)).toEqual(['p-7.png'])
  })

  it('are all in the folder that a browser saved', async () => {
    const dir = folderOf('x_files/0', 'y_files/1')
    expect(await found(dir, '', 'x.html')).toEqual(['x_files/0'])
  })

  it('are pictures by their bytes, and of a size that is kept', async () => {
    const dir = folderOf('large.png')
    writeFileSync(path.join(dir, 'secret.png'), 'PRIVATE KEY')
    truncateSync(path.join(dir, 'large.png'), 33 * 1024 * 1024)
    expect(await found(dir, '![](secret.png) ![](large.png)')).toEqual([])
  })

  it('lie in its own folder: no link leads out of it, and nothing hidden is looked at', async () => {
    const dir = folderOf('.ssh/p.png')
    const outside = folderOf('p.png')
    symlinkSync(path.join(outside, 'p.png'), path.join(dir, 'linked.png'))
    symlinkSync(outside, path.join(dir, 'linked'))
    const document = `![](linked.png) ![](linked/p.png) ![](.ssh/p.png) ![](${outside}/p.png)`
    expect(await found(dir, document)).toEqual([])
  })

  it('are none of a document whose place is not known', async () => {
    expect([...(await filesBeside('文.md', new TextEncoder().encode('README.md')))]).toEqual([])
  })
})
