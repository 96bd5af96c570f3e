import { spawn } from 'node:child_process'
import { repositoryRoot } from '../../../tools/runtime/paths'
import { commandFor, environment } from './launch'

interface CliOptions {
  userData: string
  /** Another app than Piyue: the folder of its package.json. */
  app?: string
  cwd?: string
  env?: Record<string, string>
}

interface CliResult {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the same executable as `launchApp` to its end, as a reader would from a terminal. */
export function runCli(args: string[], options: CliOptions): Promise<CliResult> {
  const command = commandFor(options.app)
  const { userData, cwd = repositoryRoot } = options
  const all = [...command.args, `--user-data-dir=${userData}`, ...args]
  return new Promise((resolve, reject) => {
    const child = spawn(command.executable, all, { cwd, env: environment(options.env) })
    const result = { stdout: '', stderr: '' }
    child.stdout.on('data', (text: Buffer) => (result.stdout += text.toString()))
    child.stderr.on('data', (text: Buffer) => (result.stderr += text.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...result }))
  })
}
