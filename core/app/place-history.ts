import type { CodePoints } from '../text/code-points'

/** Where the reader was before jumps, and before going back; canonical offsets, the nearest last. */
export interface PlaceHistory {
  readonly back: readonly CodePoints[]
  readonly forward: readonly CodePoints[]
}

export const emptyPlaceHistory: PlaceHistory = { back: [], forward: [] }

/** How many places are kept each way. */
export const mostPlaces = 50

/** The history after a jump away from a place: what lay ahead is given up, as in a browser. */
export const jumpedFrom = ({ back }: PlaceHistory, from: CodePoints): PlaceHistory => ({
  back: pushed(back, from),
  forward: [],
})

/** Where going one way leads, and the history then; nothing where that way ends. */
interface Return {
  readonly place: CodePoints
  readonly history: PlaceHistory
}

/** Goes back from where the reader is, or forward again. */
export function returned(
  { back, forward }: PlaceHistory,
  way: keyof PlaceHistory,
  here: CodePoints,
): Return | undefined {
  if (way === 'back') {
    const place = back.at(-1)
    if (place === undefined) return undefined
    return { place, history: { back: back.slice(0, -1), forward: pushed(forward, here) } }
  }
  const place = forward.at(-1)
  if (place === undefined) return undefined
  return { place, history: { back: pushed(back, here), forward: forward.slice(0, -1) } }
}

/** One place is not kept twice in a row: to go to it again would seem to do nothing. */
const pushed = (places: readonly CodePoints[], place: CodePoints) =>
  (places.at(-1) === place ? places : [...places, place]).slice(-mostPlaces)
