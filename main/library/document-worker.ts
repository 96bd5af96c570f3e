import path from 'node:path'
import { utilityProcess } from 'electron'
import type { DocumentData } from '../../core/document/document'
import type { Encoding } from '../../core/formats/encodings'
import type { EncodingLook } from '../../core/formats/look'
import type { UnreadableReason } from '../../core/formats/read-document'
import type { Proposal } from '../../core/repair/proposal'
import type { CharacterReading } from '../../core/script/character-reading'
import type { RenditionData } from '../../core/script/rendition'
import type { DocumentAnswer, DocumentJob, ReadFile } from './document-job'

/** What a document process may take: megabytes of memory, and milliseconds. */
const limits = { memory: 1_024, time: 60_000 } as const

/** What can be asked of a document process. */
export type DocumentWork = Pick<DocumentWorker, 'read' | 'convert' | 'explain' | 'propose' | 'look'>

/** Reads documents and makes their forms, each in a process of its own, which ends with its job. */
export class DocumentWorker {
  readonly #entry: string

  /** @param dist absolute path of the built app */
  constructor(dist: string) {
    this.#entry = path.join(dist, 'main/library/document-process.js')
  }

  /** Reads a file, or says why it is no document. */
  async read(
    job: Omit<Extract<DocumentJob, { kind: 'read' }>, 'kind'>,
  ): Promise<ReadFile | UnreadableReason> {
    const answer = await this.#ask({ kind: 'read', ...job })
    if (answer === undefined) return 'too-complex'
    if (answer.kind === 'read') return answer.file
    return answer.kind === 'unreadable' ? answer.reason : 'damaged'
  }

  /** Makes a form of some blocks; nothing where that could not be done. */
  async convert(
    job: Omit<Extract<DocumentJob, { kind: 'convert' }>, 'kind'>,
  ): Promise<RenditionData['blocks'] | undefined> {
    const answer = await this.#ask({ kind: 'convert', ...job })
    return answer?.kind === 'converted' ? answer.blocks : undefined
  }

  /** Why characters of a block became what they are in a form; nothing where that could not be found out. */
  async explain(
    job: Omit<Extract<DocumentJob, { kind: 'explain' }>, 'kind'>,
  ): Promise<readonly CharacterReading[] | undefined> {
    const answer = await this.#ask({ kind: 'explain', ...job })
    return answer?.kind === 'explained' ? answer.readings : undefined
  }

  /** What seems damaged in a document; nothing where that could not be found out. */
  async propose(document: DocumentData): Promise<readonly Proposal[] | undefined> {
    const answer = await this.#ask({ kind: 'propose', document })
    return answer?.kind === 'proposed' ? answer.proposals : undefined
  }

  /** What a file's text is in an encoding; nothing where that could not be found out. */
  async look(bytes: Uint8Array, encoding?: Encoding): Promise<EncodingLook | undefined> {
    const answer = await this.#ask({ kind: 'look', bytes, encoding })
    return answer?.kind === 'looked' ? answer.look : undefined
  }

  /** The answer of a new process; nothing if it ended without one, ran out of memory or of time. */
  #ask(job: DocumentJob): Promise<DocumentAnswer | undefined> {
    return new Promise((resolve) => {
      const child = utilityProcess.fork(this.#entry, [], {
        serviceName: 'Piyue document reader',
        execArgv: [`--max-old-space-size=${limits.memory}`],
        stdio: 'ignore',
        env: {},
      })
      const timer = setTimeout(() => settle(undefined), limits.time)
      const settle = (answer: DocumentAnswer | undefined) => {
        clearTimeout(timer)
        resolve(answer)
        child.kill()
      }
      child.once('message', (answer: DocumentAnswer) => settle(answer))
      child.once('exit', () => settle(undefined))
      // An error that nobody listens to would be main's own. The process ends of it, which is what counts.
      child.on('error', () => {})
      child.postMessage(job)
    })
  }
}
