import { type Section, sectionAt } from '../document/sections'
import type { TextRange } from '../text/range'

/** The hits of one section. */
export interface SectionHits {
  /** Absent where the document has no sections. */
  readonly section: Section | undefined
  /** The number of its first hit among all hits, from 0. */
  readonly first: number
  readonly hits: readonly TextRange[]
}

/** How many hits the section has that has most: 0 where there are no hits. */
export const mostInSection = (groups: readonly SectionHits[]): number =>
  groups.reduce((most, { hits }) => Math.max(most, hits.length), 0)

/** Hits in text order, grouped by the section that each begins in. */
export function bySection(
  sections: readonly Section[],
  hits: readonly TextRange[],
): readonly SectionHits[] {
  const groups: { section: Section | undefined; first: number; hits: TextRange[] }[] = []
  for (const [i, hit] of hits.entries()) {
    const section = sectionAt(sections, hit.start)
    const last = groups.at(-1)
    if (last !== undefined && last.section === section) last.hits.push(hit)
    else groups.push({ section, first: i, hits: [hit] })
  }
  return groups
}
