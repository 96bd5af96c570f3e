import { countBelow } from '../../core/text/offset-index'

/** What a row is taken for until some have been seen, and the room between two, in CSS px. */
const firstGuess = 124
const gap = 10

/** After how many rows seen their mean is taken for the others; once only, for each change jolts. */
const telling = 8

/** Where the rows of a list lie, in CSS px from the list's top. */
interface Layout {
  /** The top of each row. */
  readonly tops: readonly number[]
  /** The top of the row of this number; past the last, where the list ends. */
  readonly startOf: (row: number) => number
  /** The numbers of the rows that touch a stretch. */
  readonly between: (top: number, bottom: number) => readonly number[]
}

/** How high the rows of a list are: those seen as they were measured, the others as a guess. */
export class Heights {
  readonly #known = new Map<string, number>()
  #guess = firstGuess
  #last: { readonly keys: readonly string[]; readonly layout: Layout } | undefined

  /** Takes in how high a row is; says whether that is news. A row that is hidden tells nothing. */
  learn(key: string, height: number): boolean {
    const before = this.#known.get(key)
    if (height === 0 || before === height) return false
    this.#known.set(key, height)
    if (this.#known.size === telling) this.#guess = meanOf([...this.#known.values()])
    this.#last = undefined
    return true
  }

  /** Where the rows lie, by their keys. */
  of(keys: readonly string[]): Layout {
    if (this.#last?.keys === keys) return this.#last.layout
    const tops: number[] = []
    let top = 0
    for (const key of keys) {
      tops.push(top)
      top += (this.#known.get(key) ?? this.#guess) + gap
    }
    const end = top
    const layout: Layout = {
      tops,
      startOf: (row) => tops[row] ?? end,
      between: (from, to) => {
        const first = Math.max(0, countBelow(tops, (rowTop) => rowTop <= from) - 1)
        const past = countBelow(tops, (rowTop) => rowTop < to)
        return Array.from({ length: Math.max(0, past - first) }, (_, i) => first + i)
      },
    }
    this.#last = { keys, layout }
    return layout
  }
}

const meanOf = (numbers: readonly number[]) =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length
