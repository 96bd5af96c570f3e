/** `npm start`: builds the app and runs it, handing on every argument. Notices go to stderr. */
import { type ChildProcess, spawn } from 'node:child_process'
import { piyue } from './build/app-sources'
import { isBuilt } from './build/freshness'
import { findRuntime, isRuntime } from './runtime/find-runtime'
import { helpScreen } from './runtime/help-screen'
import { repositoryRoot } from './runtime/paths'

const say = (line: string): void => console.error(line)

const oldestNode = [20, 19] as const

async function start(args: readonly string[]): Promise<void> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]))
    throw new Error(
      `Piyue needs Node ${oldestNode.join('.')} or newer; this is ${process.version}.`,
    )
  const runtime = await findRuntime({ say, mayDownload: true, args })
  if (!isRuntime(runtime)) {
    say(helpScreen(runtime))
    process.exitCode = 1
    return
  }
  if (!(await isBuilt())) {
    // The bundlers take longer to load than a built app to start.
    const { buildApp } = await import('./build/build-app')
    await buildApp(piyue)
  }
  const child = spawn(runtime.executable, [repositoryRoot, ...args], {
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

/**
 * Hands termination signals on to `child`, so that it ends in its own way and this process can wait for
 * it. Ctrl-C in a terminal reaches both at once; a second signal to the child does no harm.
 */
function forwardSignals(child: ChildProcess): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => child.kill(signal))
  }
}

start(process.argv.slice(2)).catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
