import type { DocumentEntry, ShownWork } from '../../core/app/document-entry'
import type { Block } from '../../core/document/block'
import { citationFields, longestField } from '../../core/document/citation-data'
import {
  CanonicalDocument,
  type Dating,
  type DocumentData,
  type DocumentSource,
  type WorkType,
  workTypes,
} from '../../core/document/document'
import type { DocumentFacts, Fact } from '../../core/formats/facts'
import type { DocumentFormat } from '../../core/formats/read-document'
import { OpenDocument } from '../../core/publication/open-document'
import type { Publication } from '../../core/publication/publication'
import { formsBeside } from '../../core/script/conversion-forms'
import type { Rendition } from '../../core/script/rendition'
import { charactersOf } from '../../core/text/code-points'
import type { ReadFile } from './document-job'

/** A document's id is the beginning of its words' digest: the same words are the same document. */
export const idOf = ({ digest }: Pick<ReadFile, 'digest'>): string => digest.slice(0, 24)

/**
 * What is known of the work that a file is; a file that gives it no title is called by its own name.
 *
 * @param name that of the file, without its ending
 */
export const factsOf = (
  { facts, blocks }: Pick<ReadFile, 'facts' | 'blocks'>,
  name: string,
): DocumentFacts => ({
  ...facts,
  title: facts.title ?? titleInstead(blocks, name),
})

/** In code points. */
const longestTitle = 20

function titleInstead(blocks: readonly Block[], name: string): Fact {
  if (name !== '') return { value: name, from: { kind: 'file-name' } }
  const words = charactersOf(blocks[0]?.text ?? '')
  return { value: words.slice(0, longestTitle).join(''), from: { kind: 'text' } }
}

/** The document that a file was read as. @param facts what is known of it */
export function documentOf(read: Omit<ReadFile, 'described'>, facts: DocumentFacts): DocumentData {
  return {
    id: idOf(read),
    digest: `sha256:${read.digest}`,
    canonicalScript: read.script ?? 'source',
    source: sourceOf(facts, read.format),
    blocks: read.blocks,
    ...(facts.title && { title: facts.title.value }),
    ...(facts.language && { language: facts.language.value }),
    ...(read.isVertical && { isVertical: true }),
  }
}

/** What a citation needs to know of a file, by what it says. */
export function sourceOf(facts: DocumentFacts, format: DocumentFormat): DocumentSource {
  const { date, type } = facts
  const words = citationFields.flatMap((name) => {
    const fact = name === 'title' || name === 'date' ? undefined : facts[name]
    return fact === undefined ? [] : [[name, fact.value.slice(0, longestField)] as const]
  })
  const published: Dating =
    date === undefined ? { kind: 'unknown' } : { kind: 'on', date: date.value }
  const known = workTypes.find((one) => one === type?.value)
  return { ...Object.fromEntries(words), published, type: known ?? typesBy[format] ?? 'Z' }
}

/** What a file of a format is most likely. */
const typesBy: Readonly<Partial<Record<DocumentFormat, WorkType>>> = { epub: 'M', html: 'EB' }

/**
 * What the list says of it.
 *
 * @param facts what is known of it
 * @param file absolute path; null where it is not known
 */
export function entryOf(
  document: DocumentData,
  facts: DocumentFacts,
  file: string | null,
  read: ReadFile,
): DocumentEntry {
  const { script } = read
  const misfits = read.encoding?.misfits.length ?? 0
  const { id, title, length } = new CanonicalDocument(document)
  return {
    id,
    title,
    author: facts.author?.value ?? null,
    facts,
    format: read.format,
    encoding: read.encoding?.encoding ?? null,
    ...(misfits > 0 && { misfits }),
    addedAt: new Date().toISOString(),
    file,
    leftOut: Object.fromEntries(read.leftOut),
    forms: script === null ? ['source'] : [script, ...formsBeside[script]],
    length,
    removedAt: null,
    replacedBy: null,
    seen: null,
  }
}

/** What the list says of a document that is open: in each of its forms, and in its own by itself. */
export const describedBy = ({
  document,
  canonical,
  renditions,
}: OpenDocument): Pick<DocumentEntry, 'title' | 'author' | 'described' | 'length'> => ({
  ...shownIn(canonical),
  described: Object.fromEntries(Array.from(renditions, ([tag, form]) => [tag, shownIn(form)])),
  length: document.length,
})

const shownIn = ({ title, source }: Rendition): ShownWork => ({
  title,
  author: source.author ?? null,
})

/** The report that comes with the app, as the library lists it. */
export function entryOfReport(report: Publication): DocumentEntry {
  const { document: data, renditions } = report
  return {
    id: data.id,
    ...describedBy(new OpenDocument(report)),
    format: null,
    encoding: null,
    addedAt: null,
    file: null,
    leftOut: {},
    forms: [data.canonicalScript, ...renditions.map(({ tag }) => tag)],
    removedAt: null,
    replacedBy: null,
    seen: null,
  }
}
