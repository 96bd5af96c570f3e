import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(__dirname, '../..')

/** What a module is made with when it runs; what it knows as types alone is nothing to it then. */
const imported = /(?:^|\n)(?:import|export)(?! type\b)[^'"]*?from '([^']+)'|\bimport\('([^']+)'\)/gu

/** The packages that a program comes to load, by whatever way. */
function packagesOf(entry: string): ReadonlySet<string> {
  const packages = new Set<string>()
  const seen = new Set<string>()
  const follow = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const [, from, dynamic] of readFileSync(file, 'utf8').matchAll(imported)) {
      const name = from ?? dynamic ?? ''
      if (!name.startsWith('.')) packages.add(name)
      else {
        const target = path.resolve(path.dirname(file), name)
        const module = [`${target}.ts`, `${target}.tsx`, target].find((one) => existsSync(one))
        if (module !== undefined && /\.tsx?$/u.test(module)) follow(module)
      }
    }
  }
  follow(path.join(root, entry))
  return packages
}

describe('the dictionaries of conversion', () => {
  it.each([
    'main/main.ts',
    'main/preload.ts',
    'main/exchange/export-process.ts',
    'renderer/main.tsx',
  ])('are never loaded by %s', (entry) => {
    const packages = packagesOf(entry)
    expect(packages.size).toBeGreaterThan(0)
    expect([...packages].filter((name) => name.startsWith('opencc'))).toEqual([])
  })

  it('are loaded by the process that reads and converts documents, and explains what it converted', () => {
    expect(packagesOf('main/library/document-process.ts')).toContain('opencc-js')
  })
})
