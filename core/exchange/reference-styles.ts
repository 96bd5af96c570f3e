import { messagesIn } from '../messages/language'
import type { Rendition } from '../script/rendition'
import { type Citing, type Reference, referenceOf } from './citation'

const inEnglish = (rendition: Rendition, citing: Citing): Reference =>
  referenceOf(rendition, citing, messagesIn.en)

/** `2026-11-26` as `November 26, 2026`; a month or a year as it is known. */
function longDate(date: string): string {
  const [year = '', month, day] = date.split('-')
  const name = month === undefined ? undefined : months[Number(month) - 1]
  if (name === undefined) return year
  return day === undefined ? `${name} ${year}` : `${name} ${Number(day)}, ${year}`
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/**
 * A note by the Chicago Manual of Style (17th ed., 14.207) for a document of the web; `n.d.` where the
 * day of publication is not known (14.145). The title stays in the script of the text.
 */
export function chicagoNote(rendition: Rendition, citing: Citing): string {
  const reference = inEnglish(rendition, citing)
  const { author, title, occasion, published, edition, locator, accessed, address } = reference
  const given = occasion === undefined ? `“${title}”` : `“${title}” (${occasion})`
  const parts = [
    author,
    given,
    edition,
    published === undefined ? 'n.d.' : longDate(published),
    locator,
    `accessed ${longDate(accessed)}`,
    address,
  ]
  return `${parts.filter((part) => part !== undefined).join(', ')}.`
}

/**
 * What stands behind a quotation by APA (7th ed., 8.25 and 8.28): who, when, and which paragraph; and the
 * entry of the list of references (10.16), with the day of retrieval, for there is no day of publication.
 */
export function apa(
  rendition: Rendition,
  citing: Citing,
): { readonly inText: string; readonly entry: string } {
  const reference = inEnglish(rendition, citing)
  const { author, title, occasion, published, edition, locator, accessed, address } = reference
  const [year = 'n.d.'] = published?.split('-') ?? []
  const inText = [author ?? title, year, locator].filter((part) => part !== undefined).join(', ')
  const named = edition === undefined ? title : `${title} (${edition})`
  const retrieved =
    address === undefined
      ? `Retrieved ${longDate(accessed)}.`
      : `Retrieved ${longDate(accessed)}, from ${address}`
  const date = `(${published === undefined ? 'n.d.' : apaDate(published)})`
  const whole = author === undefined ? [`${named}. ${date}.`] : [`${author}. ${date}. ${named}.`]
  const given = occasion === undefined ? [] : [`${occasion}.`]
  return { inText: `(${inText})`, entry: [...whole, ...given, retrieved].join(' ') }
}

/** `2019-03-23` as `2019, March 23`. */
function apaDate(date: string): string {
  const [year, month, day] = date.split('-')
  const name = month === undefined ? undefined : months[Number(month) - 1]
  if (name === undefined) return year ?? date
  return day === undefined ? `${year}, ${name}` : `${year}, ${name} ${Number(day)}`
}

const datePartsOf = (date: string) => ({ 'date-parts': [date.split('-').map(Number)] })

/** The reference as CSL-JSON (Citation Style Language 1.0.2), as Zotero and pandoc read it. */
export function cslJson(rendition: Rendition, citing: Citing): string {
  const reference = inEnglish(rendition, citing)
  const { id, author, title, occasion, published, edition, locator, accessed, address, language } =
    reference
  const item = {
    id,
    type: 'report',
    title,
    ...(author !== undefined && { author: [{ literal: author }] }),
    ...(occasion !== undefined && { 'event-title': occasion }),
    ...(published !== undefined && { issued: datePartsOf(published) }),
    ...(edition !== undefined && { edition }),
    ...(address !== undefined && { URL: address }),
    accessed: datePartsOf(accessed),
    language,
    ...(locator !== undefined && { note: locator }),
  }
  return `${JSON.stringify([item], null, 2)}\n`
}

/** The reference in the RIS format, a tag a line, which reference managers of all kinds read. */
export function ris(rendition: Rendition, citing: Citing): string {
  const reference = inEnglish(rendition, citing)
  const { author, title, occasion, published, edition, locator, accessed, address, language } =
    reference
  const lines: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', 'RPRT'],
    ['AU', author],
    ['TI', title],
    ['T2', occasion],
    ['PY', published?.slice(0, 4)],
    ['DA', published?.replaceAll('-', '/')],
    ['ET', edition],
    ['UR', address],
    ['Y2', accessed.replaceAll('-', '/')],
    ['LA', language],
    ['N1', locator],
    ['ER', ''],
  ]
  return lines
    .filter(([, value]) => value !== undefined)
    .map(([tag, value]) => `${tag}  - ${oneLine(value ?? '')}\r\n`)
    .join('')
}

/** The reference as an entry of BibLaTeX, in Unicode, with the words that must keep their letters in braces. */
export function bibtex(rendition: Rendition, citing: Citing): string {
  const reference = inEnglish(rendition, citing)
  const { id, author, title, occasion, published, edition, locator, accessed, address, language } =
    reference
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    ['author', author && `{${escapeTex(author)}}`],
    ['title', escapeTex(title)],
    ['eventtitle', occasion && escapeTex(occasion)],
    ['date', published],
    ['version', edition && escapeTex(edition)],
    ['url', address],
    ['urldate', accessed],
    ['langid', language.startsWith('zh') ? 'chinese' : undefined],
    ['note', locator && escapeTex(locator)],
  ]
  const lines = fields
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name} = {${oneLine(value ?? '')}},\n`)
  return `@report{${id.replaceAll(/[^\w-]/gu, '-')},\n${lines.join('')}}\n`
}

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

const escapeTex = (text: string): string => text.replaceAll(/[\\{}$&#^_~%]/gu, texSign)

const texSign = (sign: string): string => texNames[sign] ?? `\\${sign}`

const texNames: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
}
