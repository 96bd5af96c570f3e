import path from 'node:path'
import { endChild, startChild } from '../start/child-process'
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
      const child = startChild(this.#entry, { name: 'Piyue export' })
      const stop = () => {
        reject(signal.reason as Error)
        endChild(child)
      }
      signal.addEventListener('abort', stop, { once: true })
      child.once('message', (content: ExportContent) => {
        resolve(content)
        endChild(child)
      })
      child.once('exit', (code) => {
        signal.removeEventListener('abort', stop)
        reject(new Error(`The export process ended with ${code}`))
      })
      child.postMessage(job)
    })
  }
}
