/**
 * What `npm test` runs: types, lint and format, then the unit tests; beside these the component and then the
 * end-to-end tests. Each kind has a run of its own, for a worker keeps what one kind shares; of tables of tests
 * one row is tried, of laws a quarter of the cases. Arguments are Jest's. Exits 1 if anything has failed.
 */
import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import path from 'node:path'
import { repositoryRoot as cwd } from '../runtime/paths'

/**
 * Each process that runs unit tests loads the same modules, dictionaries and report, and its compiler has to
 * learn them: with two cores one process takes a quarter less of their time than three, and the other core has
 * the tests in windows to do.
 */
const workersOfUnitTests = (args: readonly string[]): readonly string[] =>
  args.some((arg) => /^(?:-w|--maxWorkers|-i|--runInBand)/u.test(arg)) ? [] : ['--maxWorkers=50%']

/**
 * For Node, and for Jest's workers, which get what their parent has: most of what a test makes is garbage when
 * it ends, and dies uncopied where new objects have 64 MB and not 16. With less the unit tests take a tenth more
 * processor time, with more the processor's caches suffer.
 */
const roomForNewObjects = '--max-semi-space-size=64'

const piped: StdioOptions = ['ignore', 'pipe', 'pipe']

const check = (): Promise<boolean> =>
  inOnePiece(spawn('npm run --silent check', { cwd, shell: true, stdio: piped }), 'if it fails')

const unitTests = (args: readonly string[]): Promise<boolean> =>
  inOnePiece(test('unit', [...workersOfUnitTests(args), ...args], piped), 'in any case')

const testsInWindows = (kind: string, args: readonly string[]): Promise<boolean> =>
  succeeds(test(kind, args, 'inherit'))

function test(kind: string, args: readonly string[], stdio: StdioOptions): ChildProcess {
  const jest = path.join(cwd, 'node_modules/jest/bin/jest.js')
  const env = { ...process.env, PIYUE_TESTS: 'quick' }
  const given = [roomForNewObjects, jest, '--selectProjects', kind, ...args]
  return spawn(process.execPath, given, { cwd, env, stdio })
}

/** What it prints comes when it ends, for something else prints meanwhile. Gives whether all is well. */
async function inOnePiece(child: ChildProcess, when: 'in any case' | 'if it fails') {
  const printed: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part: Buffer) => printed.push(part))
  }
  const isWell = await succeeds(child)
  if (!isWell || when === 'in any case') process.stderr.write(Buffer.concat(printed))
  return isWell
}

const succeeds = (child: ChildProcess): Promise<boolean> =>
  new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code === 0))
  })

async function run(args: readonly string[]): Promise<void> {
  const inOneLane = async () => [await check(), await unitTests(args)] as const
  const inTheOther = async () =>
    [await testsInWindows('component', args), await testsInWindows('e2e', args)] as const
  const [[isChecked, ...unit], windows] = await Promise.all([inOneLane(), inTheOther()])
  if (!isChecked) console.error('Types, lint or format failed: see above, or run `npm run check`.')
  if (![isChecked, ...unit, ...windows].every(Boolean)) process.exitCode = 1
}

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
