import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { type Annotation, hasNote } from '../../core/annotation/annotation'
import type { Resolved } from '../../core/annotation/resolve'
import type { OpenDocument } from '../../core/publication/open-document'
import { isNothing, SearchText } from '../../core/search/search-text'
import type { Steps } from '../../core/search/steps'
import { type CodePoints, codePoints } from '../../core/text/code-points'
import type { TextRange } from '../../core/text/range'
import { InSlices } from './in-slices'
import type { Announcer } from './notices'

/** A note that holds what is looked for. */
interface NoteHit {
  readonly item: Resolved
  /** The first place in the note, in its code points. */
  readonly place: TextRange
}

interface FindOptions {
  readonly open: OpenDocument
  readonly resolved: ReadonlySignal<readonly Resolved[]>
  readonly isNarrow: ReadonlySignal<boolean>
  readonly announcer: Announcer
}

/**
 * What the reader looks for, and what was found. A search takes its turns with everything else that is to
 * be done and is overtaken by the next key; until it is over, what was found before stays.
 */
export class Find {
  /** Every match in text order; none while finding is closed. */
  readonly hits: ReadonlySignal<readonly TextRange[]>
  readonly noteHits: ReadonlySignal<readonly NoteHit[]>
  /** The match that is shown. */
  readonly currentHit: ReadonlySignal<TextRange | undefined>
  /**
   * Whether the reader wants the list of all matches. In a narrow window it lies over the text, so there
   * it has to be asked for.
   */
  readonly wantsList: ReadonlySignal<boolean>
  readonly isListShown: ReadonlySignal<boolean>
  readonly #isOpen = signal(false)
  readonly #query = signal('')
  readonly #current = signal(-1)
  readonly #wantsColumn = signal(true)
  readonly #wantsDrawer = signal(false)
  readonly #open: OpenDocument
  readonly #found: Signal<readonly TextRange[]> = signal([])
  readonly #foundInNotes: Signal<readonly NoteHit[]> = signal([])
  readonly #searching = new InSlices<readonly TextRange[]>()
  readonly #searchingNotes = new InSlices<readonly NoteHit[]>()
  readonly #isNarrow: ReadonlySignal<boolean>
  readonly #announcer: Announcer
  /** Where looking began: what is typed next is looked for from here on. */
  #origin: CodePoints = codePoints(0)

  constructor({ open, resolved, isNarrow, announcer }: FindOptions) {
    this.#isNarrow = isNarrow
    this.#announcer = announcer
    this.#open = open
    const isAsking = computed(() => this.#isOpen.value && !isNothing(this.#query.value))
    this.hits = computed(() => (isAsking.value ? this.#found.value : []))
    this.noteHits = computed(() => (isAsking.value ? this.#foundInNotes.value : []))
    const findInNotes = noteFinder()
    const noted = computed(() => resolved.value.filter(({ annotation }) => hasNote(annotation)))
    effect(() => {
      if (!isAsking.value) return this.#searchingNotes.stop()
      return this.#searchingNotes.begin(findInNotes(noted.value, this.#query.value), (found) => {
        this.#foundInNotes.value = found
      })
    })
    this.currentHit = computed(() => this.hits.value[this.#current.value])
    this.wantsList = computed(() =>
      isNarrow.value ? this.#wantsDrawer.value : this.#wantsColumn.value,
    )
    this.isListShown = computed(() => isAsking.value && this.wantsList.value)
  }

  get isOpen(): ReadonlySignal<boolean> {
    return this.#isOpen
  }

  get query(): ReadonlySignal<string> {
    return this.#query
  }

  /** The number of the match that is shown, from 0; -1 where nothing was found. */
  get current(): ReadonlySignal<number> {
    return this.#current
  }

  /**
   * Opens finding.
   *
   * @param words what to look for; what was looked for last, where it is nothing
   * @param origin where looking begins; where it began before, where finding is open
   * @param then called once the search is over
   */
  open(words: string | undefined, origin: CodePoints | undefined, then = () => {}): void {
    batch(() => {
      if (origin !== undefined) this.#origin = origin
      this.#isOpen.value = true
      this.lookFor(words ?? this.#query.peek(), then)
    })
  }

  /**
   * Looks for a query; the first match from where looking began is the current one.
   *
   * @param then called once the search is over, unless another overtakes it
   */
  lookFor(query: string, then = () => {}): void {
    this.#query.value = query
    this.#searching.begin(this.#open.searchText.findInSteps(query), (hits) => {
      batch(() => {
        this.#found.value = hits
        const at = hits.findIndex(({ start }) => start >= this.#origin)
        this.#current.value = at === -1 && hits.length > 0 ? 0 : at
      })
      then()
    })
  }

  /** Goes to the next or the previous match, round the end of the text if need be. */
  step(step: 1 | -1): void {
    this.finish()
    const count = this.hits.peek().length
    if (count === 0) return
    const next = this.#current.peek() + step
    const { fromStart, fromEnd } = this.#announcer.messages.peek().find
    if (next >= count) this.#announcer.announce(fromStart)
    if (next < 0) this.#announcer.announce(fromEnd)
    this.show((next + count) % count)
  }

  /** Goes to a match, by its number from 0. */
  show(index: number): void {
    const hit = this.hits.peek()[index]
    if (hit === undefined) return
    this.#current.value = index
    this.#origin = hit.start
  }

  /** Does what is left of a search at once, for whoever cannot wait for what it finds. */
  finish(): void {
    this.#searching.finish()
  }

  close(): void {
    this.#searching.stop()
    this.#isOpen.value = false
  }

  /** Opens or closes the list, for windows as wide as this one. */
  wantList(wanted: boolean): void {
    const ofWidth: Signal<boolean> = this.#isNarrow.peek() ? this.#wantsDrawer : this.#wantsColumn
    ofWidth.value = wanted
  }
}

/** Finds in notes; a note that did not change is not made ready for searching again. */
function noteFinder() {
  const prepared = new WeakMap<Annotation, SearchText>()
  return function* (noted: readonly Resolved[], query: string): Steps<readonly NoteHit[]> {
    const hits: NoteHit[] = []
    for (const [i, item] of noted.entries()) {
      if (i % notesAStep === notesAStep - 1) yield
      const { note } = item.annotation
      const text = prepared.get(item.annotation) ?? new SearchText(note)
      prepared.set(item.annotation, text)
      const [place] = text.find(query)
      if (place) hits.push({ item, place })
    }
    return hits
  }
}

/** How many notes are looked through in one step. */
const notesAStep = 20
