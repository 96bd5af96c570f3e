import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'

interface Layer {
  readonly uses: readonly string[]
  readonly rooms?: readonly (string | readonly string[])[]
}

const { layers, narrower } = require('../../tools/lint/layers.cjs') as {
  layers: Readonly<Record<string, Layer>>
  narrower: Readonly<Record<string, readonly string[]>>
}

const root = path.join(__dirname, '../..')

const ordered = Object.keys(layers).filter((layer) => layers[layer]?.rooms)

/** The levels of a layer's rooms from the ground up, as folders. */
const levelsOf = (layer: string): readonly (readonly string[])[] =>
  (layers[layer]?.rooms ?? []).map((level) =>
    [level].flat().map((room) => path.posix.join(layer, room)),
  )

/** A file of one line, which the linter is shown. */
interface Probe {
  readonly folder: string
  readonly line: string
}

const taking = (folder: string, specifier: string): Probe => ({
  folder,
  line: `import '${specifier}'`,
})

/** An import from one folder of something in another. */
function arrow(from: string, to: string): Probe {
  const way = path.posix.relative(from, `${to}/file`)
  return taking(from, way.startsWith('.') ? way : `./${way}`)
}

/** What the linter, set up as it is here, says of probes by the rules of this house. */
function lint(probes: readonly Probe[]): ReadonlyMap<Probe, string> {
  const house = mkdtempSync(path.join(os.tmpdir(), 'piyue-arrows-'))
  for (const part of ['.oxlintrc.json', 'tools/lint']) {
    cpSync(path.join(root, part), path.join(house, part), { recursive: true })
  }
  const files = new Map(
    probes.map((probe, at) => [path.posix.join(probe.folder, `probe-${at}.ts`), probe]),
  )
  for (const [file, { line }] of files) {
    mkdirSync(path.join(house, path.dirname(file)), { recursive: true })
    writeFileSync(path.join(house, file), `${line}\n`)
  }
  const linter = path.join(root, 'node_modules/oxlint/bin/oxlint')
  const { stdout } = spawnSync(process.execPath, [linter, '--format', 'json'], {
    cwd: house,
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
  })
  rmSync(house, { recursive: true })
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { filename: string; code: string; message: string }[]
  }
  return new Map(
    diagnostics.flatMap(({ filename, code, message }) => {
      const probe = files.get(filename.replaceAll(path.sep, '/'))
      return probe && /arrows|no-restricted-globals/u.test(code) ? [[probe, message] as const] : []
    }),
  )
}

/** Every form in which a module is taken in. */
const forms: readonly Probe[] = [
  ...[
    "import { file } from '../exchange/file'",
    "import '../exchange/file'",
    "import type { File } from '../exchange/file'",
    "import { type File } from '../exchange/file'",
    "import file = require('../exchange/file')",
    "export { file } from '../exchange/file'",
    "export type { File } from '../exchange/file'",
    "export * from '../exchange/file'",
    "export * as file from '../exchange/file'",
    "export const file = () => import('../exchange/file')",
    'export const file = () => import(`../exchange/file`)',
    "export type File = import('../exchange/file').File",
    "export type File = typeof import('../exchange/file')",
    "export const file = new URL('../exchange/file.ts', import.meta.url)",
    "export const file = new Worker(new URL('../exchange/file.ts', import.meta.url))",
    "export const file = import.meta.resolve('../exchange/file')",
    "jest.mock('../exchange/file')",
  ].map((line) => ({ folder: 'core/text', line })),
  ...["require('../cli/run')", "require.resolve('../cli/run')"].map((call) => ({
    folder: 'main/disk',
    line: `export const file = ${call}`,
  })),
]

/** From each room to each that stands higher or on its own level. */
const upward = ordered.flatMap((layer) =>
  levelsOf(layer).flatMap((level, at, levels) => {
    const above = levels.slice(at + 1).flat()
    return level.flatMap((from) =>
      [...level.filter((room) => room !== from), ...above].map((to) => arrow(from, to)),
    )
  }),
)

/** From each room to each below, and some more that are as they should be. */
const downward: readonly Probe[] = [
  ...ordered.flatMap((layer) =>
    levelsOf(layer).flatMap((level, at, levels) => {
      const below = levels.slice(0, at).flat()
      return level.flatMap((from) => (narrower[from] ?? below).map((to) => arrow(from, to)))
    }),
  ),
  taking('core/exchange/export', '../copy'),
  taking('core/exchange', './export/markdown'),
  taking('core/text', 'zod'),
  taking('main/cli', '../../core/contract/contract'),
  taking('main/cli', 'node:path'),
  taking('main/cli', 'electron'),
  taking('main/store/durable', './journal'),
  taking('main/store/durable', 'lowdb'),
  taking('renderer/notes', '../../core/contract/contract'),
  taking('renderer/notes', 'preact/hooks'),
  taking('tools/crash', '../../main/store/annotation-store'),
  taking('tools/test', '../../tests/component/support/surroundings'),
  taking('tests/component/page', '../../../renderer/app/show-app'),
  taking('tests/unit', '../../tools/crash/random'),
  taking('tests/support', '../../node_modules/fast-check/lib/cjs/fast-check'),
  { folder: 'core/exchange', line: 'export const load = () => import(`../text/range`)' },
  { folder: 'tests/unit', line: 'export const load = (name: string) => import(`../../${name}`)' },
]

/** What a layer does not stand on, and what else is not for a room. */
const outward: readonly Probe[] = [
  ...['main', 'renderer', 'tools', 'tests', 'assets'].map((to) => arrow('core/text', to)),
  arrow('core/messages/notes', 'main/disk'),
  ...['node:fs', 'node:fs/promises', 'node:sqlite', 'fs', 'path', 'os', 'crypto'].map((module) =>
    taking('core/text', module),
  ),
  ...['electron', 'electron/main', 'lowdb', 'lowdb/node'].flatMap((module) => [
    taking('core/text', module),
    taking('renderer/ui', module),
  ]),
  ...['preact', 'preact/hooks', '@preact/signals'].map((module) => taking('core/text', module)),
  taking('core/text', '../../node_modules/electron'),
  ...['renderer', 'tools', 'tests'].flatMap((to) => [arrow('main', to), arrow('main/cli', to)]),
  ...['main', 'tools', 'tests', 'assets/report'].flatMap((to) => [
    arrow('renderer', to),
    arrow('renderer/ui', to),
  ]),
  ...['node:path', 'path'].map((module) => taking('renderer/ui', module)),
  ...['main/store', 'main/errors', 'core/annotation', 'core/app'].map((to) =>
    arrow('main/store/durable', to),
  ),
  ...['core/app', 'core/text'].map((to) => arrow('main/disk', to)),
  ...['renderer', 'tests/support', 'tools/test'].map((to) => arrow('tools/build', to)),
  ...['tools/test', 'tools/bench'].map((to) => arrow('tests/component', to)),
]

const ofNode = ['process', 'Buffer', 'global', 'require', 'module', '__dirname', '__filename']
const ofThePage = ['window', 'document', 'navigator', 'localStorage']

/** What is there without an import, though it is Node's or the page's. */
const globals: readonly Probe[] = [
  ...[...ofNode, 'setImmediate', ...ofThePage].map((name) => ['core/text', name] as const),
  ...[...ofNode, 'setImmediate'].map((name) => ['renderer/ui', name] as const),
].map(([folder, name]) => ({ folder, line: `export const it = ${name}` }))

/** Of which nothing can be told. */
const computed = ['core/text', 'main/disk', 'renderer/ui'].map((folder) => ({
  folder,
  line: 'export const load = (name: string) => import(`./${name}`)',
}))

const unplaced = ['core/new', 'main/new/deep', 'renderer/new'].map((folder) => ({
  folder,
  line: 'export const it = 1',
}))

describe('arrows between rooms', () => {
  let said: ReadonlyMap<Probe, string>

  beforeAll(() => {
    const all = [forms, upward, downward, outward, globals, computed, unplaced]
    said = lint(all.flat())
  })

  const unheard = (probes: readonly Probe[]) => probes.filter((probe) => !said.has(probe))

  it.each([
    ['in every form in which a module is taken in', forms],
    ['where they lead to a room that stands higher, or on the same level', upward],
    ['where they lead to what a layer does not stand on', outward],
    ['where they need no import', globals],
    ['where it cannot be told where they lead', computed],
    ['where they begin in a folder that has no place in the order', unplaced],
  ])('are refused %s', (_, probes) => {
    expect(unheard(probes)).toEqual([])
  })

  it('lead from each room to those below', () => {
    expect(downward.filter((probe) => said.has(probe))).toEqual([])
  })

  it('are refused with the order that they break', () => {
    const messageOf = (from: string, to: string) =>
      said.get(upward.find(({ folder, line }) => folder === from && line.includes(to)) ?? unknown)
    const unknown = taking('', '')
    expect(messageOf('main/start', 'errors')).toMatch(
      /main\/start may not use \.\.\/errors\/file: .* disk < start < .* < cli < main itself\.$/u,
    )
    expect(messageOf('renderer/find', 'notes')).toMatch(/reader < .* find \| library \| notes/u)
  })
})

describe('the order of the rooms', () => {
  it('names nothing that is not there', () => {
    const named = [
      ...Object.keys(layers).filter((layer) => layer !== 'tools/screenshots'),
      ...Object.values(layers).flatMap(({ uses }) => uses),
      ...ordered.flatMap((layer) => levelsOf(layer).flat()),
      ...Object.entries(narrower).flat(2),
    ]
    expect(named.filter((folder) => !existsSync(path.join(root, folder)))).toEqual([])
  })

  it.each([
    ['core', 'core'],
    ['main', 'main'],
    ['page', 'renderer'],
  ])('is that of the architecture: %s', (name, layer) => {
    const page = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8')
    const line = new RegExp(`^- \\*\\*${name}\\*\\*: (.*)$`, 'mu').exec(page)?.[1] ?? ''
    const rooms = (layers[layer]?.rooms ?? []).flat().filter((room) => /^\w+$/u.test(room))
    const places = rooms.map((room) => line.indexOf(`\`${room}\``))
    expect(Math.min(...places)).toBeGreaterThan(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })
})
