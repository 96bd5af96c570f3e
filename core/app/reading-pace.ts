/** How much was read of late, and in what time: from both follows how fast the reader reads. */
export interface ReadingPace {
  /** Code points. */
  readonly characters: number
  readonly milliseconds: number
}

export const unknownPace: ReadingPace = { characters: 0, milliseconds: 0 }

const minute = 60_000

/** What is taken for the speed of a reader of whom little is known yet, in characters a minute. */
const usualSpeed = 400

/** How long must have been read for the reader's own speed to count. ms */
const leastKnown = 2 * minute

/** What is remembered: of what was read before, so much less counts. ms */
const memory = 30 * minute

/** Slower than this one does not read but rests; faster, one looks for something. Characters a minute. */
const slowest = 60
const fastest = 1_500

/** Whether a stretch was read, not skimmed and not left lying. */
const isRead = ({ characters, milliseconds }: ReadingPace): boolean => {
  const speed = (characters / milliseconds) * minute
  return speed >= slowest && speed <= fastest
}

/** The pace with another stretch of reading; one that was not read leaves it as it was. */
export function paceWith(pace: ReadingPace, stretch: ReadingPace): ReadingPace {
  if (!isRead(stretch)) return pace
  const characters = pace.characters + stretch.characters
  const milliseconds = pace.milliseconds + stretch.milliseconds
  const kept = Math.min(1, memory / milliseconds)
  return {
    characters: Math.round(characters * kept),
    milliseconds: Math.round(milliseconds * kept),
  }
}

/** How fast the reader reads, in characters a minute. */
const speedOf = ({ characters, milliseconds }: ReadingPace): number =>
  milliseconds < leastKnown ? usualSpeed : (characters / milliseconds) * minute

/** How many minutes so many code points take, rounded up. */
export const minutesFor = (pace: ReadingPace, characters: number): number =>
  Math.ceil(characters / speedOf(pace))
