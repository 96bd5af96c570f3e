import path from 'node:path'
import type { FileRefusal } from '../../core/app/import-report'
import type { RecognizedFile } from '../../core/exchange/import/recognize'
import { endChild, startChild } from '../start/child-process'
import type { ImportPart, ImportReader } from './import-file'

/** Megabytes of memory that a file may take. */
const memory = 1_024

/** Reads files of annotations, each in a process of its own, which ends with its file. */
export class ImportWorker {
  readonly #entry: string

  /** @param dist absolute path of the built app */
  constructor(dist: string) {
    this.#entry = path.join(dist, 'main/exchange/import-process.js')
  }

  /**
   * What a file holds; one whose process ends without a word is more than can be read.
   *
   * @throws the signal's reason where it is aborted
   */
  readonly read: ImportReader = (file, signal) =>
    new Promise<RecognizedFile | FileRefusal>((resolve, reject) => {
      signal.throwIfAborted()
      const child = startChild(this.#entry, { name: 'Piyue import', memory })
      const items: unknown[] = []
      const stop = () => settle(() => reject(signal.reason as Error))
      const settle = (tell: () => void) => {
        signal.removeEventListener('abort', stop)
        tell()
        endChild(child)
      }
      signal.addEventListener('abort', stop, { once: true })
      child.on('message', (part: ImportPart) => {
        if (typeof part === 'string') return settle(() => resolve(part))
        for (const item of part.items) items.push(item)
        const { isLast, ...read } = part
        if (isLast) settle(() => resolve({ ...read, items }))
        return undefined
      })
      child.once('exit', () => settle(() => resolve('too-complex')))
      child.postMessage(file)
    })
}
