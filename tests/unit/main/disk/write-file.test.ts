import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { nodeFileSystem } from '../../../../main/disk/node-file-system'
import { replaceFile, sweepUnfinished, writeWholeFile } from '../../../../main/disk/write-file'
import { newFolder } from '../cli/support'

afterEach(() => jest.restoreAllMocks())

/** A folder that cannot be flushed, for the system says so. */
function folderThatRefuses(code: string): string {
  jest
    .spyOn(nodeFileSystem, 'syncFolder')
    .mockRejectedValue(Object.assign(new Error(`${code}: the folder`), { code }))
  return newFolder()
}

describe('a file of the reader’s choosing', () => {
  it('is written where its folder may be written and not read, and so cannot be flushed', async () => {
    const folder = folderThatRefuses('EACCES')
    await writeWholeFile(path.join(folder, 'notes.md'), '筆記')
    expect(readFileSync(path.join(folder, 'notes.md'), 'utf8')).toBe('筆記')
    expect(readdirSync(folder)).toEqual(['notes.md'])
  })

  it.each([
    ['注', 84],
    ['𠀀', 60],
  ])('may have as long a name as the system takes: %s, %i times', async (character, times) => {
    const file = path.join(newFolder(), `${character.repeat(times)}.md`)
    await writeWholeFile(file, '筆記')
    expect(readFileSync(file, 'utf8')).toBe('筆記')
    expect(readdirSync(path.dirname(file))).toEqual([path.basename(file)])
  })

  it('is not said to be written where the flush of its folder fails', async () => {
    const folder = folderThatRefuses('EIO')
    await expect(writeWholeFile(path.join(folder, 'notes.md'), '筆記')).rejects.toThrow('EIO')
  })
})

describe('what writers that were killed left behind', () => {
  it('is swept from a folder and those within, and nothing else, nor what may be on its way', async () => {
    const folder = newFolder()
    mkdirSync(path.join(folder, 'a', 'resources'), { recursive: true })
    const left = ['a/.piyue-0123456789ab.tmp', 'a/resources/0.0123456789ab.tmp']
    const others = ['a/source.tmp', 'a/annotations.json.tmp', 'a/0123456789ab', 'a/entry.json']
    for (const name of [...left, ...others]) writeFileSync(path.join(folder, name), 'x')
    const there = () => [...left, ...others].filter((name) => existsSync(path.join(folder, name)))
    await sweepUnfinished(folder)
    expect(there()).toEqual([...left, ...others])
    await sweepUnfinished(folder, Date.now() + 25 * 60 * 60 * 1000)
    expect(there()).toEqual(others)
    await sweepUnfinished(path.join(folder, 'gone'))
  })
})

describe('a file of the store', () => {
  it.each(['EACCES', 'EIO'])(
    'is not said to be written where its folder cannot be flushed: %s',
    async (code) => {
      const folder = folderThatRefuses(code)
      const file = path.join(folder, 'annotations.json')
      await expect(replaceFile(nodeFileSystem, file, ['{}'])).rejects.toThrow(code)
    },
  )
})
