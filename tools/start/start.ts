/** `npm start`: builds the app and runs it, handing on every argument. Notices go to stderr. */
import { spawn } from 'node:child_process'
import { buildApp, piyue } from '../build/build-app'
import { isBuilt } from '../build/freshness'
import { findRuntime } from '../runtime/find-runtime'
import { repositoryRoot } from '../runtime/paths'
import { whatToInstall } from '../runtime/what-to-install'
import { forwardSignals } from './forward-signals'

const say = (line: string): void => console.error(line)

async function start(): Promise<void> {
  const runtime = await findRuntime({ say, mayDownload: true })
  if (!runtime) {
    say(whatToInstall())
    process.exitCode = 1
    return
  }
  if (!(await isBuilt())) await buildApp(piyue)
  const child = spawn(runtime.executable, [repositoryRoot, ...process.argv.slice(2)], {
    // npm runs scripts in the package's folder; a file named on the command line is the caller's.
    cwd: process.env['INIT_CWD'] ?? process.cwd(),
    stdio: 'inherit',
  })
  forwardSignals(child)
  child.on('error', (error) => {
    say(`${runtime.executable} could not be started: ${error.message}`)
    process.exitCode = 1
  })
  child.on('close', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1)
  })
}

start().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
