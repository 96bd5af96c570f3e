import { othersBeside } from '../document/citation-data'
import type { Rendition } from '../script/rendition'
import { type CitationItem, type Citing, chineseFor, citationItemOf, isWebPage } from './citation'

/**
 * The entry of a list of references by GB/T 7714-2015, by the kind of work (4.1 to 4.7, Annex A). What is
 * found on the web has `/OL` behind its letter, the day of citing in square brackets, and its address; a
 * page of the web besides the day of publication in round ones (4.7). That day is given only where it is
 * known: the standard's estimated year in square brackets (8.4.3) would be taken here for the day of citing.
 * Nor are an author, a place or a publisher invented, whom the numbered style leaves out where nobody is
 * known (8.1).
 */
export function gbt7714(rendition: Rendition, citing: Citing): string {
  const reference = citationItemOf(rendition, citing, chineseFor(rendition))
  const { edition, accessed, address, type, container } = reference
  const isPage = isWebPage(rendition.document.data)
  const within = type === 'C' && container !== undefined ? `//${container}` : ''
  const issued = isPage ? roundBrackets(reference.published) : issueOf(reference)
  const where = joined([reference.pages, reference.locator], ', ')
  const dated = joined([issued, where], ': ')
  return [
    authorsOf(reference),
    `${titleOf(reference)}[${type}${accessed === undefined ? '' : '/OL'}]${within}`,
    edition,
    accessed === undefined ? dated : `${dated ?? ''}[${accessed}]`,
    address,
  ]
    .filter((part) => part !== undefined)
    .map((part) => `${part}.`)
    .join(' ')
}

/** The authors: of more than three the first three (8.1.2). A comma within a name would look like one between two. */
function authorsOf({ authors, hasOthers }: CitationItem): string | undefined {
  if (authors.length === 0) return undefined
  const named = authors.slice(0, 3)
  const isCut = hasOthers || authors.length > 3
  return [...named, ...(isCut ? [othersBeside(named)] : [])].join(
    named.some((name) => name.includes(',')) ? '; ' : ', ',
  )
}

/** Title and other title information; that of a standard or a report is its number. */
function titleOf({ type, title, occasion, number }: CitationItem): string {
  const isNumbered = type === 'S' || type === 'R'
  return joined([title, occasion, isNumbered ? number : undefined], ': ') ?? title
}

/** Where, by whom and when it was issued. */
function issueOf(reference: CitationItem): string | undefined {
  const { type, published, place, publisher, container, volume = '', issue } = reference
  const year = published?.slice(0, 4)
  const number = issue === undefined ? '' : `(${issue})`
  if (type === 'J') {
    // A journal that counts no volumes has the issue behind the year.
    const counted = volume === '' ? [`${year ?? ''}${number}`] : [year, volume + number]
    return joined([container, ...counted], ', ')
  }
  if (type === 'N') return joined([container, `${published ?? ''}${number}`], ', ')
  return joined([joined([place, publisher], ': '), year], ', ')
}

const roundBrackets = (date: string | undefined) => (date === undefined ? undefined : `(${date})`)

/** What is known of some parts; nothing where none is. */
function joined(parts: readonly (string | undefined)[], by: string): string | undefined {
  const known = parts.filter((part) => part !== undefined && part !== '')
  return known.length === 0 ? undefined : known.join(by)
}
