import { countBelow } from './offset-index'
import { byPlace, type TextRange, textRange } from './range'

/**
 * Things that stand on ranges of a text, made ready to be asked which of them stand on a passage.
 *
 * A balanced tree of the ranges by their starts, each knot knowing how far anything under it reaches, laid
 * out in an array (an augmented interval tree; Cormen et al., Introduction to Algorithms, 14.3). A
 * question costs O(log n + what is found), however much stands elsewhere.
 */
export class IntervalIndex<T> {
  /** In text order: by start, and of two with one start the longer first. */
  readonly items: readonly T[]
  readonly #ranges: readonly TextRange[]
  /** For the item in the middle of a stretch, the farthest end in that stretch. */
  readonly #reach: Float64Array

  constructor(items: readonly T[], rangeOf: (item: T) => TextRange) {
    this.items = isAscending(items, rangeOf)
      ? items
      : items.toSorted((a, b) => byPlace(rangeOf(a), rangeOf(b)))
    this.#ranges = this.items.map(rangeOf)
    this.#reach = new Float64Array(this.items.length)
    this.#measure(0, this.items.length)
  }

  /** The items that share at least one code point with a range, in text order. */
  overlapping(range: TextRange): readonly T[] {
    const found: T[] = []
    if (range.start < range.end) this.#collect(range, 0, this.items.length, found)
    return found
  }

  /** The items on the character at an offset, in text order. */
  at(offset: number): readonly T[] {
    return this.overlapping(textRange(offset, offset + 1))
  }

  /** How many items begin before an offset. */
  countBefore(offset: number): number {
    return countBelow(this.#ranges, ({ start }) => start < offset)
  }

  #measure(low: number, high: number): number {
    if (low >= high) return Number.NEGATIVE_INFINITY
    const middle = (low + high) >> 1
    const end = this.#ranges[middle]?.end ?? 0
    const reach = Math.max(end, this.#measure(low, middle), this.#measure(middle + 1, high))
    this.#reach[middle] = reach
    return reach
  }

  #collect(range: TextRange, low: number, high: number, found: T[]): void {
    if (low >= high) return
    const middle = (low + high) >> 1
    if ((this.#reach[middle] ?? 0) <= range.start) return
    this.#collect(range, low, middle, found)
    const { start, end } = this.#ranges[middle] as TextRange
    if (start >= range.end) return
    if (end > range.start) found.push(this.items[middle] as T)
    this.#collect(range, middle + 1, high, found)
  }
}

const isAscending = <T>(items: readonly T[], rangeOf: (item: T) => TextRange): boolean =>
  items.every((item, i) => i === 0 || byPlace(rangeOf(items[i - 1] as T), rangeOf(item)) <= 0)
