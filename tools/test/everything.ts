/**
 * What `npm test` runs: types, lint and format, and beside that the tests, each kind in a run of its own, for
 * a worker keeps what one kind shares; of tables of tests one row, of laws a quarter of the cases. Arguments
 * are Jest's. Exits 1 if anything has failed.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { repositoryRoot as cwd } from '../runtime/paths'

/** What it complains of is printed in one piece, for Jest prints meanwhile. Gives whether all is well. */
async function check(): Promise<boolean> {
  const child = spawn('npm run --silent check', {
    cwd,
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => printed.push(part))
  }
  const isWell = await succeeds(child)
  if (!isWell) process.stderr.write(Buffer.concat(printed))
  return isWell
}

function test(args: readonly string[]): Promise<boolean> {
  const jest = path.join(cwd, 'node_modules/jest/bin/jest.js')
  const env = { ...process.env, PIYUE_TESTS: 'quick' }
  return succeeds(spawn(process.execPath, [jest, ...args], { cwd, env, stdio: 'inherit' }))
}

const succeeds = (child: ChildProcess): Promise<boolean> =>
  new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code === 0))
  })

async function run(): Promise<void> {
  const checked = check()
  let isTested = true
  for (const kind of ['unit', 'component', 'e2e']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other is what is meant
    isTested = (await test(['--selectProjects', kind, ...process.argv.slice(2)])) && isTested
  }
  const isChecked = await checked
  if (!isChecked) console.error('Types, lint or format failed: see above, or run `npm run check`.')
  if (!isChecked || !isTested) process.exitCode = 1
}

run().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
