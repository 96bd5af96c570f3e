import { type Section, sectionAt } from '../document/sections'
import type { Annotation } from './annotation'
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
  annotations.filter(({ note }) => note.trim() !== '').length

/** How many marks begin in each section, by its heading's id; those under a lower heading apart. */
export const countBySection = (
  sections: readonly Section[],
  resolved: readonly Resolved[],
): ReadonlyMap<string, number> =>
  countEach(
    resolved.flatMap((item) =>
      isAnchored(item) ? (sectionAt(sections, item.place.start)?.heading.id ?? []) : [],
    ),
  )

function countEach<T>(items: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}
