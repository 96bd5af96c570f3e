import type { OpenDocument } from '../../../core/publication/open-document'
import type { Publication } from '../../../core/publication/publication'
import { FormMaker } from '../../../main/library/document-forms'
import { workerInProcess } from '../../unit/main/library/support'

export interface FormsBeginning {
  /** Whether the forms of the document are still to be made when it is opened: `make` says when. */
  readonly isUnmade?: boolean
  /** How many pieces of them are made without a word. */
  readonly pieces?: number
}

/** The making of a document's forms, by main's own code; the process for it makes pieces when a test says so. */
export class InMemoryForms {
  /** Whether the process that makes them ends in the middle of its work, however often it is begun. */
  isFailing = false
  readonly #isUnmade: boolean
  #piecesToMake: number
  readonly #waiting: (() => void)[] = []

  constructor({ isUnmade = false, pieces = 0 }: FormsBeginning) {
    this.#isUnmade = isUnmade
    this.#piecesToMake = pieces
  }

  /** A document as it is when it is opened. */
  unmade(publication: Publication): Publication {
    if (!this.#isUnmade) return publication
    const renditions = publication.renditions.map((form) =>
      form.tag === 'source' ? form : { tag: form.tag, isUnfinished: true as const, blocks: {} },
    )
    return { ...publication, renditions }
  }

  /** What makes the forms of a document. */
  maker(open: OpenDocument): FormMaker {
    const nowhere = { writeRendition: async () => undefined }
    const { converter } = open.publication.build
    return new FormMaker(open, nowhere, { converter, worker: this.#worker })
  }

  get #worker() {
    const { convert, end } = workerInProcess.conversion()
    const { describe } = workerInProcess
    const conversion = {
      convert: async (job: Parameters<typeof convert>[0]) => {
        await this.#turn()
        return this.isFailing ? undefined : convert(job)
      },
      end,
    }
    return { conversion: () => conversion, describe }
  }

  /** Has so many pieces made, of those that were asked for and will be; all of them, if left out. */
  make(pieces = Infinity): void {
    this.#piecesToMake += pieces
    while (this.#piecesToMake > 0 && this.#waiting.length > 0) {
      this.#piecesToMake--
      this.#waiting.shift()?.()
    }
  }

  #turn(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
      this.make(0)
    })
  }
}
