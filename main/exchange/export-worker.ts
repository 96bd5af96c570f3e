import path from 'node:path'
import { utilityProcess } from 'electron'
import type { ExportContent, ExportJob } from './export-content'

/** Makes the contents of exports, each in a process of its own, which ends with its job. */
export class ExportWorker {
  readonly #entry: string

  /** @param dist absolute path of the built app */
  constructor(dist: string) {
    this.#entry = path.join(dist, 'main/exchange/export-process.js')
  }

  /** @throws the signal's reason where it is aborted, and Error where the process ends without an answer. */
  make(job: ExportJob, signal: AbortSignal): Promise<ExportContent> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted()
      const child = utilityProcess.fork(this.#entry, [], {
        serviceName: 'Piyue export',
        stdio: 'ignore',
        env: {},
      })
      const stop = () => {
        reject(signal.reason as Error)
        child.kill()
      }
      signal.addEventListener('abort', stop, { once: true })
      child.once('message', (content: ExportContent) => {
        resolve(content)
        child.kill()
      })
      child.once('exit', (code) => {
        signal.removeEventListener('abort', stop)
        reject(new Error(`The export process ended with ${code}`))
      })
      // An error that nobody listens to would be main's own; that the process ends of it is told by `exit`.
      child.on('error', () => {})
      child.postMessage(job)
    })
  }
}
