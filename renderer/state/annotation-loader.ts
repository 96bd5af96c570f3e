import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Annotation } from '../../core/annotation/annotation'
import { type AnnotationMap, idOf } from '../../core/annotation/change-set'
import type { Portion } from '../../core/annotation/deferred-annotations'
import type { AppEvent, WorkspaceOpening } from '../../core/contract/contract'

interface AnnotationLoaderOptions {
  readonly opening: Pick<WorkspaceOpening, 'deferred'>
  /** @param from the number of the first */
  readonly askForMore: (from: number) => Promise<Portion | null>
  /** Whether so many that have arrived are worth being shown, which costs as much as all that are there. */
  readonly isEnough: (count: number) => boolean
  /** @param arrived gives the annotations with those that have arrived */
  readonly onArrived: (arrived: (annotations: AnnotationMap) => AnnotationMap) => void
  /** Told that main knows no more what it put off: it has to say anew how the document stands. */
  readonly onOutdated: () => void
}

/** A change that main told of. */
type Change = Pick<Extract<AppEvent, { kind: 'changed' }>, 'set' | 'revision' | 'deferred'>

/**
 * The annotations that main put off telling of, and that are asked for in portions, one after the other.
 * A portion says at which revision its annotations stand so; whatever a later change touched is left as that
 * change left it, in whichever order the two come. They are shown each time that as many have arrived as
 * there were before: so a hundred thousand are taken in seven times, and not fifty.
 */
export class AnnotationLoader {
  readonly #options: Omit<AnnotationLoaderOptions, 'opening'>
  readonly #awaited: Signal<number> = signal(0)
  /** The number of the next that is to arrive, and the one after that of the last that main put off. */
  #from: number
  #to: number
  /** Arrived and not shown yet; nothing stands for one that is there no more. */
  readonly #waiting = new Map<string, Annotation | undefined>()
  /** The last change that touched an annotation since some were put off. */
  readonly #touched = new Map<string, number>()
  /** The last revision that a portion stands at: a change up to that may be in what arrived. */
  #revision = 0
  readonly #whole: ((isWhole: boolean) => void)[] = []
  /** The answers to what was asked before this began anew are of no use. */
  #beginning = 0
  #isAsking = false
  /** Until it is begun, so that the text comes first; and while main is asked how the document stands. */
  #isPaused = true
  #isDisposed = false

  constructor({ opening, ...options }: AnnotationLoaderOptions) {
    this.#options = options
    const { from, to } = opening.deferred
    this.#from = from
    this.#to = to
    this.#count()
  }

  /** How many are still to arrive. */
  get awaited(): ReadonlySignal<number> {
    return this.#awaited
  }

  /** Has them come, now and from now on; none once its document is closed. */
  begin(): void {
    if (this.#isDisposed) return
    this.#isPaused = false
    void this.#ask()
  }

  /** Settles when all are here, or none will come any more; says whether all are here. */
  whole(): Promise<boolean> {
    if (this.#isDisposed || this.#awaited.peek() === 0) return Promise.resolve(!this.#isDisposed)
    this.begin()
    return new Promise((resolve) => this.#whole.push(resolve))
  }

  /** Whether a change meets all annotations as it found them, and none that is missing or later. */
  isMetBy({ revision, deferred }: Change): boolean {
    return this.#from === deferred && this.#waiting.size === 0 && revision > this.#revision
  }

  /** Takes in that a change touched annotations, of which main may have put off some. */
  take({ set, revision, deferred }: Change): void {
    if (this.#from === deferred && this.#waiting.size === 0) return
    for (const id of set.changes.map(idOf)) {
      this.#touched.set(id, revision)
      this.#waiting.delete(id)
    }
    this.#to = deferred
    this.#count()
    void this.#ask()
  }

  /** Asks for nothing more until it begins anew. */
  pause(): void {
    this.#isPaused = true
    this.#beginning++
  }

  /** Main told anew how the document stands. */
  beginAnew({ deferred, revision }: Pick<WorkspaceOpening, 'deferred' | 'revision'>): void {
    this.pause()
    this.#from = deferred.from
    this.#to = deferred.to
    this.#waiting.clear()
    this.#revision = revision
    this.#count()
    if (this.#from === this.#to) this.#settle(true)
    this.begin()
  }

  dispose(): void {
    this.#isDisposed = true
    this.pause()
    this.#settle(false)
  }

  async #ask(): Promise<void> {
    if (this.#isAsking) return
    this.#isAsking = true
    try {
      while (!this.#isPaused && this.#from < this.#to) {
        const beginning = this.#beginning
        // oxlint-disable-next-line no-await-in-loop -- one at a time, and all else in between
        const portion = await this.#portion(beginning)
        if (portion === null) this.#options.onOutdated()
        else if (portion !== undefined) this.#arrive(portion)
      }
    } finally {
      this.#isAsking = false
    }
  }

  /** @returns nothing where this began anew meanwhile, and main answered, or failed, to no purpose. */
  async #portion(beginning: number): Promise<Portion | null | undefined> {
    try {
      const portion = await this.#options.askForMore(this.#from)
      return beginning === this.#beginning ? portion : undefined
    } catch (error) {
      if (beginning === this.#beginning) throw error
      return undefined
    }
  }

  #arrive({ revision, annotations, gone }: Portion): void {
    if (annotations.length + gone.length === 0)
      throw new Error(
        `Of annotations put off up to ${this.#to}, main knows none from ${this.#from}`,
      )
    this.#revision = Math.max(this.#revision, revision)
    const isNews = (id: string) => (this.#touched.get(id) ?? 0) <= revision
    for (const annotation of annotations) {
      if (isNews(annotation.id)) this.#waiting.set(annotation.id, annotation)
    }
    for (const id of gone) if (isNews(id)) this.#waiting.set(id, undefined)
    this.#from += annotations.length + gone.length
    const isWhole = this.#from >= this.#to
    if (isWhole || this.#options.isEnough(this.#waiting.size)) this.#show()
    if (isWhole) this.#settle(true)
  }

  #show(): void {
    batch(() => {
      this.#options.onArrived((annotations) => {
        const all = new Map(annotations)
        for (const [id, annotation] of this.#waiting) {
          if (annotation === undefined) all.delete(id)
          else all.set(id, annotation)
        }
        return all
      })
      this.#waiting.clear()
      this.#count()
    })
  }

  #count(): void {
    this.#awaited.value = this.#to - this.#from + this.#waiting.size
  }

  #settle(isWhole: boolean): void {
    this.#touched.clear()
    for (const resolve of this.#whole.splice(0)) resolve(isWhole)
  }
}
