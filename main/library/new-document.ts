import type { DocumentEntry } from '../../core/app/document-entry'
import { CanonicalDocument, type Dating, type DocumentData } from '../../core/document/document'
import type { Publication } from '../../core/publication/publication'
import { formsBeside } from '../../core/script/conversion-forms'
import { charactersOf } from '../../core/text/code-points'
import type { ReadFile } from './document-job'

/** A document's id is the beginning of its words' digest: the same words are the same document. */
export const idOf = ({ digest }: Pick<ReadFile, 'digest'>): string => digest.slice(0, 24)

/**
 * The document that a file was read as.
 *
 * @param name what it is called where the file itself does not say
 */
export function documentOf(read: ReadFile, name = ''): DocumentData {
  const { author, publisher, date } = read.facts
  const published: Dating =
    date !== null && /^\d{4}(-\d\d(-\d\d)?)?$/u.test(date)
      ? { kind: 'on', date }
      : { kind: 'unknown' }
  return {
    id: idOf(read),
    digest: `sha256:${read.digest}`,
    canonicalScript: read.script ?? 'source',
    source: {
      ...(author !== null && { author }),
      ...(publisher !== null && { publisher }),
      published,
      type: read.format === 'epub' ? 'M' : read.format === 'html' ? 'EB' : 'Z',
    },
    blocks: read.blocks,
    title: titleOf(read, name),
    ...(read.facts.language !== null && { language: read.facts.language }),
  }
}

/** What is called neither by a heading nor by its file is called by its first words. */
const titleOf = ({ facts, blocks }: ReadFile, name: string): string =>
  blocks.find((block) => block.kind === 'heading' && block.level === 1)?.text ??
  facts.title ??
  (name ||
    charactersOf(blocks[0]?.text ?? '')
      .slice(0, longestTitle)
      .join(''))

/** In code points. */
const longestTitle = 20

/** What the list says of it. @param file absolute path; null where it is not known */
export function entryOf(
  document: DocumentData,
  file: string | null,
  read: ReadFile,
): DocumentEntry {
  const { script } = read
  const misfits = read.encoding?.misfits.length ?? 0
  const { id, title, length } = new CanonicalDocument(document)
  return {
    id,
    title,
    author: read.facts.author,
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

/** The report that comes with the app, as the library lists it. */
export function entryOfReport({ document: data, renditions }: Publication): DocumentEntry {
  const { id, title, length } = new CanonicalDocument(data)
  return {
    id,
    title,
    author: data.source.author ?? null,
    format: null,
    encoding: null,
    addedAt: null,
    file: null,
    leftOut: {},
    forms: [data.canonicalScript, ...renditions.map(({ tag }) => tag)],
    length,
    removedAt: null,
    replacedBy: null,
    seen: null,
  }
}
