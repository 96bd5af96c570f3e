import { type Section, sectionAt } from '../document/sections'
import { type Annotation, hasNote } from './annotation'
import { isAnchored, type Resolved } from './resolve'
import type { Color } from './style'

/** How many annotations bear each tag, the most used first; of equals, in the order of the tags. */
export function countTags(annotations: Iterable<Annotation>): ReadonlyMap<string, number> {
  const counts = countEach(Array.from(annotations).flatMap(({ tags }) => tags))
  return new Map(
    [...counts].toSorted(([a, most], [b, more]) => more - most || a.localeCompare(b, 'zh')),
  )
}

/** How many annotations there are in each colour. */
export const countColors = (annotations: Iterable<Annotation>): ReadonlyMap<Color, number> =>
  countEach(Array.from(annotations, ({ style }) => style.color))

/** How many annotations say something, and are not bare marks. */
export const countNotes = (annotations: readonly Annotation[]): number =>
  annotations.filter(hasNote).length

/** How many marks there are, and how many of them say something. */
export interface NoteCounts {
  readonly marks: number
  readonly notes: number
}

/** How many marks begin in each section, by its heading's id; those under a lower heading apart. */
export function countBySection(
  sections: readonly Section[],
  resolved: readonly Resolved[],
): ReadonlyMap<string, NoteCounts> {
  const counts = new Map<string, NoteCounts>()
  for (const item of resolved) {
    const id = isAnchored(item) ? sectionAt(sections, item.place.start)?.heading.id : undefined
    if (id === undefined) continue
    const { marks, notes } = counts.get(id) ?? { marks: 0, notes: 0 }
    counts.set(id, { marks: marks + 1, notes: notes + (hasNote(item.annotation) ? 1 : 0) })
  }
  return counts
}

function countEach<T>(items: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}
