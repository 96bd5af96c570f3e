import type { Annotation } from '../annotation/annotation'
import type { Rendition } from '../script/rendition'
import { type Excerpt, excerptOf, excerptOfText } from '../search/excerpt'
import { SearchText } from '../search/search-text'
import type { Steps } from '../search/steps'
import type { TextRange } from '../text/range'

/** A place in one of the library's documents that has what is looked for. */
export type LibraryHit =
  | { readonly kind: 'text'; readonly range: TextRange; readonly excerpt: Excerpt }
  /** In a note of the reader's. */
  | { readonly kind: 'note'; readonly annotationId: string; readonly excerpt: Excerpt }

/** What was found in one document: how often, and the first places. */
export interface DocumentFindings {
  readonly documentId: string
  readonly title: string
  /** The `lang` of its text in the form that it is read in, as BCP 47. */
  readonly lang: string
  readonly inText: number
  readonly inNotes: number
  readonly hits: readonly LibraryHit[]
}

/** How many places of a document are given: the text, once it is open, has all of them. */
export const mostHits = { text: 5, notes: 5 } as const

/** The places of a document that have what is looked for, canonical, and those in the notes on it. */
interface Found {
  readonly ranges: readonly TextRange[]
  readonly notes: readonly LibraryHit[]
}

/**
 * Looks for words in a document and in the notes on it, in either script, a step at a time; gives nothing where they
 * have none.
 */
export function* findIn(
  text: SearchText,
  annotations: Iterable<Annotation>,
  query: string,
): Steps<Found | undefined> {
  const ranges = yield* text.findInSteps(query)
  const notes = yield* notesWith(annotations, query)
  return ranges.length === 0 && notes.length === 0 ? undefined : { ranges, notes }
}

/** What was found, as a form of the document has it. */
export const findingsIn = (form: Rendition, { ranges, notes }: Found): DocumentFindings => ({
  documentId: form.document.id,
  title: form.title,
  lang: form.lang,
  inText: ranges.length,
  inNotes: notes.length,
  hits: [
    ...notes.slice(0, mostHits.notes),
    ...ranges
      .slice(0, mostHits.text)
      .map((range) => ({ kind: 'text', range, excerpt: excerptOf(form, range) }) as const),
  ],
})

function* notesWith(
  annotations: Iterable<Annotation>,
  query: string,
): Steps<readonly LibraryHit[]> {
  const hits: LibraryHit[] = []
  for (const { id, note, tags } of annotations) {
    const words = [note, ...tags].filter((part) => part !== '').join('\n')
    if (words === '') continue
    const [place] = yield* new SearchText(words).findInSteps(query)
    if (place) hits.push({ kind: 'note', annotationId: id, excerpt: excerptOfText(words, place) })
    yield
  }
  return hits
}
