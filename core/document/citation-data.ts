import type { DocumentData, DocumentSource, WorkType } from './document'

/** The longest that a field may be, in UTF-16 units. */
export const longestField = 2_000

/** What a reader can say of the work that a document is; in whatever script they write. */
export const citationFields = [
  'title',
  'author',
  /** ISO 8601: a year, a month or a day. */
  'date',
  'place',
  'publisher',
  /** The journal, newspaper or proceedings that it stands in. */
  'container',
  'volume',
  'issue',
  'pages',
  /** Of a standard or a report. */
  'number',
  'isbn',
  /** Where it is found on the web. */
  'address',
] as const

export type CitationField = (typeof citationFields)[number]

/** The work that a document is, as the reader has it cited; empty is what is not known. */
export type CitationData = Readonly<Record<CitationField, string>> & { readonly type: WorkType }

/** What a document is cited as, beside what its file says. */
export interface KnownCitation {
  readonly citation: CitationData
  /** What it would be cited as by its file alone. */
  readonly byFile: CitationData
  /** When its file was made, ISO 8601; null where it does not say. No day of publication, but often near one. */
  readonly made: string | null
}

/** The fields that a work of each kind has, besides title, author, date and address. */
export const fieldsOf: Readonly<Record<WorkType, readonly CitationField[]>> = {
  M: ['place', 'publisher', 'isbn'],
  R: ['number', 'place', 'publisher'],
  J: ['container', 'volume', 'issue', 'pages'],
  N: ['container', 'issue'],
  D: ['place', 'publisher'],
  C: ['container', 'place', 'publisher', 'pages'],
  S: ['number', 'place', 'publisher'],
  EB: ['publisher'],
  Z: ['place', 'publisher'],
}

/** A year, a month or a day by ISO 8601, that there is. */
export function isDate(text: string): boolean {
  const [, year, month = '01', day = '01'] =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/u.exec(text.trim()) ?? []
  if (year === undefined) return false
  const instant = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return (
    !Number.isNaN(instant.valueOf()) && instant.toISOString().startsWith(`${year}-${month}-${day}`)
  )
}

/** What is known of a document now, to be shown and changed. @param title as the document is called */
export function citationDataOf(
  { source }: Pick<DocumentData, 'source'>,
  title: string,
): CitationData {
  const { author, publisher, published, type, place, container } = source
  const { volume, issue, pages, number, isbn, address, witness } = source
  return {
    type: type ?? 'R',
    title,
    author: author ?? '',
    date: published.kind === 'on' ? published.date : '',
    place: place ?? '',
    publisher: publisher ?? '',
    container: container ?? '',
    volume: volume ?? '',
    issue: issue ?? '',
    pages: pages ?? '',
    number: number ?? '',
    isbn: isbn ?? '',
    address: address ?? witness?.address ?? '',
  }
}

/** A document as the reader has it cited. A title that is left empty stays what it is. */
export function citedAs(document: DocumentData, citation: CitationData): DocumentData {
  const { type, title, date, ...words } = citation
  const kept = new Set<CitationField>(['author', 'address', ...fieldsOf[type]])
  const given = Object.entries(words)
    .map(([field, text]) => [field, text.trim()] as const)
    .filter(([field, text]) => text !== '' && kept.has(field as CitationField))
  const source: DocumentSource = {
    ...Object.fromEntries(given),
    published: isDate(date) ? { kind: 'on', date: date.trim() } : { kind: 'unknown' },
    type,
  }
  return { ...document, ...(title.trim() !== '' && { title: title.trim() }), source }
}

/** Whether there is enough to cite a work by: who wrote it, and when. */
export const isCitable = ({ source }: Pick<DocumentData, 'source'>): boolean =>
  source.author !== undefined && source.published.kind === 'on'

/** Those who wrote a work together. */
export interface Authors {
  /** A name each; none where nobody is known. */
  readonly authors: readonly string[]
  /** Whether there are more of them, whom nothing names. */
  readonly hasOthers: boolean
}

/**
 * Those who wrote a work together, as one field names them: parted by `、` or a semicolon, or by commas where all
 * names are Chinese. Any other comma stands within a name, as behind a family name. A last `等` or `et al.` is
 * nobody's name.
 */
export function authorsIn(author: string): Authors {
  const named = withoutOthers(author.trim())
  const authors = partedBy(named, /[;；、]/u).flatMap((part) => {
    const names = partedBy(part, /[,，]/u)
    return names.every(isChineseName) ? names : [part]
  })
  return { authors, hasOthers: authors.length > 0 && named !== author.trim() }
}

/** What stands at the end of a list for those whom it does not name. */
const others = ['等人', '等', 'et al.', 'et al'] as const

function withoutOthers(author: string): string {
  const ending = others.find((one) => author.toLowerCase().endsWith(one))
  if (ending === undefined) return author
  const named = author.slice(0, -ending.length)
  const isEndOfWord = ending.startsWith('e') && /\p{L}$/u.test(named)
  return isEndOfWord ? author : named.trimEnd().replace(/[,，]$/u, '')
}

/** The word for those whom a list does not name, by the names in it. */
export const othersBeside = (names: readonly string[]): string =>
  names.some((name) => /\p{Script=Han}/u.test(name)) ? '等' : 'et al'

/** Names as one field, from which `authorsIn` has them again. */
export const authorField = (names: readonly string[]): string =>
  names.join(names.every(isChineseName) ? ', ' : '; ')

const partedBy = (words: string, sign: RegExp): readonly string[] =>
  words
    .split(sign)
    .map((part) => part.trim())
    .filter((part) => part !== '')

const isChineseName = (name: string): boolean =>
  /\p{Script=Han}/u.test(name) && !/[\p{Script=Latin},，]/u.test(name)
