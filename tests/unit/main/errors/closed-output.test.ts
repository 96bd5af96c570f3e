import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildSync } from 'esbuild'

const main = path.join(__dirname, '../../../../main/errors')

/** As main does: what nobody catches goes to the log, which says it on standard error, too. */
const program = (folder: string) => `
  import { ErrorLog } from './error-log'
  import { outliveReaders } from './standard-streams'
  import { watchForErrors } from './watch'
  outliveReaders()
  const log = new ErrorLog(${JSON.stringify(folder)}, '1.2.3')
  const fail = (message) => setImmediate(() => { throw new Error(message) })
  watchForErrors((report) => {
    void log.write(report).then(() => {
      if (report.message === 'it happened') fail('and once more')
      if (report.message === 'and once more') process.exit(0)
    })
  })
  process.stdin.once('data', () => fail('it happened'))
  process.stdout.write('ready')
`

it('an error is logged once when whoever read the output has gone', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'piyue-test-'))
  const outfile = path.join(folder, 'program.cjs')
  const stdin = { contents: program(folder), resolveDir: main, loader: 'ts' } as const
  buildSync({ stdin, outfile, bundle: true, platform: 'node', format: 'cjs' })
  const child = spawn(process.execPath, [outfile])
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await new Promise((resolve) => child.stdout.once('data', resolve))
  for (const stream of [child.stdout, child.stderr]) stream.destroy()
  child.stdin.write('now')
  expect(await ended).toBe(0)
  const log = readFileSync(path.join(folder, 'errors.log'), 'utf8')
  expect(log.match(/(?<=Error: ).*/gu)).toEqual(['it happened', 'and once more'])
  rmSync(folder, { recursive: true })
})
