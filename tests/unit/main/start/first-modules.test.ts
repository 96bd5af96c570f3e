import path from 'node:path'
import { modulesOf } from '../../support/modules'

const folder = path.join(__dirname, '../../../../main')
const ours = (file: string) => path.join(folder, file)

describe('what main loads before the app is ready', () => {
  const modules = modulesOf(ours('main.ts'), 'at once')

  it('is what must be done by then', () => {
    expect(modules.has('electron')).toBe(true)
    expect(modules.has(ours('window/guards.ts'))).toBe(true)
    expect(modules.has(ours('start/requests.ts'))).toBe(true)
  })

  it('is no schema, nothing that is said, and neither the window nor the app', () => {
    const late = ['zod', ours('../core/messages/en.ts'), ours('start-app.ts'), ours('app.ts')]
    expect(late.filter((name) => modules.has(name))).toEqual([])
  })
})

describe('what main loads before the window is opened', () => {
  const modules = modulesOf(ours('start-app.ts'), 'at once')

  it('is the window, what it is made with, and what checks the calls of its page', () => {
    const wanted = ['window/reader-window.ts', 'store/settings-store.ts', 'ipc.ts']
    expect(wanted.filter((file) => !modules.has(ours(file)))).toEqual([])
  })

  it('is nothing of the app behind it', () => {
    const late = ['app.ts', 'library/library.ts', 'workspace.ts', 'calls.ts']
    expect(late.filter((file) => modules.has(ours(file)))).toEqual([])
  })
})

describe('what main loads for the app', () => {
  const modules = modulesOf(ours('app.ts'), 'at once')
  const foreign = ['jszip', 'linkedom', 'parse5', 'marked', 'mustache', 'turndown', 'docx']

  it('is what a window needs', () => {
    expect(modules.has(ours('workspace.ts'))).toBe(true)
  })

  it('is no dictionary of conversion', () => {
    expect([...modules.keys()].filter((name) => /opencc|conversion\.ts$/u.test(name))).toEqual([])
  })

  it('is nothing that reads or writes files of other programs, nor a command', () => {
    expect(foreign.filter((name) => modules.has(name))).toEqual([])
    expect(modules.has(ours('cli/run.ts'))).toBe(false)
  })

  it('is loaded late where it is wanted', () => {
    const ever = modulesOf(ours('main.ts'), 'ever')
    const wanted = ['jszip', 'linkedom', 'parse5', 'marked', 'docx', ours('cli/run.ts')]
    expect(wanted.filter((name) => !ever.has(name))).toEqual([])
  })
})
