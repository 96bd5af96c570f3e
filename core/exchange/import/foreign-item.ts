import type { Quote } from '../../anchor/quote'
import type { MarkStyle } from '../../annotation/style'

/**
 * An annotation of another program's making, as far as we have a place for what it says. Positions
 * are left out: they count in another page, by another unit, and prove nothing.
 */
export interface ForeignItem {
  readonly id: string | undefined
  /** In whatever script the page was in. */
  readonly quote: Quote
  readonly note: string
  readonly tags: readonly string[]
  readonly style: MarkStyle
  /** ISO 8601, milliseconds, UTC; nothing where the file does not say, or not in a way we can read. */
  readonly created: string | undefined
  readonly modified: string | undefined
}
