import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(__dirname, '../..')

const sourcesIn = (folder: string) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name) && !name.endsWith('.d.ts'))
    .map((name) => path.join(root, folder, name))

const product = ['core', 'main', 'renderer', 'tools'].flatMap(sourcesIn)
const all = [...product, ...sourcesIn('tests')]
const texts = new Map(all.map((file) => [file, readFileSync(file, 'utf8')]))

/** What a file exports by name; a file that writes another has the exports of that in a template. */
function exportsOf(file: string): readonly string[] {
  const text = (texts.get(file) ?? '').replaceAll(/`[^`]*`/gu, '')
  const declared =
    /^export (?:(?:abstract|async|declare) )*(?:const|let|function\*?|class|interface|type|enum) (\w+)/gmu
  return [...text.matchAll(declared)].map(([, name = '']) => name)
}

/** The file that an import leads to, of those that are ours. */
const targetOf = (file: string, specifier: string) =>
  ['.ts', '.tsx', '']
    .map((ending) => path.join(path.dirname(file), specifier + ending))
    .find((target) => texts.has(target) && existsSync(target))

/** What is named between braces, by the names that it is exported under. */
const namesIn = (braced: string) =>
  braced.split(',').map(
    (name) =>
      name
        .trim()
        .replace(/^type /u, '')
        .split(/ as |:/u)[0] ?? '',
  )

/** How names are taken from a file: by name as it is loaded, and by name from it when it is loaded later. */
const byName = [
  /(?:import|export)\s[^'"()]*?\{(?<names>[^}]*)\}\s*from\s+'(?<from>\.[^']+)'/gu,
  /\{(?<names>[^{}]*)\}\s*=\s*await import\(\s*'(?<from>\.[^']+)',?\s*\)/gu,
  /\(await import\(\s*'(?<from>\.[^']+)',?\s*\)\)\.(?<names>\w+)/gu,
]
/** How all of a file is taken, whatever of it is then used. */
const whole =
  /(?:import|export)\s+(?:type\s+)?\*[^'"()]*from\s+'(?<from>\.[^']+)'|(?:import|requireActual)\S*\(\s*'(?<called>\.[^']+)'/gu

/** What is taken from a file, as `file#name`; `file#*` where it is all of it. */
function importsOf(file: string): readonly string[] {
  const text = texts.get(file) ?? ''
  const named = byName.flatMap((way) =>
    Array.from(text.matchAll(way), ({ groups: { names = '', from = '' } = {} }) =>
      namesIn(names).map((name) => `${targetOf(file, from)}#${name}`),
    ),
  )
  const rest = byName.reduce((left, way) => left.replaceAll(way, ''), text)
  const all = Array.from(
    rest.matchAll(whole),
    ({ groups: { from, called } = {} }) => `${targetOf(file, from ?? called ?? '')}#*`,
  )
  return [...named.flat(), ...all]
}

describe('what a file exports', () => {
  it('is imported by another, or by its tests', () => {
    const taken = new Set(all.flatMap(importsOf))
    const exported = product.flatMap((file) => exportsOf(file).map((name) => ({ file, name })))
    expect(exported.length).toBeGreaterThan(1000)
    const idle = exported.filter(
      ({ file, name }) => !taken.has(`${file}#${name}`) && !taken.has(`${file}#*`),
    )
    expect(idle.map(({ file, name }) => `${path.relative(root, file)}: ${name}`)).toEqual([])
  })
})
