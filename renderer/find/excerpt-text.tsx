import type { Excerpt } from '../../core/search/excerpt'

/** A match, marked, with what stands around it. */
export function ExcerptText({ excerpt: { before, match, after } }: { excerpt: Excerpt }) {
  return (
    <span class="excerpt">
      {before}
      <mark>{match}</mark>
      {after}
    </span>
  )
}
