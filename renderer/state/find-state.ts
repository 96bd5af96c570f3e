import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Annotation } from '../../core/annotation/annotation'
import type { Resolved } from '../../core/annotation/resolve'
import type { OpenDocument } from '../../core/publication/open-document'
import { isNothing, SearchText } from '../../core/search/search-text'
import { type CodePoints, codePoints } from '../../core/text/code-points'
import type { TextRange } from '../../core/text/range'

/** A note that holds what is looked for. */
export interface NoteHit {
  readonly item: Resolved
  /** The first place in the note, in its code points. */
  readonly place: TextRange
}

/** What the reader looks for, and what was found. */
export interface FindState {
  readonly isOpen: Signal<boolean>
  readonly query: Signal<string>
  /** The number of the match that is shown, from 0; -1 where nothing was found. */
  readonly current: Signal<number>
  /** Where looking began: what is typed next is looked for from here on. */
  readonly origin: Signal<CodePoints>
  /** Counts how often the reader asked for the field, so that it takes the focus each time. */
  readonly asked: Signal<number>
  /**
   * Whether the reader wants the list of all matches. In a narrow window it lies over the text, so there
   * it has to be asked for.
   */
  readonly wantsList: ReadonlySignal<boolean>
  /** Opens or closes the list, for windows as wide as this one. */
  readonly wantList: (wanted: boolean) => void
  readonly isListShown: ReadonlySignal<boolean>
  /** Every match in text order; none while finding is closed. */
  readonly hits: ReadonlySignal<readonly TextRange[]>
  readonly noteHits: ReadonlySignal<readonly NoteHit[]>
}

export function createFind(
  open: OpenDocument,
  resolved: ReadonlySignal<readonly Resolved[]>,
  isNarrow: ReadonlySignal<boolean>,
): FindState {
  const isOpen = signal(false)
  const query = signal('')
  const wantsColumn = signal(true)
  const wantsDrawer = signal(false)
  const wantsList = computed(() => (isNarrow.value ? wantsDrawer.value : wantsColumn.value))
  const notes = noteFinder()
  const isAsking = computed(() => isOpen.value && !isNothing(query.value))
  return {
    isOpen,
    query,
    current: signal(-1),
    origin: signal(codePoints(0)),
    asked: signal(0),
    wantsList,
    wantList: (wanted) => {
      const signalOfWidth = isNarrow.peek() ? wantsDrawer : wantsColumn
      signalOfWidth.value = wanted
    },
    isListShown: computed(() => isAsking.value && wantsList.value),
    hits: computed(() => (isAsking.value ? open.searchText.find(query.value) : [])),
    noteHits: computed(() => (isAsking.value ? notes(resolved.value, query.value) : [])),
  }
}

/** Finds in notes; a note that did not change is not made ready for searching again. */
function noteFinder() {
  const prepared = new WeakMap<Annotation, SearchText>()
  return (resolved: readonly Resolved[], query: string): readonly NoteHit[] =>
    resolved.flatMap((item) => {
      const { note } = item.annotation
      if (note === '') return []
      const text = prepared.get(item.annotation) ?? new SearchText(note)
      prepared.set(item.annotation, text)
      const [place] = text.find(query)
      return place ? [{ item, place }] : []
    })
}
