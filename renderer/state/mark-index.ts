import { type Anchored, isAnchored, type Resolved } from '../../core/annotation/resolve'
import type { CodePoints } from '../../core/text/code-points'
import { holds, overlaps, rangeLength, type TextRange } from '../../core/text/range'

/**
 * The marks by where they stand. Whoever asks which marks are somewhere (paint, ticks, a click, the
 * counts) asks here, so that how they are found can change in one place.
 */
export class MarkIndex {
  /** The marks in text order. */
  readonly inOrder: readonly Anchored[]
  readonly #byId: ReadonlyMap<string, Anchored>

  /** @param resolved in text order, orphans last */
  constructor(resolved: readonly Resolved[]) {
    this.inOrder = resolved.filter(isAnchored)
    this.#byId = new Map(this.inOrder.map((mark) => [mark.annotation.id, mark]))
  }

  get(id: string | null): Anchored | undefined {
    return id === null ? undefined : this.#byId.get(id)
  }

  /** The marks on a character, the shortest first. */
  at(offset: CodePoints): readonly Anchored[] {
    return this.inOrder.filter(({ place }) => holds(place, offset)).toSorted(byLength)
  }

  /** The marks on any character of a passage, in text order. */
  in(passage: TextRange): readonly Anchored[] {
    return this.inOrder.filter(({ place }) => overlaps(place, passage))
  }

  /** The mark on exactly this passage. */
  on({ start, end }: TextRange): Anchored | undefined {
    return this.inOrder.find(({ place }) => place.start === start && place.end === end)
  }

  /**
   * The marks among which a mark lies, itself included, the shortest first: those on the character that
   * was clicked; or, where it was not opened by a click, all that share words with it.
   *
   * @param clickedAt the character that was clicked last.
   */
  stackOf(mark: Anchored, clickedAt: CodePoints | null): readonly Anchored[] {
    return clickedAt !== null && holds(mark.place, clickedAt)
      ? this.at(clickedAt)
      : this.in(mark.place).toSorted(byLength)
  }

  /** The mark after another or before it; where that is no mark, the nearest from an offset on. */
  neighbour(id: string | null, step: 1 | -1, offset: CodePoints): Anchored | undefined {
    const mark = this.get(id)
    if (mark !== undefined) return this.inOrder[this.inOrder.indexOf(mark) + step]
    return step > 0
      ? this.inOrder.find(({ place }) => place.start >= offset)
      : this.inOrder.findLast(({ place }) => place.start < offset)
  }
}

const byLength = (a: Anchored, b: Anchored) => rangeLength(a.place) - rangeLength(b.place)
