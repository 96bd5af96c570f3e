import path from 'node:path'
import type { UtilityProcess } from 'electron'
import type { DocumentData } from '../../core/document/document'
import type { Encoding } from '../../core/formats/encodings'
import type { EncodingLook } from '../../core/formats/look'
import type { UnreadableReason } from '../../core/formats/read-document'
import type { Proposal } from '../../core/repair/proposal'
import type { CharacterReading } from '../../core/script/character-reading'
import type { RenditionData } from '../../core/script/rendition'
import { endChild, startChild } from '../start/child-process'
import type { DescribedForms, DocumentAnswer, DocumentJob, ReadFile } from './document-job'

/** What a document process may take: megabytes of memory, and milliseconds. */
const limits = { memory: 1_024, time: 60_000 } as const

/** What can be asked of a document process. */
export type DocumentWork = Pick<
  DocumentWorker,
  'read' | 'conversion' | 'describe' | 'explain' | 'propose' | 'look'
>

type ConvertJob = Omit<Extract<DocumentJob, { kind: 'convert' }>, 'kind'>

/** A process that makes forms of blocks, one job after the other: its tables are loaded once. */
export interface Conversion {
  /** A form of some blocks; nothing where that could not be done, and nothing more can be. */
  readonly convert: (job: ConvertJob) => Promise<RenditionData['blocks'] | undefined>
  /** Ends it; what was asked of it and not answered is answered with nothing. */
  readonly end: () => void
}

/** Reads documents and makes their forms, each in a process of its own, which ends with its work. */
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

  /** Begins to make forms; whoever asks for it ends it. */
  conversion(): Conversion {
    const child = new DocumentProcess(this.#entry)
    return {
      convert: async (job) => {
        const answer = await child.ask({ kind: 'convert', ...job })
        return answer?.kind === 'converted' ? answer.blocks : undefined
      },
      end: () => child.end(),
    }
  }

  /** What a document is called and cited by in other forms; nothing where that could not be found out. */
  async describe(
    job: Omit<Extract<DocumentJob, { kind: 'describe' }>, 'kind'>,
  ): Promise<DescribedForms | undefined> {
    const answer = await this.#ask({ kind: 'describe', ...job })
    return answer?.kind === 'described' ? answer.forms : undefined
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
  async #ask(job: DocumentJob): Promise<DocumentAnswer | undefined> {
    const child = new DocumentProcess(this.#entry)
    const answer = await child.ask(job)
    child.end()
    return answer
  }
}

interface Asked {
  readonly resolve: (answer: DocumentAnswer | undefined) => void
  readonly timer: NodeJS.Timeout
}

/** A process that does jobs in the order in which they are asked; of what goes wrong in one it ends. */
class DocumentProcess {
  readonly #child: UtilityProcess
  #asked: readonly Asked[] = []
  #isOver = false

  constructor(entry: string) {
    this.#child = startChild(entry, { name: 'Piyue document reader', memory: limits.memory })
    this.#child.on('message', (answer: DocumentAnswer) => this.#answer(answer))
    this.#child.once('exit', () => this.end())
  }

  /** Its answer; nothing if it ends without one, runs out of memory or of time. */
  ask(job: DocumentJob): Promise<DocumentAnswer | undefined> {
    if (this.#isOver) return Promise.resolve(undefined)
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.end(), limits.time)
      this.#asked = [...this.#asked, { resolve, timer }]
      this.#child.postMessage(job)
    })
  }

  end(): void {
    if (this.#isOver) return
    this.#isOver = true
    while (this.#asked.length > 0) this.#answer(undefined)
    endChild(this.#child)
  }

  #answer(answer: DocumentAnswer | undefined): void {
    const [first, ...others] = this.#asked
    if (first === undefined) return
    this.#asked = others
    clearTimeout(first.timer)
    first.resolve(answer)
  }
}
