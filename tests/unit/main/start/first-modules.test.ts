import path from 'node:path'
import { modulesOf } from '../../support/modules'

const main = path.join(__dirname, '../../../../main/main.ts')

describe('what main loads before it does anything', () => {
  const modules = modulesOf(main, 'at once')

  it('is what a window needs', () => {
    expect(modules.has(path.join(path.dirname(main), 'workspace.ts'))).toBe(true)
    expect(modules.has('electron')).toBe(true)
  })

  it('is nothing that reads or writes files of other programs, nor a command', () => {
    const late = ['jszip', 'linkedom', 'parse5', 'marked', 'mustache', 'turndown', 'docx']
    expect(late.filter((name) => modules.has(name))).toEqual([])
    expect(modules.has(path.join(path.dirname(main), 'cli/run.ts'))).toBe(false)
  })

  it('is loaded late where it is wanted', () => {
    const ever = modulesOf(main, 'ever')
    expect(
      ['jszip', 'linkedom', 'parse5', 'marked', 'docx'].filter((name) => !ever.has(name)),
    ).toEqual([])
  })
})
