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

/** How many annotations have a note. */
export const countNotes = (annotations: readonly Annotation[]): number =>
  annotations.filter(hasNote).length

/** How many annotations there are, and how many of them have a note. */
export interface AnnotationCounts {
  readonly annotations: number
  readonly notes: number
}

/** How many annotations begin in each section, by its heading's id; those under a lower heading apart. */
export function countBySection(
  sections: readonly Section[],
  resolved: readonly Resolved[],
): ReadonlyMap<string, AnnotationCounts> {
  const counts = new Map<string, AnnotationCounts>()
  for (const item of resolved) {
    const id = isAnchored(item) ? sectionAt(sections, item.place.start)?.heading.id : undefined
    if (id === undefined) continue
    const { annotations, notes } = counts.get(id) ?? { annotations: 0, notes: 0 }
    counts.set(id, {
      annotations: annotations + 1,
      notes: notes + (hasNote(item.annotation) ? 1 : 0),
    })
  }
  return counts
}

function countEach<T>(items: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}
