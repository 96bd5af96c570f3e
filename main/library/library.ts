import path from 'node:path'
import type { Publication } from '../../core/publication/publication'
import { loadReport } from './report'

/** The documents that can be opened, and where the reader's notes on each of them lie. */
export class Library {
  readonly #report: Publication
  readonly #userData: string

  /**
   * @param assets absolute path of the app's `assets` folder
   * @param userData absolute path of the folder with the reader's files
   * @throws if the bundled report is missing or damaged
   */
  static async open(assets: string, userData: string): Promise<Library> {
    return new Library(await loadReport(assets), userData)
  }

  private constructor(report: Publication, userData: string) {
    this.#report = report
    this.#userData = userData
  }

  /** The document that the first start shows. */
  get bundledId(): string {
    return this.#report.document.id
  }

  has(documentId: string): boolean {
    return documentId === this.bundledId
  }

  /** @throws UnknownDocument if the library does not hold it. */
  async publication(documentId: string): Promise<Publication> {
    if (!this.has(documentId)) throw new UnknownDocument(documentId)
    return this.#report
  }

  /** Absolute path of the folder with the notes on a document; those on the report lie at the top. */
  notesFolder(documentId: string): string {
    return documentId === this.bundledId
      ? this.#userData
      : path.join(this.#userData, 'documents', documentId)
  }
}

export class UnknownDocument extends Error {
  constructor(readonly documentId: string) {
    super(`There is no document ${documentId} in the library`)
    this.name = 'UnknownDocument'
  }
}
