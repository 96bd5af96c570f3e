/**
 * All the ways in which a pattern meets some stretch of a text with the fewest characters changed, put in
 * or taken out. Both are given as characters, one item a code point.
 *
 * Source of the method: Sellers (1980), from both ends. Takes the pattern's length times the text's, so it
 * is for a place that has been found, and not to find one.
 */
export class Alignment {
  /** The errors of the best alignments. */
  readonly errors: number
  readonly #pattern: readonly string[]
  readonly #text: readonly string[]
  /** Row by row: the fewest errors of the pattern up to the row with text that ends at the column. */
  readonly #before: Uint16Array
  /** The fewest errors of the pattern from the row on with text that begins at the column. */
  readonly #after: Uint16Array

  constructor(pattern: readonly string[], text: readonly string[]) {
    this.#pattern = pattern
    this.#text = text
    this.#before = errorsUpTo(pattern, text)
    this.#after = errorsUpTo(pattern.toReversed(), text.toReversed()).reverse()
    this.errors = this.#before
      .subarray(pattern.length * this.#width)
      .reduce((a, b) => Math.min(a, b))
  }

  get #width(): number {
    return this.#text.length + 1
  }

  /** Whether some best alignment has `length` of the pattern's characters from `row` on at `column`, unchanged. */
  keeps(row: number, column: number, length: number): boolean {
    return (
      this.#isSame(row, column, length) &&
      this.#upTo(row, column) + this.#from(row + length, column + length) === this.errors
    )
  }

  /**
   * Whether some best alignment has the `length` characters before `row` end at `column`, unchanged, and
   * does not have the character at `row` stand anywhere but there.
   */
  keepsBefore(row: number, column: number, length: number): boolean {
    if (!this.#isSame(row - length, column - length, length)) return false
    const next = Math.min(
      this.#isSame(row, column, 1) ? this.#from(row + 1, column + 1) : Infinity,
      this.#from(row + 1, column) + 1,
      this.#from(row + 1, column + 1) + 1,
    )
    return this.#upTo(row - length, column - length) + next === this.errors
  }

  /** How many characters in a row, some before `row` and some from it on, stand unchanged about `column`. */
  unchangedAbout(row: number, column: number): number {
    let before = 0
    while (this.#isSame(row - before - 1, column - before - 1, 1)) before++
    let behind = 0
    while (this.#isSame(row + behind, column + behind, 1)) behind++
    return before + behind
  }

  #isSame(row: number, column: number, length: number): boolean {
    if (row < 0 || column < 0) return false
    for (let i = 0; i < length; i++) {
      const character = this.#pattern[row + i]
      if (character === undefined || character !== this.#text[column + i]) return false
    }
    return true
  }

  #upTo(row: number, column: number): number {
    return this.#before[row * this.#width + column] as number
  }

  #from(row: number, column: number): number {
    const isOutside = row > this.#pattern.length || column > this.#text.length
    return isOutside ? Infinity : (this.#after[row * this.#width + column] as number)
  }
}

/** Row by row, the fewest errors of each beginning of the pattern with text that ends at each column. */
function errorsUpTo(pattern: readonly string[], text: readonly string[]): Uint16Array {
  const width = text.length + 1
  const errors = new Uint16Array((pattern.length + 1) * width)
  for (let row = 1; row <= pattern.length; row++) {
    const above = (row - 1) * width
    const here = row * width
    errors[here] = row
    for (let column = 1; column < width; column++) {
      const change = pattern[row - 1] === text[column - 1] ? 0 : 1
      errors[here + column] = Math.min(
        (errors[above + column - 1] as number) + change,
        (errors[above + column] as number) + 1,
        (errors[here + column - 1] as number) + 1,
      )
    }
  }
  return errors
}
