import type { CodePoints } from '../text/code-points'
import type { Annotation } from './annotation'
import { type AnnotationMap, type ChangeSet, idOf } from './change-set'

/** How many annotations pass from main to the page at once: some milliseconds of work on either side. */
const portionSize = 1_000

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
 */
export class DeferredAnnotations {
  readonly #size: number
  /** All that was put off since the document was opened, in the order in which it is told. */
  #ids: string[] = []

  constructor(size = portionSize) {
    this.#size = size
  }

  /** How many annotations were put off since the document was opened. */
  get count(): number {
    return this.#ids.length
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

  /** A portion of what was put off. @param from how many of them the page was told of before */
  portion(annotations: AnnotationMap, revision: number, from: number): Portion {
    const ids = this.#ids.slice(from, from + this.#size)
    return {
      revision,
      annotations: ids.flatMap((id) => annotations.get(id) ?? []),
      gone: ids.filter((id) => !annotations.has(id)),
    }
  }
}
