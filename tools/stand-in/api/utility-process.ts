import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import path from 'node:path'
import type { ForkOptions } from 'electron'
import { getContext } from '../boot/context'
import { implementedOnly } from './implemented-only'

/** A process that Electron would start beside main: here one of Node's, with Electron's way of talking. */
class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess

  constructor(modulePath: string, args: readonly string[], options: ForkOptions) {
    super()
    // What is put together in one folder: the program, and what a child of it runs.
    this.#child = fork(path.join(__dirname, 'utility.js'), [modulePath, ...args], {
      // The process calls itself Electron, and is Node.
      execPath: getContext().node,
      serialization: 'advanced',
      execArgv: [...(options.execArgv ?? [])],
      env: { ...(options.env as NodeJS.ProcessEnv) },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.#child.once('spawn', () => this.emit('spawn'))
    this.#child.on('message', (message) => this.emit('message', message))
    this.#child.once('exit', (code, signal) => {
      // V8 aborts when it cannot go on, as without memory. As with any emitter, unheard this throws.
      if (signal === 'SIGABRT') this.emit('error', 'FatalError', '', '')
      this.emit('exit', code ?? 1)
    })
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null ? this.#child.pid : undefined
  }

  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send(message as Parameters<ChildProcess['send']>[0])
  }

  kill(): boolean {
    return this.#child.kill()
  }
}

/** `utilityProcess`: without a network service, certificates or ports to hand over. */
export const utilityProcess = implementedOnly('utilityProcess', {
  fork: (modulePath: string, args: readonly string[] = [], options: ForkOptions = {}) =>
    implementedOnly('UtilityProcess', new UtilityProcess(modulePath, args, options)),
})
