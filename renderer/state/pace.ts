import { paceWith, type ReadingPace } from '../../core/app/reading-pace'
import type { CodePoints } from '../../core/text/code-points'

/** How long a stretch must be to be measured. ms */
const stretch = 20_000

/** After so long without moving on, one has not been reading. ms */
const rest = 180_000

/** So far back, one looks for something. Code points. */
const glance = 200

interface Moment {
  readonly place: CodePoints
  readonly at: number
}

/** Measures how fast the reader reads, from how the place moves on. */
export class Pace {
  readonly #read: () => ReadingPace
  readonly #keep: (pace: ReadingPace) => void
  #from: Moment | undefined
  #last: Moment | undefined

  /**
   * @param read gives what is known of the pace
   * @param keep keeps what is known now
   */
  constructor(read: () => ReadingPace, keep: (pace: ReadingPace) => void) {
    this.#read = read
    this.#keep = keep
  }

  /** The reader is at a place. @param at ms, of any clock that goes on evenly */
  isAt(place: CodePoints, at: number): void {
    const now = { place, at }
    const { place: before, at: then } = this.#last ?? now
    if (this.#from === undefined || place < before - glance || at - then > rest) this.#from = now
    this.#last = now
    const milliseconds = at - this.#from.at
    if (milliseconds < stretch) return
    const characters = place - this.#from.place
    this.#from = now
    const pace = paceWith(this.#read(), { characters, milliseconds })
    if (pace !== this.#read()) this.#keep(pace)
  }

  /** The reader was taken elsewhere, or has gone: what comes next is another stretch. */
  interrupt(): void {
    this.#from = undefined
    this.#last = undefined
  }
}
