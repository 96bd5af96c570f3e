import type { CodePoints } from '../text/code-points'
import { countBelow } from '../text/offset-index'
import { type TextRange, textRange } from '../text/range'
import type { Heading } from './block'
import type { CanonicalDocument } from './document'

/** A stretch of a document under one heading, up to the next heading of any level. */
export interface Section {
  readonly heading: Heading
  /** The headings above this one, from the document's title down. */
  readonly above: readonly Heading[]
  /** From the heading's start to the next heading, or to the text's end. */
  readonly range: TextRange
}

/** The sections of a document in order, its title's among them. */
export function sectionsOf(document: CanonicalDocument): readonly Section[] {
  const headings = document.placed.flatMap(({ block, range }) =>
    block.kind === 'heading' ? [{ block, start: range.start }] : [],
  )
  const open: Heading[] = []
  return headings.map(({ block, start }, i) => {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= block.level) open.pop()
    const above = [...open]
    open.push(block)
    const end = headings[i + 1]?.start ?? document.length
    return { heading: block, above, range: textRange(start, end) }
  })
}

/** The section that holds the offset; before the first heading, the first. */
export function sectionAt(sections: readonly Section[], offset: CodePoints): Section | undefined {
  const past = countBelow(sections, (section) => section.range.start <= offset)
  return sections[Math.max(0, past - 1)]
}

/** The section that holds the offset; nothing before the first heading. */
export function sectionHolding(
  sections: readonly Section[],
  offset: CodePoints,
): Section | undefined {
  const section = sectionAt(sections, offset)
  return section !== undefined && section.range.start <= offset ? section : undefined
}

/**
 * The headings, by their ids, that are no section's but the title of the whole: the only one of the first level, or
 * of several that which says it.
 */
export function titleHeadings(sections: readonly Section[], title: string): ReadonlySet<string> {
  const first = sections.map(({ heading }) => heading).filter(({ level }) => level === 1)
  const titles = first.filter(({ text }) => first.length === 1 || text === title)
  return new Set(titles.map(({ id }) => id))
}
