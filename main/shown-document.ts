import { OpenDocument } from '../core/publication/open-document'
import type { Publication } from '../core/publication/publication'
import type { FormAnswer, FormRequest } from '../core/script/blocks-to-make'
import type { FormMaker } from './library/document-forms'

/** What makes the unfinished forms of a document. */
type FormMaking = (open: OpenDocument) => FormMaker

/**
 * A document as it is shown now, and the making of its forms. Where its words are repaired it becomes
 * another, and so does what makes its forms.
 */
export class ShownDocument {
  readonly #formMaking: FormMaking | undefined
  #open: OpenDocument
  #forms: FormMaker | undefined

  /** @param formMaking left out, no unfinished form is ever made */
  constructor(publication: Publication, formMaking?: FormMaking) {
    this.#formMaking = formMaking
    this.#open = new OpenDocument(publication)
    this.#forms = formMaking?.(this.#open)
  }

  get open(): OpenDocument {
    return this.#open
  }

  /** Shows another in its place; forms that were being made are given up. */
  show(open: OpenDocument): void {
    this.stop()
    this.#open = open
    this.#forms = this.#formMaking?.(open)
  }

  /** Blocks of a form that is still being made. */
  async formBlocks(request: FormRequest): Promise<FormAnswer> {
    return (await this.#forms?.blocks(request)) ?? { kind: 'gone' }
  }

  /** The document with all its forms, for whatever needs the whole of them. */
  async whole(): Promise<OpenDocument> {
    const { open } = this
    await this.#forms?.finish()
    // It may have been repaired meanwhile.
    return open === this.open ? open : this.whole()
  }

  /** Gives up the forms that are being made. */
  stop(): void {
    this.#forms?.stop()
  }
}
