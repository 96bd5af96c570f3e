import type { DocumentEntry } from '../../core/app/document-entry'
import { wallTime } from '../../core/messages/wall-time'

type Titled = Pick<DocumentEntry, 'id' | 'title' | 'addedAt'>

/**
 * What tells a document apart from others of its title, as two texts of one file: when it was read in, by
 * the reader's clock, to the minute; to the second, or with the beginning of its id, where that does not do.
 * Nothing where no other is called so, and of the report, which comes with the app.
 */
export function disambiguatorOf(document: Titled, all: readonly Titled[]): string | undefined {
  const { id, title, addedAt } = document
  const others = all.filter((other) => other.id !== id && other.title === title)
  if (others.length === 0 || addedAt === null) return undefined
  const ways = [toMinute, toSecond].map((way) => ({
    said: way(document),
    isOwn: others.every((other) => way(other) !== way(document)),
  }))
  return ways.find(({ isOwn }) => isOwn)?.said ?? `${toSecond(document)} · ${id.slice(0, 6)}`
}

const timeOf = ({ addedAt }: Titled, pattern: string): string =>
  addedAt === null ? '' : wallTime(addedAt).slice(0, pattern.length).replace('T', ' ')

const toMinute = (document: Titled) => timeOf(document, 'yyyy-mm-dd hh:mm')

const toSecond = (document: Titled) => timeOf(document, 'yyyy-mm-dd hh:mm:ss')

/** A title with what tells it apart. */
export const titleWith = (title: string, disambiguator: string | undefined): string =>
  disambiguator === undefined ? title : `${title} · ${disambiguator}`
