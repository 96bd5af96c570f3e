import { type Authors, authorsIn, othersBeside } from '../document/citation-data'
import type { DocumentData, DocumentSource, WorkType } from '../document/document'
import { sectionHolding } from '../document/sections'
import { citationMessagesIn } from '../messages/citation/citation-messages'
import type { CitationMessages, LocatorParts } from '../messages/citation/en'
import type { OpenDocument } from '../publication/open-document'
import type { Rendition } from '../script/rendition'
import { charactersOf, codePoints } from '../text/code-points'
import { isEmptyRange, type TextRange } from '../text/range'
import { mainScriptOf } from '../text/script-tag'

/** A passage, with what says where in its document it stands. */
interface CitedPassage {
  readonly open: OpenDocument
  readonly range: TextRange
}

/** What a citation names besides the document. */
export interface Citing {
  /** The version of the app, with which the edited text comes. */
  readonly version: string
  /** The day on which the text is consulted, ISO 8601, as the reader's calendar has it. */
  readonly accessed: string
  /** The passage that is cited; the whole document where there is none. */
  readonly place?: CitedPassage
}

/** What is known for a reference, in the script of the rendition. What nobody knows is absent. */
export interface CitationItem
  extends Authors,
    Pick<
      DocumentSource,
      'publisher' | 'place' | 'container' | 'volume' | 'issue' | 'pages' | 'number' | 'isbn'
    > {
  readonly id: string
  readonly type: WorkType
  readonly title: string
  readonly occasion?: string
  /** ISO 8601, as exact as it is known. */
  readonly published?: string
  /** The text that was read, where it was edited. */
  readonly edition?: string
  /** Where in it, in the words of the reference. */
  readonly locator?: string
  /** With its scheme, so that it can be followed; absent of what is not cited from the web. */
  readonly address?: string
  /** ISO 8601 day; absent of what is not cited from the web. */
  readonly accessed?: string
  /** BCP 47. */
  readonly language: string
}

/**
 * One line that says what is quoted: who, what, where given, and what is known of when it was made
 * public or copied; in the rendition's script. A Chinese document is cited in Chinese, whatever language
 * the app speaks: a sentence of two languages is none.
 */
export function citation(rendition: Rendition, words: CitationMessages): string {
  const { occasion, author = '' } = rendition.source
  const { published, witness } = rendition.document.data.source
  const { authors, hasOthers } = authorsIn(author)
  const [named, others] = isChinese(rendition)
    ? [authors.join('、'), '等']
    : [authors.join('; '), ' et al.']
  return wordsFor(rendition, words).line({
    ...(authors.length > 0 && { author: named + (hasOthers ? others : '') }),
    title: rendition.title,
    ...(occasion !== undefined && { occasion }),
    published,
    copied: witness?.copied ?? { kind: 'unknown' },
  })
}

/** The messages in which a document is spoken of: Chinese ones for what is in Chinese. */
function wordsFor(rendition: Rendition, words: CitationMessages): CitationMessages {
  return isChinese(rendition) ? chineseFor(rendition) : words
}

const isChinese = ({ lang }: Rendition): boolean => lang.startsWith('zh')

/** The messages of a rendition's own script. */
export const chineseFor = ({ tag }: Rendition): CitationMessages =>
  citationMessagesIn[mainScriptOf(tag) === 'hans' ? 'zh-Hans' : 'zh-Hant']

/**
 * What a reference is made of.
 *
 * @param words the messages in whose language the locator and the edition are named
 */
export function citationItemOf(
  rendition: Rendition,
  citing: Citing,
  words: CitationMessages,
): CitationItem {
  const { occasion, publisher, place, container, volume, issue, number } = rendition.source
  const { document } = rendition
  const { published, witness, type = 'R', address = witness?.address } = document.data.source
  const { pages, isbn } = document.data.source
  const isOnline = isWebPage(document.data) || address !== undefined
  const locator = citing.place && locatorOf(rendition, citing.place, words)
  const isEdited = rendition.tag !== 'source' && witness !== undefined
  return {
    id: document.id,
    type,
    ...authorsIn(rendition.source.author ?? ''),
    title: rendition.title,
    ...(occasion !== undefined && { occasion }),
    ...(published.kind === 'on' && { published: published.date }),
    ...(isEdited && { edition: words.edition(citing.version) }),
    ...(locator !== undefined && locator !== '' && { locator }),
    ...(publisher !== undefined && { publisher }),
    ...(place !== undefined && { place }),
    ...(container !== undefined && { container }),
    ...(volume !== undefined && { volume }),
    ...(issue !== undefined && { issue }),
    ...(pages !== undefined && { pages }),
    ...(number !== undefined && { number }),
    ...(isbn !== undefined && { isbn }),
    ...(address !== undefined && { address: withScheme(address) }),
    ...(isOnline && { accessed: citing.accessed }),
    language: rendition.lang,
  }
}

/**
 * An address of the web with its scheme, which references give and programs need: where it begins with the name
 * of a host, it is that which a browser takes. Any other, as a DOI or a shelf mark, stays as it is.
 */
const withScheme = (address: string): string => {
  const [host = '', ...path] = address.split(/(?=[/?#])/u)
  const labels = host.replace(/:\d+$/u, '').split('.')
  const isHost = labels.length > 1 && labels.every((label) => /^[\p{L}\p{N}-]+$/u.test(label))
  return isHost && topLevel.test(labels.at(-1) ?? '')
    ? `http://${[host, ...path].join('')}`
    : address
}

/** What the name of a host ends in; a shelf mark, as 北大.SB, does not. */
const topLevel = /^(?:[a-z]{2,}|xn--[a-z\d-]+|\p{Script=Han}+)$/u

/**
 * Who wrote a document, one by one, and when it was published (ISO 8601), as far as that is known. Others without a
 * name are a last entry, by which they are known again where the list is read.
 */
export function writtenBy({ source, document }: Rendition) {
  const { published } = document.data.source
  const { authors, hasOthers } = authorsIn(source.author ?? '')
  return {
    authors: hasOthers ? [...authors, othersBeside(authors)] : authors,
    date: published.kind === 'on' ? published.date : undefined,
  }
}

/** Whether a document is a page of the web: the report is a report, but was found on one. */
export const isWebPage = ({ source }: Pick<DocumentData, 'source'>): boolean =>
  source.type === undefined || source.type === 'EB'

/** Where a passage stands, as a reference names it: by the marks of its headings and its paragraph. */
export function locatorOf(
  rendition: Rendition,
  { open, range }: CitedPassage,
  words: CitationMessages,
): string {
  const { document, sections, titles, paragraphNumbers } = open
  const partsAt = (offset: number) => {
    const section = sectionHolding(sections, codePoints(offset))
    const number = paragraphNumbers.get(document.blockAt(codePoints(offset))?.block.id ?? '')
    const path = section === undefined ? [] : [...section.above, section.heading]
    return {
      section,
      number,
      path: path
        .filter(({ id }) => !titles.has(id))
        .map(({ id }) => markOf(rendition.block(id).text)),
    }
  }
  const first = partsAt(range.start)
  const last = isEmptyRange(range) ? first : partsAt(range.end - 1)
  const { locator, through } = words
  const named = (from: typeof first, to?: number): string => {
    const parts: LocatorParts =
      from.number === undefined
        ? { path: from.path }
        : { path: from.path, first: from.number, last: to ?? from.number }
    return locator(parts)
  }
  if (first.section === last.section) return named(first, last.number)
  return through(named(first), named(last))
}

/** A heading's own mark, as 一 or （八）; where it has none, its first words. */
function markOf(heading: string): string {
  const [mark] = marks.exec(heading) ?? []
  const characters = charactersOf(heading)
  const isLong = characters.length > longestMark
  return mark ?? (isLong ? `${characters.slice(0, longestMark).join('')}…` : heading)
}

const marks =
  /^(?:第[\p{Script=Han}\d]{1,6}[章節节編编部篇]|[（(][\p{Script=Han}\d]{1,4}[)）]|[一二三四五六七八九十百]{1,4}(?=[、.．])|\d{1,3}(?:\.\d{1,3}){0,3}(?=[.、．\s]))/u

/** As much of a heading without a mark as a locator takes, in code points. */
const longestMark = 16
