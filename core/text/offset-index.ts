import { type CodePoints, codePoints, isPairAt, type Utf16, utf16 } from './code-points'

/**
 * Translates between code points and UTF-16 units within one string, both ways, by binary search.
 *
 * Only the places of surrogate pairs are kept: a text without any (nearly every Chinese text) costs
 * an empty array, and each look-up costs O(log pairs).
 */
export class OffsetIndex {
  readonly length: CodePoints
  /** The code point number of each character that takes two UTF-16 units, ascending. */
  readonly #pairs: readonly number[]
  readonly #units: number

  constructor(text: string) {
    const pairs: number[] = []
    let point = 0
    for (let i = 0; i < text.length; i++, point++) {
      if (isPairAt(text, i)) {
        pairs.push(point)
        i++
      }
    }
    this.#pairs = pairs
    this.#units = text.length
    this.length = codePoints(point)
  }

  /** Whether code points and UTF-16 units are counted alike. */
  get isPlain(): boolean {
    return this.#pairs.length === 0
  }

  /** The UTF-16 index of a code point; clamped to the text. */
  toUtf16(offset: CodePoints): Utf16 {
    const point = clamp(offset, 0, this.length)
    return utf16(point + countBelow(this.#pairs, (pair) => pair < point))
  }

  /** The code point at a UTF-16 index; an index inside a pair gives the pair. Clamped to the text. */
  toCodePoints(index: Utf16): CodePoints {
    const unit = clamp(index, 0, this.#units)
    // The i-th pair occupies units pair+i and pair+i+1, so it lies wholly before `unit` when
    // pair+i+1 < unit.
    const before = countBelow(this.#pairs, (pair, i) => pair + i + 1 < unit)
    const next = this.#pairs[before]
    const isInside = next !== undefined && unit === next + before + 1
    return codePoints(unit - before - (isInside ? 1 : 0))
  }
}

const clamp = (n: number, low: number, high: number) => Math.min(Math.max(n, low), high)

/** How many leading items satisfy `isBelow`, which must hold for a prefix of the list only. */
export function countBelow<T>(items: readonly T[], isBelow: (item: T, i: number) => boolean) {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBelow(items[middle] as T, middle)) low = middle + 1
    else high = middle
  }
  return low
}
