import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { AnnotationMap } from '../../core/annotation/change-set'
import { type DocumentFindings, findIn, findingsIn } from '../../core/app/library-findings'
import { CanonicalDocument, type DocumentData } from '../../core/document/document'
import type { OpenDocument } from '../../core/publication/open-document'
import type { Publication } from '../../core/publication/publication'
import type { ReaderEdition } from '../../core/repair/reader-edition'
import { correctForms } from '../../core/script/correction'
import { canonicalRendition, Rendition } from '../../core/script/rendition'
import { isNothing, SearchText } from '../../core/search/search-text'
import type { Steps } from '../../core/search/steps'
import { type ScriptTag, scriptTags } from '../../core/text/script-tag'
import { ifReadable, type Library } from './library'

/** How much text of documents that are not open is kept ready to be searched, in code points. */
const mostKept = 6_000_000

/** Milliseconds for which a search may keep everything else waiting. */
const slice = 5

interface LibrarySearchOptions {
  readonly library: Pick<Library, 'catalog' | 'documentOf' | 'editionOf' | 'publication'>
  /** A document as it is shown, if it is open. */
  readonly openOf: (documentId: string) => OpenDocument | undefined
  /** The annotations on a document; null where they cannot be read. */
  readonly annotationsOn: (documentId: string) => Promise<AnnotationMap | null>
  /** Which of some forms the reader reads a document in. */
  readonly formRead: (document: DocumentData, forms: Iterable<ScriptTag>) => ScriptTag
}

/** A document to be searched: one that is open, or as much of it. */
type Searchable = Pick<OpenDocument, 'document' | 'searchText'>

/** A document that is not open, with what the reader had made of it when it was read. */
interface ClosedDocument extends Searchable {
  readonly edition: ReaderEdition
}

/**
 * Looks for words in every document of the library and in all notes. What was searched once is kept ready,
 * as long as there is room, and is read again only where the reader made something else of it; between slices
 * of the search everything else has its turn.
 */
export class LibrarySearch {
  readonly #options: LibrarySearchOptions
  /** What was used last stands last. */
  readonly #ready = new Map<string, ClosedDocument>()
  #asked = 0

  constructor(options: LibrarySearchOptions) {
    this.#options = options
  }

  /** What was found, document by document; nothing where something else was looked for meanwhile. */
  async find(query: string): Promise<readonly DocumentFindings[]> {
    const asked = ++this.#asked
    const isOvertaken = () => asked !== this.#asked
    const found: DocumentFindings[] = []
    if (isNothing(query)) return found
    for (const { id } of this.#options.library.catalog.entries) {
      // oxlint-disable-next-line no-await-in-loop -- one at a time, so that no two large texts are read at once
      const findings = await this.#findIn(id, query, isOvertaken)
      if (isOvertaken()) return []
      if (findings !== undefined) found.push(findings)
    }
    return found
  }

  async #findIn(
    documentId: string,
    query: string,
    isOvertaken: () => boolean,
  ): Promise<DocumentFindings | undefined> {
    const { openOf, annotationsOn } = this.#options
    const open = openOf(documentId)
    if (open !== undefined) this.#ready.delete(documentId)
    const searchable = open ?? (await this.#closed(documentId))
    if (searchable === undefined) return undefined
    const annotations = (await annotationsOn(documentId))?.values() ?? []
    const found = await inSlices(findIn(searchable.searchText, annotations, query), isOvertaken)
    if (found === undefined) return undefined
    const form = open ? this.#formOf(open) : await this.#formOfClosed(searchable.document)
    return findingsIn(form, found)
  }

  /** A document that is not open; nothing where it cannot be read. */
  async #closed(documentId: string): Promise<Searchable | undefined> {
    const { library } = this.#options
    const edition = await ifReadable(library.editionOf(documentId))
    if (edition === undefined) return undefined
    const known = this.#ready.get(documentId)
    if (known !== undefined && isDeepStrictEqual(known.edition, edition)) {
      this.#keep(documentId, known)
      return known
    }
    const data = await library.documentOf(documentId)
    if (data === undefined) return undefined
    const document = new CanonicalDocument(data)
    const read = { document, searchText: new SearchText(document.text), edition }
    this.#keep(documentId, read)
    return read
  }

  #keep(documentId: string, read: ClosedDocument): void {
    this.#ready.delete(documentId)
    this.#ready.set(documentId, read)
    let kept = 0
    for (const [id, { document }] of [...this.#ready].toReversed()) {
      kept += document.length
      if (kept > mostKept && id !== documentId) this.#ready.delete(id)
    }
  }

  /** The form that an open document is read in; its own text, where that form is not whole yet. */
  #formOf(open: OpenDocument): Rendition {
    const tag = this.#options.formRead(open.document.data, open.renditions.keys())
    const form = open.renditionOf(tag)
    return form.isUnfinished ? open.canonical : form
  }

  /** The same of one that is not open, of whose other forms nothing is made. */
  async #formOfClosed(document: CanonicalDocument): Promise<Rendition> {
    const { library, formRead } = this.#options
    const { data } = document
    const { canonicalScript } = data
    // Read as it stands, whatever forms it has, it needs none of them.
    if (formRead(data, scriptTags) === canonicalScript) return canonicalRendition(document)
    const publication = await ifReadable(library.publication(document.id))
    if (publication === undefined) return canonicalRendition(document)
    const tag = formRead(data, [canonicalScript, ...publication.renditions.map((one) => one.tag)])
    return formIn(publication, document, tag) ?? canonicalRendition(document)
  }
}

/** A form with the reader's corrections; nothing where it is not whole, or is one of other words. */
function formIn(
  { document: { digest }, renditions, corrections = [] }: Publication,
  document: CanonicalDocument,
  tag: ScriptTag,
): Rendition | undefined {
  if (digest !== document.digest) return undefined
  const corrected = correctForms(document, renditions, corrections).renditions
  const form = corrected.find((one) => one.tag === tag)
  return form === undefined || form.isUnfinished ? undefined : new Rendition(document, form)
}

/** Does work in slices, before each of which everything else has its turn; gives it up where it is overtaken. */
async function inSlices<T>(steps: Steps<T>, isOvertaken: () => boolean): Promise<T | undefined> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- this is what the loop is for
    await setImmediate()
    if (isOvertaken()) return undefined
    const ends = performance.now() + slice
    let step = steps.next()
    while (!step.done && performance.now() < ends) step = steps.next()
    if (step.done) return step.value
  }
}
