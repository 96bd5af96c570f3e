import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import path from 'node:path'
import type { ForkOptions } from 'electron'
import { getContext } from '../boot/context'
import { implementedOnly } from './implemented-only'

/** A process that Electron would start beside main: here one of Node's, with Electron's way of talking. */
class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess
  /** It has been launched, and has not ended. */
  #isRunning = false
  #isKilled = false

  constructor(modulePath: string, args: readonly string[], options: ForkOptions) {
    super()
    // What is put together in one folder: the program, and what a child of it runs.
    this.#child = fork(path.join(__dirname, 'utility.js'), [modulePath, ...args], {
      // The process calls itself Electron, and is Node.
      execPath: getContext().node,
      serialization: 'advanced',
      // Of a rejection that nobody hears neither Electron's main process ends nor a utility process.
      execArgv: ['--unhandled-rejections=warn-with-error-code', ...v8Flags(options.execArgv)],
      env: environmentOf(options.env as NodeJS.ProcessEnv | undefined),
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.#child.once('spawn', () => {
      this.#isRunning = true
      this.emit('spawn')
    })
    this.#child.on('message', (message) => this.emit('message', message))
    this.#child.once('exit', (code, signal) => {
      this.#isRunning = false
      // V8 aborts when it cannot go on, as without memory. As with any emitter, unheard this throws.
      if (signal === 'SIGABRT') this.emit('error', 'FatalError', '', '')
      this.emit('exit', this.#isKilled ? 0 : (code ?? 1))
    })
  }

  get pid(): number | undefined {
    return this.#isRunning ? this.#child.pid : undefined
  }

  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send(message as Parameters<ChildProcess['send']>[0])
  }

  /** Kills nothing, and says so, before it is launched. */
  kill(): boolean {
    if (!this.#isRunning) return false
    this.#isKilled = this.#child.kill()
    return this.#isKilled
  }
}

const v8Switch = '--js-flags='

/** Of the arguments that `execArgv` gives an executable of Chromium's, those that reach V8. */
const v8Flags = (execArgv: readonly string[] = []): string[] =>
  execArgv
    .filter((argument) => argument.startsWith(v8Switch))
    .flatMap((argument) => argument.slice(v8Switch.length).split(' '))

/** An environment without any variable counts as none: then main's is inherited. */
const environmentOf = (env: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv =>
  Object.keys(env).length === 0 ? process.env : env

/** `utilityProcess`: without a network service, certificates or ports to hand over. */
export const utilityProcess = implementedOnly('utilityProcess', {
  fork: (modulePath: string, args: readonly string[] = [], options: ForkOptions = {}) =>
    implementedOnly('UtilityProcess', new UtilityProcess(modulePath, args, options)),
})
