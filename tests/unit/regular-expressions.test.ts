import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { parseSync } from '@swc/core'
import { sample } from '../support/rows'

jest.setTimeout(120_000)

const root = path.join(__dirname, '../..')

interface Found {
  readonly file: string
  readonly pattern: string
  readonly flags: string
}

/** Every node of the syntax of what is shipped, with the file that it is in. */
const nodes = ['core', 'main', 'renderer'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => path.join(folder, name))
    .flatMap((file) => {
      const source = readFileSync(path.join(root, file), 'utf8')
      const tree = parseSync(source, { syntax: 'typescript', tsx: file.endsWith('x') })
      return [...nodesOf(tree)].map((node) => ({ file, node }))
    }),
)

type Node = Readonly<Record<string, unknown>>

function* nodesOf(tree: unknown): Generator<Node> {
  if (typeof tree !== 'object' || tree === null) return
  if (!Array.isArray(tree)) yield tree as Node
  for (const part of Object.values(tree)) yield* nodesOf(part)
}

const written: readonly Found[] = nodes
  .filter(({ node }) => node['type'] === 'RegExpLiteral')
  .map(({ file, node: { pattern, flags } }) => ({
    file,
    pattern: String(pattern),
    flags: String(flags),
  }))

/** Each once, in however many places it is written. */
const literals = [
  ...new Map(written.map((found) => [`/${found.pattern}/${found.flags}`, found])).values(),
]

/** Files that call the constructor: what it makes cannot be read from the sources. */
const builders = nodes
  .filter(({ node: { type, callee } }) => {
    const isCall = type === 'NewExpression' || type === 'CallExpression'
    return isCall && (callee as Node)['value'] === 'RegExp'
  })
  .map(({ file }) => file)

/**
 * Decided by the expressions' automata, which is a proof; the checker's other way is to try. The checker starts a
 * process that would keep its own from ending: it has one to end.
 */
const program = `
  const { check } = require('recheck')
  const options = { checker: 'automaton', timeout: null }
  const all = JSON.parse(process.argv[1]).map(({ pattern, flags }) => check(pattern, flags, options))
  Promise.all(all).then((found) => {
    console.log(JSON.stringify(found.map(({ status }) => status)))
    process.exit()
  })`

async function verdictsOn(all: readonly Found[]): Promise<readonly string[]> {
  const args = ['-e', program, JSON.stringify(all)]
  const { stdout } = await execFileAsync(process.execPath, args, { cwd: root })
  const statuses = JSON.parse(stdout) as readonly string[]
  return all.map(({ file, pattern, flags }, i) => `${file}: /${pattern}/${flags} is ${statuses[i]}`)
}

const execFileAsync = promisify(execFile)

describe('a regular expression of ours', () => {
  it('is written out where it is used, so that it can be checked', () => {
    expect(builders).toEqual([])
  })

  it('takes no more than linear time, whatever it is tried on', async () => {
    expect(literals.length).toBeGreaterThan(50)
    const verdicts = await verdictsOn(sample(literals))
    expect(verdicts.filter((verdict) => !verdict.endsWith('is safe'))).toEqual([])
  })

  it('would be found out if it took more', async () => {
    const bad = ['^(a+)+$', '[ \\t]+$', '(?:ab|abab)*c', 'a.*a.*a.*b']
    const verdicts = await verdictsOn(bad.map((pattern) => ({ file: 'x', pattern, flags: 'u' })))
    for (const verdict of verdicts) expect(verdict).toMatch(/is vulnerable$/u)
  })
})
