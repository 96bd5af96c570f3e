import type { CodePoints } from '../text/code-points'
import type { Annotation } from './annotation'
import { type AnnotationMap, type ChangeSet, idOf } from './change-set'

/** How many annotations pass from main to the page at once: some milliseconds of work on either side. */
const portionSize = 1_000

/** The numbers of the annotations that are put off: that of the first, and the one after that of the last. */
export interface DeferredSpan {
  readonly from: number
  readonly to: number
}

/** Some of the annotations that were put off, as they stand at a revision. */
export interface Portion {
  readonly revision: number
  readonly annotations: readonly Annotation[]
  /** The ids of those that are there no more. */
  readonly gone: readonly string[]
}

/**
 * What the page is still to be told of a document's annotations. Very many at once, as when a document with
 * a hundred thousand is opened or ten thousand are imported, would keep both sides from everything else. So
 * the first of them are told, and the rest put off until the page asks for it, portion by portion. A portion
 * says how its annotations stand when it is asked for; changes are told of meanwhile as ever.
 *
 * What is put off is numbered, and no number given twice: each opening has an order of its own, and the page may
 * open a document that it is about to draw anew while what it drew before does so, too.
 */
export class DeferredAnnotations {
  readonly #size: number
  /** All that was put off since the document was last opened, in the order in which it is told. */
  #ids: string[] = []
  /** The number of the first of these: so many were put off before. */
  #from = 0

  constructor(size = portionSize) {
    this.#size = size
  }

  /** What was put off since the document was last opened. */
  get span(): DeferredSpan {
    return { from: this.#from, to: this.#from + this.#ids.length }
  }

  /**
   * The annotations that a page is told of when it opens the document: all, where they are few; else those
   * nearest to where the reader is.
   *
   * @param needed the ids of those that the page cannot do without
   */
  begin(
    annotations: AnnotationMap,
    place: CodePoints,
    needed: readonly string[],
  ): readonly Annotation[] {
    this.#from = this.span.to
    this.#ids = []
    if (annotations.size <= this.#size) return [...annotations.values()]
    const isNeeded = new Set(needed)
    const rank = (annotation: Annotation) =>
      isNeeded.has(annotation.id) ? -1 : Math.abs(annotation.range.start - place)
    const all = [...annotations.values()].sort((a, b) => rank(a) - rank(b))
    this.#ids = all.slice(this.#size).map(({ id }) => id)
    return all.slice(0, this.#size)
  }

  /** What is told of a change at once: all of it, unless it is vast. */
  of(set: ChangeSet): ChangeSet {
    if (set.changes.length <= this.#size) return set
    for (const change of set.changes.slice(this.#size)) this.#ids.push(idOf(change))
    return { ...set, changes: set.changes.slice(0, this.#size) }
  }

  /**
   * A portion of what was put off.
   *
   * @param number of the first
   * @returns null where that was put off before the document was last opened: it is to be opened anew
   */
  portion(annotations: AnnotationMap, revision: number, number: number): Portion | null {
    const first = number - this.#from
    if (first < 0) return null
    const ids = this.#ids.slice(first, first + this.#size)
    return {
      revision,
      annotations: ids.flatMap((id) => annotations.get(id) ?? []),
      gone: ids.filter((id) => !annotations.has(id)),
    }
  }
}
