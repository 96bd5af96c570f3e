import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import {
  type AnnotationMap,
  applyChangeSet,
  ChangeConflict,
  settleChangeSet,
} from '../../core/annotation/change-set'
import { type AnnotationCounts, countBySection } from '../../core/annotation/counts'
import type { Portion } from '../../core/annotation/deferred-annotations'
import { byResolvedPlace, type Resolved, resolve } from '../../core/annotation/resolve'
import { sharing } from '../../core/annotation/sharing'
import type { AppEvent, HistoryView, WorkspaceOpening } from '../../core/contract/contract'
import type { CanonicalDocument } from '../../core/document/document'
import type { Section } from '../../core/document/sections'
import { AnnotationLoader } from './annotation-loader'
import { MarkIndex } from './mark-index'

type Changed = Extract<AppEvent, { kind: 'changed' }>

interface AnnotationsOptions {
  readonly document: CanonicalDocument
  readonly sections: readonly Section[]
  readonly opening: WorkspaceOpening
  /** How it stands with its annotations, where those are still being read and `opening` has none. */
  readonly later?: Promise<WorkspaceOpening> | undefined
  /** Told of the workspace when they are read. */
  readonly onRead: (opening: WorkspaceOpening) => void
  /** Asks how the workspace stands now. */
  readonly reopen: () => Promise<WorkspaceOpening>
  /** Asks for some of the annotations that main put off telling of. */
  readonly askForMore: (from: number) => Promise<Portion | null>
  /** Told how they are about to be, before a change is seen. */
  readonly onChanging: (next: AnnotationMap) => void
  /** Told of what the workspace was found to be, after changes were missed. */
  readonly onReopened: (opening: WorkspaceOpening) => void
}

/**
 * The page's copy of the annotations, which main owns. Changes come numbered and are taken in their
 * order, each once; where one is missing or does not fit, all is asked for anew, and nothing that the
 * reader is doing is touched by that. Of very many, the first are there at once and the others arrive in
 * portions. Where they are still being read there is none, and what is told of them waits.
 */
export class Annotations {
  /** Every annotation with its place or the reason why it has none, in text order, orphans last. */
  readonly resolved: ReadonlySignal<readonly Resolved[]>
  readonly marks: ReadonlySignal<MarkIndex>
  /** How many marks begin under each heading, by its id, and how many of them have a note. */
  readonly countsBySection: ReadonlySignal<ReadonlyMap<string, AnnotationCounts>>
  /** Not what main told on opening: all of the document is in it, and nobody needs it again. */
  readonly #options: Omit<AnnotationsOptions, 'opening' | 'later'>
  readonly #mapOf: (opening: WorkspaceOpening) => AnnotationMap
  readonly #map: Signal<AnnotationMap>
  readonly #history: Signal<HistoryView>
  readonly #loader: AnnotationLoader
  readonly #isRead: Signal<boolean>
  readonly #read: Promise<void>
  /** The number of the last change taken. */
  #revision: number
  #isDisposed = false
  /** What is told while all is being asked for anew. */
  #waiting: Changed[] | undefined

  constructor({ opening, later, ...options }: AnnotationsOptions) {
    const { document, onRead } = options
    this.#options = options
    const share = sharing(document)
    this.#mapOf = ({ annotations }) => new Map(annotations.map((one) => [one.id, share(one)]))
    this.#map = signal(this.#mapOf(opening))
    this.#history = signal(opening.history)
    this.#revision = opening.revision
    this.#isRead = signal(later === undefined)
    this.#loader = new AnnotationLoader({
      opening,
      askForMore: async (from) => {
        const portion = await options.askForMore(from)
        return portion && { ...portion, annotations: portion.annotations.map(share) }
      },
      isEnough: (count) => count >= this.#map.peek().size,
      onArrived: (arrived) => this.#change(arrived(this.#map.peek())),
      onOutdated: () => void this.#openAnew(),
    })
    const resolveAll = resolverFor(document)
    this.resolved = computed(() => resolveAll(this.#map.value))
    this.marks = computed(() => new MarkIndex(this.resolved.value))
    this.countsBySection = computed(() => countBySection(options.sections, this.resolved.value))
    this.#read = later === undefined ? Promise.resolve() : this.#beginAnew(later, onRead)
  }

  get map(): ReadonlySignal<AnnotationMap> {
    return this.#map
  }

  /** What can be undone and redone next. */
  get history(): ReadonlySignal<HistoryView> {
    return this.#history
  }

  /** Whether main has read them. */
  get isRead(): ReadonlySignal<boolean> {
    return this.#isRead
  }

  /** Settles when main has read them; rejects as opening the workspace did. */
  get read(): Promise<void> {
    return this.#read
  }

  /** How many annotations are still to arrive. */
  get awaited(): ReadonlySignal<number> {
    return this.#loader.awaited
  }

  /** Has those arrive, now that the text is shown. */
  askForMore(): void {
    this.#loader.begin()
  }

  /** Whether all annotations are here. */
  get isWhole(): boolean {
    return this.#isRead.peek() && this.awaited.peek() === 0
  }

  /** Settles when all annotations are here, or cannot be, or the document is closed; says whether all are here. */
  async whole(): Promise<boolean> {
    try {
      await this.#read
    } catch {
      // Whoever opened the document says why.
      return false
    }
    return this.#loader.whole()
  }

  /** Takes in what can be undone now, after a change that was none of annotations. */
  setHistory(history: HistoryView): void {
    this.#history.value = history
  }

  /** Asks for nothing more: main may show another document now. */
  dispose(): void {
    this.#isDisposed = true
    this.#loader.dispose()
  }

  /** Takes in a change that main tells of. */
  receive(change: Changed): void {
    if (this.#isDisposed) return
    if (this.#waiting !== undefined) {
      this.#waiting.push(change)
      return
    }
    try {
      if (!this.#take(change)) void this.#openAnew()
    } catch (error) {
      if (!(error instanceof ChangeConflict)) throw error
      void this.#openAnew()
    }
  }

  /**
   * @returns false where a change before it is missing.
   * @throws ChangeConflict where it does not fit what is here.
   */
  #take(change: Changed): boolean {
    const { revision, set, history } = change
    if (revision <= this.#revision) return true
    if (revision > this.#revision + 1) return false
    const map = this.#loader.isMetBy(change)
      ? applyChangeSet(this.#map.peek(), set)
      : settleChangeSet(this.#map.peek(), set)
    this.#loader.take(change)
    this.#revision = revision
    batch(() => {
      this.#change(map)
      this.#history.value = history
    })
    return true
  }

  #change(next: AnnotationMap): void {
    this.#options.onChanging(next)
    this.#map.value = next
  }

  /** Whatever was told before this asks is in the answer; what is told meanwhile may be in it or not. */
  #openAnew(): Promise<void> {
    return this.#beginAnew(this.#options.reopen(), this.#options.onReopened)
  }

  async #beginAnew(
    asked: Promise<WorkspaceOpening>,
    tell: (opening: WorkspaceOpening) => void,
  ): Promise<void> {
    const waiting: Changed[] = []
    this.#waiting = waiting
    this.#loader.pause()
    try {
      const opening = await asked
      if (this.#isDisposed) return
      batch(() => {
        this.#map.value = this.#mapOf(opening)
        this.#history.value = opening.history
        this.#revision = opening.revision
        this.#isRead.value = true
        this.#loader.beginAnew(opening)
        tell(opening)
      })
    } finally {
      this.#waiting = undefined
    }
    // One that does not even fit what main just told is no gap: it is thrown, and asked no more.
    const missed = waiting.find((change) => !this.#take(change))
    if (missed !== undefined) await this.#openAnew()
  }
}

/**
 * Resolves annotations in text order. One that did not change is not looked for again, and the others
 * are put between those that stand already: a change costs what it changes, and one walk.
 */
function resolverFor(document: CanonicalDocument) {
  let before: readonly Resolved[] = []
  return (annotations: AnnotationMap): readonly Resolved[] => {
    const known = new Set(before.map(({ annotation }) => annotation))
    const standing = before.filter(
      ({ annotation }) => annotations.get(annotation.id) === annotation,
    )
    const fresh = [...annotations.values()]
      .filter((annotation) => !known.has(annotation))
      .map((annotation) => resolve(document, annotation))
    before = merged(standing, fresh.sort(byResolvedPlace))
    return before
  }
}

/** Two lists in text order as one. */
function merged(some: readonly Resolved[], others: readonly Resolved[]): readonly Resolved[] {
  if (some.length === 0 || others.length === 0) return some.length === 0 ? others : some
  const all: Resolved[] = []
  let next = 0
  for (const item of some) {
    for (; next < others.length; next++) {
      const other = others[next]
      if (other === undefined || byResolvedPlace(other, item) > 0) break
      all.push(other)
    }
    all.push(item)
  }
  return [...all, ...others.slice(next)]
}
