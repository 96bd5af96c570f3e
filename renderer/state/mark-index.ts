import { hasNote } from '../../core/annotation/annotation'
import { type Anchored, isAnchored, type Resolved } from '../../core/annotation/resolve'
import { isBookmark } from '../../core/annotation/style'
import type { CodePoints } from '../../core/text/code-points'
import { IntervalIndex } from '../../core/text/interval-index'
import { holds, rangeLength, sameRange, type TextRange } from '../../core/text/range'

/**
 * The marks by where they stand. Whoever asks which marks are somewhere (paint, ticks, a click, the
 * counts) asks here, so that how they are found can change in one place.
 */
export class MarkIndex {
  readonly #index: IntervalIndex<Anchored>
  /** Where each mark stands among the others, by its id. */
  readonly #order: ReadonlyMap<string, number>

  /** @param resolved in text order, orphans last */
  constructor(resolved: readonly Resolved[]) {
    this.#index = new IntervalIndex(resolved.filter(isAnchored), ({ place }) => place)
    this.#order = new Map(this.inOrder.map(({ annotation }, i) => [annotation.id, i]))
  }

  /** The marks in text order. */
  get inOrder(): readonly Anchored[] {
    return this.#index.items
  }

  /** Whether anything is written on any of them. */
  get hasNotes(): boolean {
    return this.inOrder.some(({ annotation }) => hasNote(annotation))
  }

  get(id: string | null): Anchored | undefined {
    const at = id === null ? undefined : this.#order.get(id)
    return at === undefined ? undefined : this.inOrder[at]
  }

  /** The marks on a character, the shortest first. */
  at(offset: CodePoints): readonly Anchored[] {
    return this.#index.at(offset).toSorted(byLength)
  }

  /** The marks on any character of a passage, in text order. */
  in(passage: TextRange): readonly Anchored[] {
    return this.#index.overlapping(passage)
  }

  /** The mark on exactly this passage. A bookmark may share it, and is none: its note is its name. */
  on(passage: TextRange): Anchored | undefined {
    return this.#index
      .at(passage.start)
      .find(({ annotation, place }) => sameRange(place, passage) && !isBookmark(annotation))
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
    const at = id === null ? undefined : this.#order.get(id)
    if (at !== undefined) return this.inOrder[at + step]
    const before = this.#index.countBefore(offset)
    return this.inOrder[step > 0 ? before : before - 1]
  }
}

const byLength = (a: Anchored, b: Anchored) => rangeLength(a.place) - rangeLength(b.place)
