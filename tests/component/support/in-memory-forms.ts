import type { OpenDocument } from '../../../core/publication/open-document'
import type { Publication } from '../../../core/publication/publication'
import type { FormAnswer, FormRequest } from '../../../core/script/blocks-to-make'
import type { ConvertedTag } from '../../../core/script/conversion-forms'

export interface FormsBeginning {
  /** Whether the forms of the document are still to be made when it is opened: `make` says when. */
  readonly isUnmade?: boolean
  /** How many pieces of them are made without a word. */
  readonly pieces?: number
}

/** The making of a document's forms, piece by piece as a test says. */
export class InMemoryForms {
  /** The forms that cannot be made. */
  readonly failed = new Set<ConvertedTag>()
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

  /** @param open with all its forms */
  async blocks(
    { document, publication }: OpenDocument,
    { digest, tag, blocks: { start, end } }: FormRequest,
  ): Promise<FormAnswer> {
    await this.#turn()
    if (digest !== document.digest) return { kind: 'gone' }
    const form = publication.renditions.find((one) => one.tag === tag)
    if (form === undefined || this.failed.has(tag)) return { kind: 'failed' }
    const wanted = new Set(document.data.blocks.slice(start, end).map(({ id }) => id))
    const blocks = Object.entries(form.blocks).filter(([id]) => wanted.has(id))
    return { kind: 'made', blocks: Object.fromEntries(blocks) }
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
      this.make(this.#isUnmade ? 0 : 1)
    })
  }
}
