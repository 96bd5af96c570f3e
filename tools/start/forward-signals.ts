import type { ChildProcess } from 'node:child_process'

/**
 * Hands termination signals on to `child`, so that it ends in its own way and this process can
 * wait for it. Ctrl-C in a terminal reaches both at once; a second signal to the child does no harm.
 */
export function forwardSignals(child: ChildProcess): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => child.kill(signal))
  }
}
