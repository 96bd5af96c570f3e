/** What a row is taken for until some have been seen, and the room between two, in CSS px. */
const firstGuess = 124
const gap = 10

/** After how many rows seen their mean is taken for the others; once only, for each change jolts. */
const telling = 8

/** Where the rows of a list lie, in CSS px from the list's top. */
export interface Layout {
  /** The number of the row of a key; -1 where there is none. */
  readonly indexOf: (key: string) => number
  /** The top of the row of this number; past the last, where the list ends. */
  readonly startOf: (row: number) => number
  /** The numbers of the rows that touch a stretch. */
  readonly between: (top: number, bottom: number) => readonly number[]
}

/** How high the rows of a list are: those seen as they were measured, the others as a guess. */
export class Heights {
  readonly #known = new Map<string, number>()
  #guess = firstGuess
  #last: { readonly keys: readonly string[]; readonly rows: Rows } | undefined

  /** Takes in how high a row is; says whether that is news. A row that is hidden tells nothing. */
  learn(key: string, height: number): boolean {
    const before = this.#known.get(key)
    if (height === 0 || before === height) return false
    this.#known.set(key, height)
    if (this.#known.size === telling && before === undefined) {
      this.#guess = meanOf([...this.#known.values()])
      this.#last = undefined
    } else this.#last?.rows.grow(key, height - (before ?? this.#guess))
    return true
  }

  /** Where the rows lie, by their keys; to be asked again once something was learnt. */
  of(keys: readonly string[]): Layout {
    if (this.#last?.keys !== keys) {
      const rows = new Rows(keys, (key) => (this.#known.get(key) ?? this.#guess) + gap)
      this.#last = { keys, rows }
    }
    return this.#last.rows
  }
}

/**
 * The rows of one list. A row that turns out otherwise moves all behind it: sums are kept of stretches each
 * twice as long as the one before (a Fenwick tree), so that thousands of rows cost a few steps.
 */
class Rows implements Layout {
  readonly #numbers: ReadonlyMap<string, number>
  /** At n, counted from 1, the sum of as many rows up to n as the lowest bit of n says. */
  readonly #sums: Float64Array

  constructor(keys: readonly string[], heightOf: (key: string) => number) {
    this.#numbers = new Map(keys.map((key, row) => [key, row]))
    const sums = new Float64Array(keys.length + 1)
    for (const [row, key] of keys.entries()) {
      const at = row + 1
      const up = at + lowestBit(at)
      sums[at] = (sums[at] ?? 0) + heightOf(key)
      if (up < sums.length) sums[up] = (sums[up] ?? 0) + (sums[at] ?? 0)
    }
    this.#sums = sums
  }

  indexOf = (key: string): number => this.#numbers.get(key) ?? -1

  startOf = (row: number): number => {
    let top = 0
    const last = Math.min(row, this.#sums.length - 1)
    for (let at = last; at > 0; at -= lowestBit(at)) top += this.#sums[at] ?? 0
    return top
  }

  between = (from: number, to: number): readonly number[] => {
    const first = Math.max(0, this.#countFrom((top) => top <= from) - 1)
    const past = this.#countFrom((top) => top < to)
    return Array.from({ length: Math.max(0, past - first) }, (_, i) => first + i)
  }

  /** Makes a row higher, or lower, by so much. */
  grow(key: string, height: number): void {
    const row = this.#numbers.get(key)
    if (row === undefined) return
    const sums = this.#sums
    for (let at = row + 1; at < sums.length; at += lowestBit(at))
      sums[at] = (sums[at] ?? 0) + height
  }

  /** How many rows have a top that satisfies `isBelow`, which must hold for the first of them only. */
  #countFrom(isBelow: (top: number) => boolean): number {
    const { length } = this.#sums
    const rows = length - 1
    if (rows === 0 || !isBelow(0)) return 0
    let at = 0
    let top = 0
    for (let step = 2 ** Math.floor(Math.log2(rows)); step >= 1; step /= 2) {
      const next = at + step
      const end = top + (this.#sums[next] ?? 0)
      if (next >= length || !isBelow(end)) continue
      at = next
      top = end
    }
    // Behind so many rows another begins that lies there too, unless they are all.
    return Math.min(rows, at + 1)
  }
}

const lowestBit = (n: number): number => n & -n

const meanOf = (numbers: readonly number[]) =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length
