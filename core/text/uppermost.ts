import { countBelow } from './offset-index'
import { intersection, rangeLength, type TextRange, textRange } from './range'

/** A range of a layer as it lies among the others. */
interface Lying {
  readonly layer: string
  /** The place of the layer among the layers; the last is the highest. */
  readonly height: number
  readonly whole: TextRange
  /** What of it lies in the passage that is asked about. */
  readonly range: TextRange
}

/**
 * What is seen of ranges that lie over one another. On each character the shortest is uppermost, so that one is
 * never hidden by a longer one that it lies in; of two as long, the one that begins first, or else that of the later
 * layer.
 *
 * @param layers the ranges of each layer, the lowest layer first
 * @param within the passage that is asked about
 * @returns for each layer what is seen of it there: in text order, no two overlapping or touching
 */
export function uppermost(
  layers: ReadonlyMap<string, readonly TextRange[]>,
  within: TextRange,
): ReadonlyMap<string, readonly TextRange[]> {
  const seen = new Map([...layers.keys()].map((layer) => [layer, [] as TextRange[]]))
  const lying = lyingIn(layers, within)
  const edges = new Set(lying.flatMap(({ range }) => [range.start, range.end]))
  /** Those that have begun, the uppermost first; one that has ended goes when it comes to be the first. */
  const begun: Lying[] = []
  let next = 0
  let at: number = within.start
  for (const edge of [...edges].toSorted((a, b) => a - b)) {
    const [top] = begun
    if (top !== undefined) extend(seen.get(top.layer) ?? [], textRange(at, edge))
    at = edge
    for (let one = lying[next]; one?.range.start === at; one = lying[++next]) {
      const begins = one
      begun.splice(
        countBelow(begun, (other) => isOver(other, begins)),
        0,
        begins,
      )
    }
    while (begun[0] !== undefined && begun[0].range.end <= at) begun.shift()
  }
  return seen
}

/** What lies in a passage, in the order in which it begins. */
function lyingIn(
  layers: ReadonlyMap<string, readonly TextRange[]>,
  within: TextRange,
): readonly Lying[] {
  return [...layers]
    .flatMap(([layer, ranges], height) =>
      ranges.flatMap((whole) => {
        const range = intersection(whole, within)
        return range === undefined ? [] : [{ layer, height, whole, range }]
      }),
    )
    .toSorted((a, b) => a.range.start - b.range.start)
}

function isOver(a: Lying, b: Lying): boolean {
  const longer = rangeLength(a.whole) - rangeLength(b.whole)
  const later = a.whole.start - b.whole.start
  return longer < 0 || (longer === 0 && (later < 0 || (later === 0 && a.height > b.height)))
}

/** Adds a range behind others, making it one with the last where they touch. */
function extend(ranges: TextRange[], range: TextRange): void {
  const last = ranges.at(-1)
  if (last?.end === range.start) ranges[ranges.length - 1] = textRange(last.start, range.end)
  else ranges.push(range)
}
