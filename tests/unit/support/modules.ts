import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** What a source file takes in when it runs: types are gone by then. */
const taken = /^(?:import|export)\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/gmu

/**
 * All modules that an entry takes in, ours by path, others by name, each with what takes it in.
 *
 * @param when whether what is loaded late counts
 */
export function modulesOf(entry: string, when: 'at once' | 'ever'): ReadonlyMap<string, string> {
  const from = new Map([[entry, '']])
  for (const file of from.keys()) {
    if (!path.isAbsolute(file)) continue
    const source = readFileSync(file, 'utf8')
    for (const [statement, statically, lazily] of source.matchAll(taken)) {
      if (isOfTypes(statement)) continue
      const name = statically ?? (when === 'ever' ? lazily : undefined)
      if (name === undefined) continue
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
