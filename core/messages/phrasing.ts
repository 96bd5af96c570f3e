import type { Damage } from '../app/store-notice'
import type { LeftOutKind } from '../formats/read-document'
import type { CitationParts } from './citation/en'

const closed = /[。！？…；：，、.!?;:,][”’」』》）)]*$/u

/** Whether words end with a mark of punctuation, so that none is to be put behind them. */
export const endsClosed = (words: string): boolean => closed.test(words)

/** A Chinese title between its marks (GB/T 15834): those that it has itself are not set again, and within it they are single. */
export function titled(title: string): string {
  const bare = /^《([^《》]*)》$/u.exec(title)?.[1] ?? title
  return `《${bare.replaceAll('《', '〈').replaceAll('》', '〉')}》`
}

/** A count with the noun that belongs to it in English. */
export const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`

/** Each of what was left out, in words. */
export const listLeftOut = (
  counts: Readonly<Partial<Record<LeftOutKind, number>>>,
  kinds: Readonly<Record<LeftOutKind, (count: number) => string>>,
  parting: string,
): string =>
  (Object.entries(counts) as [LeftOutKind, number][])
    .map(([kind, count]) => kinds[kind](count))
    .join(parting)

/** Classes of characters in one line. */
export const inClasses = (classes: readonly (readonly string[])[], parting: string): string =>
  classes.map((members) => members.join(' ')).join(parting)

/**
 * What a citation says of days: the day of publication where it is known, else that it is not, and
 * what is known of the copy.
 */
export function datesOf<T>(
  { published, copied }: CitationParts,
  say: Readonly<Record<'published' | 'copiedOn' | 'copiedNotBefore', (date: string) => T>>,
): T | undefined {
  if (published.kind === 'on') return say.published(published.date)
  if (copied.kind === 'on') return say.copiedOn(copied.date)
  return copied.kind === 'not-before' ? say.copiedNotBefore(copied.date) : undefined
}

/** Instants, from ISO 8601, as a reader of a language reads them, in the reader's own time zone. */
export interface Clock {
  readonly day: (instant: string) => string
  /** Day, hour and minute; the hour counted to 23 in every language, as a record counts it. */
  readonly time: (instant: string) => string
}

/** The clock of a language. @param locale a BCP 47 tag */
export function clockOf(locale: string): Clock {
  const day = formatter(locale, { dateStyle: 'medium' })
  const time = formatter(locale, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' })
  return { day, time }
}

/** Making a formatter takes far longer than using it, and lists of notes use it by the thousand. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions) {
  let made: Intl.DateTimeFormat | undefined
  return (instant: string) => {
    made ??= new Intl.DateTimeFormat(locale, options)
    return made.format(new Date(instant))
  }
}

/** How a file can be unreadable that messages have words of their own for. */
type Unreadable = Damage | 'newer' | 'missing' | 'EACCES' | 'EPERM'

interface UnreadableWords extends Readonly<Record<Unreadable, string>> {
  /** @param code the system's own, as EIO */
  readonly other: (code: string) => string
}

/**
 * Says why a file of the reader's is not read, to stand behind its name.
 *
 * @returns what takes how it is damaged, `newer`, `missing`, or the system's code
 */
export const unreadableIn =
  ({ other, ...known }: UnreadableWords) =>
  (reason: string): string =>
    Object.hasOwn(known, reason) ? known[reason as Unreadable] : other(reason)
