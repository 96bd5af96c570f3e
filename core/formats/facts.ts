import type { Block } from '../document/block'
import { authorField, type CitationField, isDate } from '../document/citation-data'

/** What a document can say of itself: what it is cited by, its language, and when its file was made. */
export type FactName =
  | CitationField
  /** One of the kinds of works. */
  | 'type'
  /** BCP 47. */
  | 'language'
  /** When the file was made, ISO 8601: no day of publication, though it can be the same. */
  | 'made'

/** Where a fact stands: under a name that the format gives it, or where else a title is taken from. */
export type FactOrigin =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'heading' | 'text' | 'file-name' }

export interface Fact {
  /** Without white space around it; never empty. A date is ISO 8601 where it can be understood. */
  readonly value: string
  readonly from: FactOrigin
}

/** What a document says of itself; what it does not say is absent. */
export type DocumentFacts = Readonly<Partial<Record<FactName, Fact>>>

/** The fact that some words make, if there are any. @param name the field that they stand under */
export function fieldFact(name: string, words: string | null | undefined): Fact | undefined {
  const value = words?.replaceAll(/\s+/gu, ' ').trim() ?? ''
  return value === '' ? undefined : { value, from: { kind: 'field', name } }
}

/** Those facts that are known. A date that cannot be understood is none. */
export function knownFacts(
  facts: Readonly<Partial<Record<FactName, Fact | undefined>>>,
): DocumentFacts {
  const known = Object.entries(facts).flatMap(([name, fact]) => {
    if (fact === undefined) return []
    if (name !== 'date' && name !== 'made') return [[name, fact] as const]
    const value = isoDateOf(fact.value)
    return value === undefined ? [] : [[name, { ...fact, value }] as const]
  })
  return Object.fromEntries(known)
}

/**
 * The title that a document's headings give it: the first of the first level, unless that is numbered as a
 * part of something.
 */
export function headingFact(blocks: readonly Block[]): Fact | undefined {
  const heading = blocks.find((block) => block.kind === 'heading' && block.level === 1)
  if (heading === undefined || heading.text === '' || isNumbered(heading.text)) return undefined
  return { value: heading.text, from: { kind: 'heading' } }
}

/** Whether a heading is numbered as the parts of Chinese books and documents are: 第一章, 一、, （一）. */
const isNumbered = (heading: string): boolean =>
  /^(?:第[零〇一二三四五六七八九十百千兩两\d０-９]{1,9}[部編编卷篇章回節节條条]|[一二三四五六七八九十]{1,4}、|[（(][一二三四五六七八九十]{1,4}[）)])/u.test(
    heading,
  )

/** Several names as one fact: who wrote a work together. */
export function joinedFact(facts: readonly Fact[]): Fact | undefined {
  const [first] = facts
  const names = [...new Set(facts.map(({ value }) => value))]
  return first && { ...first, value: authorField(names) }
}

/** Years before this one are what programs write that know none. */
const firstYear = 1_000

/** Figures in a row: a year, a month and a day, and of a time its hours, minutes and seconds. */
const inFigures = /^(\d{4})(\d\d)(\d\d)(?:\d{4}(?:\d\d)?)?(?!\d)/u

/** A year, and a month and a day that stand apart. */
const inParts = /^(\d{4})(?:\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d+))?)?/u

/**
 * A date as it is written in Chinese or by ISO 8601, with or without a time of the day: 2019年3月1日, 2019-03,
 * 2019/3/1 08:00, 20190301. The day is that of the place where it was written. Other figures in a row are none:
 * programs count seconds in them.
 *
 * @returns ISO 8601: a year, a month or a day; nothing where it is none of these
 */
export function isoDateOf(text: string): string | undefined {
  const written = text.normalize('NFKC').trim()
  const way = /^\d{5}/u.test(written) ? inFigures : inParts
  const [, year, month, day] = way.exec(written) ?? []
  if (year === undefined || Number(year) < firstYear) return undefined
  const known = [year, month, ...(day !== undefined && day.length <= 2 ? [day] : [])]
  const date = known.flatMap((part) => part?.padStart(2, '0') ?? []).join('-')
  return isDate(date) ? date : undefined
}

/** The number of a book (ISBN) in some words, without its hyphens; nothing where its check digit is wrong. */
function isbnIn(words: string): string | undefined {
  const number = /(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx]/u
    .exec(words)?.[0]
    .replaceAll(/[- ]/gu, '')
    .toUpperCase()
  if (number === undefined) return undefined
  const digits = [...number].map((one) => (one === 'X' ? 10 : Number(one)))
  const weighed = (weight: (at: number) => number) =>
    digits.reduce((sum, digit, at) => sum + digit * weight(at), 0)
  const isRight =
    digits.length === 10
      ? weighed((at) => 10 - at) % 11 === 0
      : weighed((at) => (at % 2 === 0 ? 1 : 3)) % 10 === 0
  return isRight ? number : undefined
}

/** What of a fact is the number of a book. */
export function isbnOf(fact: Fact | undefined): Fact | undefined {
  const value = fact && isbnIn(fact.value)
  return fact && value ? { ...fact, value } : undefined
}
