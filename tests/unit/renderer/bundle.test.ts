import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(__dirname, '../../..')

/** What a source file takes in when it runs: types are gone by then. */
const taken = /^(?:import|export)\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/gmu

/** All modules that run when the page's entry does, ours by path, others by name. */
function reached(entry: string): ReadonlyMap<string, string> {
  const from = new Map([[entry, '']])
  for (const file of from.keys()) {
    if (!path.isAbsolute(file)) continue
    const source = readFileSync(file, 'utf8')
    for (const [statement, statically, lazily] of source.matchAll(taken)) {
      if (isOfTypes(statement)) continue
      const name = statically ?? lazily ?? ''
      const module = name.startsWith('.') ? fileOf(path.resolve(path.dirname(file), name)) : name
      if (module !== undefined && !from.has(module)) from.set(module, file)
    }
  }
  return from
}

/** Whether all that a statement names is a type. */
function isOfTypes(statement: string): boolean {
  const names = /\{([^}]*)\}/u
    .exec(statement)?.[1]
    ?.split(',')
    .map((name) => name.trim())
  const isAlone = /^(?:import|export)\s*\{/u.test(statement)
  return (
    isAlone && names !== undefined && names.every((name) => name === '' || name.startsWith('type '))
  )
}

const fileOf = (stem: string): string | undefined =>
  ['.ts', '.tsx'].map((ending) => `${stem}${ending}`).find((file) => existsSync(file))

describe('what the page takes in', () => {
  const modules = reached(path.join(root, 'renderer/main.tsx'))

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
