import { setImmediate } from 'node:timers/promises'
import type { AnnotationMap } from '../../core/annotation/change-set'
import { type DocumentFindings, findIn, findingsIn } from '../../core/app/library-findings'
import { CanonicalDocument } from '../../core/document/document'
import type { Rendition } from '../../core/script/rendition'
import { isNothing, SearchText } from '../../core/search/search-text'
import type { Library } from './library'

/** How much text is kept ready to be searched, in code points. */
const mostKept = 6_000_000

interface LibrarySearchOptions {
  readonly library: Pick<Library, 'catalog' | 'documentOf'>
  /** The notes on a document; null where they cannot be read. */
  readonly notesOn: (documentId: string) => Promise<AnnotationMap | null>
  /** A document in the form that the reader reads it in. */
  readonly formRead: (document: CanonicalDocument) => Promise<Rendition>
}

/** A document made ready to be searched. */
interface Searchable {
  readonly document: CanonicalDocument
  readonly text: SearchText
}

/**
 * Looks for words in every document of the library and in all notes. What was searched once is kept ready,
 * as long as there is room; between documents everything else has its turn.
 */
export class LibrarySearch {
  readonly #options: LibrarySearchOptions
  /** What was used last stands last. */
  readonly #ready = new Map<string, Searchable>()
  #asked = 0

  constructor(options: LibrarySearchOptions) {
    this.#options = options
  }

  /** What was found, document by document; nothing where something else was looked for meanwhile. */
  async find(query: string): Promise<readonly DocumentFindings[]> {
    const asked = ++this.#asked
    const found: DocumentFindings[] = []
    if (isNothing(query)) return found
    for (const { id } of this.#options.library.catalog.entries) {
      // oxlint-disable-next-line no-await-in-loop -- one at a time, so that no two large texts are read at once
      await setImmediate()
      if (asked !== this.#asked) return []
      // oxlint-disable-next-line no-await-in-loop -- as above
      const findings = await this.#findIn(id, query)
      if (findings !== undefined) found.push(findings)
    }
    return found
  }

  async #findIn(documentId: string, query: string): Promise<DocumentFindings | undefined> {
    const { library, notesOn, formRead } = this.#options
    const data = await library.documentOf(documentId)
    if (data === undefined) return undefined
    const known = this.#ready.get(documentId)
    const isKnown = known !== undefined && known.document.digest === data.digest
    const searchable = isKnown ? known : searchableOf(new CanonicalDocument(data))
    this.#keep(documentId, searchable)
    const notes = (await notesOn(documentId))?.values() ?? []
    const found = findIn(searchable.text, notes, query)
    return found && findingsIn(await formRead(searchable.document), found)
  }

  #keep(documentId: string, searchable: Searchable): void {
    this.#ready.delete(documentId)
    this.#ready.set(documentId, searchable)
    let kept = 0
    for (const [id, { document }] of [...this.#ready].toReversed()) {
      kept += document.length
      if (kept > mostKept && id !== documentId) this.#ready.delete(id)
    }
  }
}

const searchableOf = (document: CanonicalDocument): Searchable => ({
  document,
  text: new SearchText(document.text),
})
