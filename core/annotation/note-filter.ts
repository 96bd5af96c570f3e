import { type Section, sectionAt } from '../document/sections'
import { isNothing, SearchText } from '../search/search-text'
import { type Annotation, hasNote } from './annotation'
import { isAnchored, type Resolved } from './resolve'
import type { Color } from './style'

/** Which annotations the reader wants to see. Every part narrows; within colours and tags any one will do. */
export interface NoteFilter {
  readonly colors: readonly Color[]
  readonly tags: readonly string[]
  /** The id of a heading; the sections under it are taken with it. */
  readonly section: string | null
  readonly note: 'any' | 'with' | 'without'
  /** Looked for in quote, note and tags, whatever the script. */
  readonly text: string
}

/** Lets everything through. */
export const noFilter: NoteFilter = { colors: [], tags: [], section: null, note: 'any', text: '' }

/** Whether the filter holds anything back. */
export const isFiltering = (filter: NoteFilter): boolean =>
  filter.colors.length > 0 ||
  filter.tags.length > 0 ||
  filter.section !== null ||
  filter.note !== 'any' ||
  !isNothing(filter.text)

/** What a filter lets through. An annotation without a place is in no section. */
export function passes(
  filter: NoteFilter,
  sections: readonly Section[],
): (item: Resolved) => boolean {
  const asksForWords = !isNothing(filter.text)
  return (item) => {
    const { style, tags } = item.annotation
    return (
      (filter.colors.length === 0 || filter.colors.includes(style.color)) &&
      (filter.tags.length === 0 || filter.tags.some((tag) => tags.includes(tag))) &&
      (filter.note === 'any' || (filter.note === 'with') === hasNote(item.annotation)) &&
      (filter.section === null || isUnder(sections, item, filter.section)) &&
      (!asksForWords || wordsOf(item.annotation).find(filter.text).length > 0)
    )
  }
}

function isUnder(sections: readonly Section[], item: Resolved, headingId: string): boolean {
  if (!isAnchored(item)) return false
  const section = sectionAt(sections, item.place.start)
  return (
    section !== undefined &&
    (section.heading.id === headingId || section.above.some(({ id }) => id === headingId))
  )
}

const words = new WeakMap<Annotation, SearchText>()

/** All the words of an annotation; kept ready, for a filter is asked again with each key pressed. */
function wordsOf(annotation: Annotation): SearchText {
  const { quote, note, tags } = annotation
  const known = words.get(annotation) ?? new SearchText([quote.exact, note, ...tags].join('\n'))
  words.set(annotation, known)
  return known
}

/** The one changed last first. */
export const byLatest = (a: Resolved, b: Resolved): number =>
  a.annotation.modifiedAt < b.annotation.modifiedAt
    ? 1
    : a.annotation.modifiedAt > b.annotation.modifiedAt
      ? -1
      : 0
