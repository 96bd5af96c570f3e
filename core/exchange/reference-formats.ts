import type { WorkType } from '../document/document'
import type { Rendition } from '../script/rendition'
import type { CitationItem, Citing } from './citation'
import { inEnglish } from './reference-styles'

/** What the formats call the kinds of works. A paper and the proceedings it stands in are told apart. */
interface TypeNames {
  readonly csl: string
  readonly ris: string
  readonly bibtex: string
}

const typeNames: Readonly<Record<WorkType, TypeNames>> = {
  M: { csl: 'book', ris: 'BOOK', bibtex: 'book' },
  R: { csl: 'report', ris: 'RPRT', bibtex: 'report' },
  J: { csl: 'article-journal', ris: 'JOUR', bibtex: 'article' },
  N: { csl: 'article-newspaper', ris: 'NEWS', bibtex: 'article' },
  D: { csl: 'thesis', ris: 'THES', bibtex: 'thesis' },
  C: { csl: 'paper-conference', ris: 'CPAPER', bibtex: 'inproceedings' },
  S: { csl: 'standard', ris: 'STAND', bibtex: 'standard' },
  EB: { csl: 'webpage', ris: 'ELEC', bibtex: 'online' },
  Z: { csl: 'document', ris: 'GEN', bibtex: 'misc' },
}

const proceedings: TypeNames = { csl: 'book', ris: 'CONF', bibtex: 'proceedings' }

const namesOf = ({ type, container }: CitationItem): TypeNames =>
  type === 'C' && container === undefined ? proceedings : typeNames[type]

const datePartsOf = (date: string) => ({ 'date-parts': [date.split('-').map(Number)] })

/** The reference as CSL-JSON (Citation Style Language 1.0.2), as Zotero and pandoc read it. */
export const cslJson = (rendition: Rendition, citing: Citing): string =>
  cslJsonOf([cslItem(rendition, citing)])

/** Items of CSL-JSON as a file. What is not known of one is undefined, which JSON leaves out. */
export const cslJsonOf = (items: readonly object[]): string => `${JSON.stringify(items, null, 2)}\n`

/** @param notes what was written on the work, each by itself */
export function cslItem(
  rendition: Rendition,
  citing: Citing,
  notes: readonly string[] = [],
): object {
  const reference = inEnglish(rendition, citing)
  const { id, authors, title, occasion, published, edition, locator, accessed, address } = reference
  return {
    id,
    type: namesOf(reference).csl,
    title,
    author: authors.length === 0 ? undefined : authors.map((name) => ({ literal: name })),
    'container-title': reference.container,
    volume: reference.volume,
    issue: reference.issue,
    page: reference.pages,
    number: reference.number,
    ISBN: reference.isbn,
    publisher: reference.publisher,
    'publisher-place': reference.place,
    'event-title': occasion,
    issued: published && datePartsOf(published),
    edition,
    URL: address,
    accessed: accessed && datePartsOf(accessed),
    language: reference.language,
    note: locator,
    annote: notes.length === 0 ? undefined : notes.join('\n\n'),
  }
}

/** Pages as TeX sets a span of them. */
const spanOf = (pages: string): string =>
  pages
    .split(/[-–—]+/u)
    .map((page) => page.trim())
    .join('--')

/**
 * The reference in the RIS format, a tag a line, which reference managers of all kinds read.
 *
 * @param notes what was written on the work, each by itself
 */
export function ris(rendition: Rendition, citing: Citing, notes: readonly string[] = []): string {
  const reference = inEnglish(rendition, citing)
  const { authors, title, occasion, published, edition, locator, accessed, address } = reference
  const { container, pages = '' } = reference
  const [first, last] = /^(\d+)\s*[-–—]\s*(\d+)$/u.exec(pages.trim())?.slice(1) ?? [pages]
  const lines: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', namesOf(reference).ris],
    ...authors.map((name) => ['AU', name] as const),
    ['TI', title],
    ['T2', container ?? occasion],
    ['VL', reference.volume],
    ['IS', reference.issue],
    ['SP', first === '' ? undefined : first],
    ['EP', last],
    ['M1', reference.number],
    ['SN', reference.isbn],
    ['PB', reference.publisher],
    ['CY', reference.place],
    ['PY', published?.slice(0, 4)],
    ['DA', published?.replaceAll('-', '/')],
    ['ET', edition],
    ['UR', address],
    ['Y2', accessed?.replaceAll('-', '/')],
    ['LA', reference.language],
    ['N1', locator],
    ...notes.map((note) => ['N1', note] as const),
    ['ER', ''],
  ]
  return lines
    .filter(([, value]) => value !== undefined)
    .map(([tag, value]) => `${tag}  - ${oneLine(value ?? '')}\r\n`)
    .join('')
}

/**
 * The reference as an entry of BibLaTeX, in Unicode, with the words that must keep their letters in braces.
 *
 * @param notes what was written on the work, each by itself
 */
export function bibtex(
  rendition: Rendition,
  citing: Citing,
  notes: readonly string[] = [],
): string {
  const reference = inEnglish(rendition, citing)
  const { id, type, authors, hasOthers, title, occasion, published, edition, locator } = reference
  const { accessed, address, language, container, issue, number, pages } = reference
  // A thesis and a report are an institution's, which BibLaTeX does not call a publisher.
  const issuer = type === 'R' || type === 'D' ? 'institution' : 'publisher'
  // Without braces, in which it would be a name.
  const names = [...authors.map(bracedTex), ...(hasOthers ? ['others'] : [])]
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    ['author', authors.length === 0 ? undefined : names.join(' and ')],
    ['title', escapeTex(title)],
    ['entrysubtype', type === 'N' ? 'newspaper' : undefined],
    ['type', type === 'D' ? 'Thesis' : undefined],
    [type === 'C' ? 'booktitle' : 'journaltitle', escapedTex(container)],
    ['volume', escapedTex(reference.volume)],
    ['number', escapedTex(issue ?? number)],
    ['pages', escapedTex(pages && spanOf(pages))],
    ['isbn', escapedTex(reference.isbn)],
    [issuer, escapedTex(reference.publisher)],
    ['location', escapedTex(reference.place)],
    ['eventtitle', escapedTex(occasion)],
    ['date', published],
    ['version', escapedTex(edition)],
    // Addresses are taken as they stand: a brace alone in one would swallow the entries behind it.
    ['url', address?.replaceAll(/[{}\\]/gu, encodeURIComponent)],
    ['urldate', accessed],
    ['langid', language.startsWith('zh') ? 'chinese' : undefined],
    ['note', escapedTex(locator)],
    ['annotation', notes.length === 0 ? undefined : escapeTex(notes.join(' ¶ '))],
  ]
  const lines = fields
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name} = {${oneLine(value ?? '')}},\n`)
  return `@${namesOf(reference).bibtex}{${id.replaceAll(/[^\w-]/gu, '-')},\n${lines.join('')}}\n`
}

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

/** A name that is not taken apart. */
const bracedTex = (name: string): string => `{${escapeTex(name)}}`

const escapedTex = (text: string | undefined): string | undefined => text && escapeTex(text)

const escapeTex = (text: string): string => text.replaceAll(/[\\{}$&#^_~%]/gu, texSign)

const texSign = (sign: string): string => texNames[sign] ?? `\\${sign}`

/** Those of TeX's signs that a backslash does not do for. Of braces programs count those behind a backslash, too. */
const texNames: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
}
