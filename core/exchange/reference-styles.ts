import { citationEn } from '../messages/citation/en'
import type { Rendition } from '../script/rendition'
import { type CitationItem, type Citing, citationItemOf } from './citation'

/** What a reference is made of, with everything but names and titles in English. */
export const inEnglish = (rendition: Rendition, citing: Citing): CitationItem =>
  citationItemOf(rendition, citing, citationEn)

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
 * A note by the Chicago Manual of Style (17th ed., ch. 14): of an article with its journal or newspaper
 * (14.171, 14.191), of a thesis (14.215), of a book and what is like it with its imprint (14.23), of what is
 * on the web with the day of access (14.207); `n.d.` where the day of publication is not known (14.145).
 * The title stays in the script of the text.
 */
export function chicagoNote(rendition: Rendition, citing: Citing): string {
  const reference = inEnglish(rendition, citing)
  const { edition, locator, accessed, address } = reference
  const parts = [
    chicagoAuthors(reference),
    ...chicagoWork(reference),
    edition,
    ...(isDatedApart(reference) ? [longDateOf(reference)] : []),
    locator,
    accessed && `accessed ${longDate(accessed)}`,
    address,
  ]
  const note = parts.filter((part) => part !== undefined).join(', ')
  return note.endsWith('.') ? note : `${note}.`
}

/** Up to three authors by name, of more the first (14.76). A comma within a name would look like one between two. */
function chicagoAuthors({ authors, hasOthers }: CitationItem): string | undefined {
  const [first, second, third] = authors
  if (first === undefined) return undefined
  if (hasOthers || authors.length > 3) return `${first}${first.includes(',') ? ',' : ''} et al.`
  if (authors.some((name) => name.includes(','))) return authors.join('; ')
  if (third !== undefined) return `${first}, ${second}, and ${third}`
  return second === undefined ? first : `${first} and ${second}`
}

/** Whether the day stands by itself, for there is no imprint and no journal that it belongs to. */
const isDatedApart = ({ type, accessed }: CitationItem): boolean =>
  type === 'N' || type === 'EB' || (type === 'R' && accessed !== undefined)

const longDateOf = ({ published }: CitationItem): string =>
  published === undefined ? 'n.d.' : longDate(published)

function chicagoWork(reference: CitationItem): readonly (string | undefined)[] {
  const { type, title, occasion, container, volume, issue, pages, publisher, number } = reference
  const quoted = `“${title}”`
  const imprint = `(${chicagoImprint(reference)})`
  switch (type) {
    case 'J': {
      const where = [container, volume].filter((part) => part !== undefined).join(' ')
      const named = where === '' ? undefined : where
      const dated = `${issue === undefined ? '' : `no. ${issue} `}(${yearOf(reference)})`
      return [quoted, named, pages === undefined ? dated : `${dated}: ${pages}`]
    }
    case 'N':
      return [quoted, container]
    case 'D':
      return [quoted, `(${['thesis', publisher, yearOf(reference)].filter(Boolean).join(', ')})`]
    case 'C':
      return container === undefined
        ? [`${title} ${imprint}`, pages]
        : [quoted, `in ${container} ${imprint}`, pages]
    case 'M':
    case 'S':
    case 'Z':
      return [[title, number].filter(Boolean).join(', ') + ` ${imprint}`]
    case 'R':
      return isDatedApart(reference)
        ? [occasion === undefined ? quoted : `${quoted} (${occasion})`, number, publisher]
        : [[title, number].filter(Boolean).join(', ') + ` ${imprint}`]
    case 'EB':
      return [quoted, publisher]
  }
}

/** Place, publisher and year, as they stand in brackets. */
function chicagoImprint(reference: CitationItem): string {
  const { place, publisher } = reference
  const by = [place, publisher].filter((part) => part !== undefined).join(': ')
  return by === '' ? yearOf(reference) : `${by}, ${yearOf(reference)}`
}

const yearOf = ({ published }: CitationItem): string => published?.slice(0, 4) ?? 'n.d.'

/**
 * What stands behind a quotation by APA (7th ed., 8.17, 8.25 and 8.28): who, when, and which paragraph; and the
 * entry of the list of references by the kind of work (ch. 10), with the day of retrieval where it is found
 * on the web (10.16).
 */
export function apa(
  rendition: Rendition,
  citing: Citing,
): { readonly inText: string; readonly entry: string } {
  const reference = inEnglish(rendition, citing)
  const { title, occasion, published, edition, locator, accessed, address, type } = reference
  const author = apaAuthors(reference)
  const inText = [apaBriefly(reference) ?? title, yearOf(reference), locator]
    .filter(Boolean)
    .join(', ')
  const named = apaTitle(reference) + (edition === undefined ? '' : ` (${edition})`)
  const isWhole = type === 'N' || type === 'EB' || accessed !== undefined
  const day = published !== undefined && isWhole ? apaDate(published) : yearOf(reference)
  const whole =
    author === undefined
      ? [`${named}. (${day}).`]
      : [`${author.replace(/\.$/u, '')}. (${day}). ${named}.`]
  const retrieved =
    accessed === undefined
      ? []
      : [
          address === undefined
            ? `Retrieved ${longDate(accessed)}.`
            : `Retrieved ${longDate(accessed)}, from ${address}`,
        ]
  const source = [occasion, apaSource(reference)].filter(Boolean).map((part) => `${part}.`)
  return { inText: `(${inText})`, entry: [...whole, ...source, ...retrieved].join(' ') }
}

/** The authors behind a quotation: two, of more the first (8.17), persons by their family names. */
function apaBriefly({ authors, hasOthers }: CitationItem): string | undefined {
  const [first, second] = authors.map(familyName)
  if (hasOthers || authors.length > 2) return `${first} et al.`
  return second === undefined ? first : `${first} & ${second}`
}

/** The one word before the only comma of a name, as `Smith, John`; any other name whole, as that of an office. */
const familyName = (name: string): string => /^([^\s,]+),[^,]+$/u.exec(name)?.[1] ?? name

/** The authors in a list of references: of more than twenty the first nineteen and the last (9.8). */
function apaAuthors({ authors, hasOthers }: CitationItem): string | undefined {
  if (hasOthers) return `${authors.slice(0, 19).join(', ')}, et al.`
  const before = authors.slice(0, -1)
  const last = authors.at(-1)
  if (last === undefined || before.length === 0) return last
  return before.length < 20
    ? `${before.join(', ')}, & ${last}`
    : `${before.slice(0, 19).join(', ')}, . . . ${last}`
}

function apaTitle({ type, title, number, publisher }: CitationItem): string {
  if (type === 'D') return `${title} [${['Thesis', publisher].filter(Boolean).join(', ')}]`
  return number === undefined ? title : `${title} (No. ${number})`
}

/** Where a work came out: its journal, its proceedings, its publisher. */
function apaSource(reference: CitationItem): string | undefined {
  const { type, container, volume, issue, pages, publisher } = reference
  const number = issue === undefined ? volume : `${volume ?? ''}(${issue})`
  if (type === 'J') return [container, number, pages].filter(Boolean).join(', ')
  if (type === 'N') return container
  if (type === 'D') return undefined
  const on = pages === undefined ? '' : ` (pp. ${pages})`
  const within = container === undefined ? undefined : `In ${container}${on}`
  return [type === 'C' ? within : undefined, publisher].filter(Boolean).join('. ')
}

/** `2019-03-23` as `2019, March 23`. */
function apaDate(date: string): string {
  const [year, month, day] = date.split('-')
  const name = month === undefined ? undefined : months[Number(month) - 1]
  if (name === undefined) return year ?? date
  return day === undefined ? `${year}, ${name}` : `${year}, ${name} ${Number(day)}`
}
