import path from 'node:path'
import { modulesOf } from '../support/modules'

const root = path.join(__dirname, '../../..')

describe('what the page takes in', () => {
  const modules = modulesOf(path.join(root, 'renderer/main.tsx'), 'ever')

  it('is all of the page and what it needs of core', () => {
    expect(modules.has(path.join(root, 'renderer/notes/note-card.tsx'))).toBe(true)
    expect(modules.has(path.join(root, 'core/annotation/resolve.ts'))).toBe(true)
    expect(modules.has('dompurify')).toBe(true)
  })

  it('is nothing that reads foreign documents', () => {
    const readers = ['mammoth', 'parse5', 'linkedom', '@mozilla/readability', 'jszip']
    expect(readers.filter((name) => modules.has(name))).toEqual([])
  })

  it('is no schema: what comes from main has been checked there', () => {
    expect(modules.has('zod')).toBe(false)
  })
})
