import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import {
  byLatest,
  isFiltering,
  type NoteFilter,
  noFilter,
  passes,
} from '../../core/annotation/note-filter'
import { isAnchored, type Resolved } from '../../core/annotation/resolve'
import type { Settings } from '../../core/app/settings'
import type { Section } from '../../core/document/sections'
import { type Editing, isSameTarget, type NewNote } from './drafts'

interface NotesListOptions {
  readonly resolved: ReadonlySignal<readonly Resolved[]>
  readonly settings: ReadonlySignal<Settings>
  readonly sections: readonly Section[]
  readonly activeId: Signal<string | null>
  readonly editing: ReadonlySignal<Editing | null>
}

/** What of the notes has the focus, or holds it. */
interface NoteFocus {
  /** By which it is told from another of the same row, in the margin or beside the mark. */
  readonly holder: object
  readonly row: string
  /** The new note, being written or left as a draft, where it is one's; or else it is an annotation's. */
  readonly draft: NewNote | null
}

/** What the notes column shows: what the reader filtered for, in the order asked for. */
export class NotesList {
  readonly isFilterOpen = signal(false)
  /** The marks taken for doing something to all of them; nothing while none are being taken. */
  readonly picked: Signal<ReadonlySet<string> | null> = signal(null)
  /** What passes the filter and has a place. */
  readonly shown: ReadonlySignal<readonly Resolved[]>
  /** What passes the filter and has none. */
  readonly orphans: ReadonlySignal<readonly Resolved[]>
  /** The row that Tab comes to in the list: the one that had the focus last, is open, or is read beside. */
  readonly stop: Signal<string | null> = signal(null)
  /** The row that is to take the focus as soon as it is in the page. */
  readonly awaited: Signal<string | null> = signal(null)
  /** The annotation whose card has the focus, or holds it; or whose note in the margin has. */
  readonly focused: ReadonlySignal<string | null>
  /** The new note whose card has the focus, or holds it. */
  readonly focusedNew: ReadonlySignal<NewNote | null>
  readonly #focus = signal<NoteFocus | null>(null)
  readonly #filter = signal(noFilter)
  readonly #activeId: Signal<string | null>

  constructor({ resolved, settings, sections, activeId, editing }: NotesListOptions) {
    this.#activeId = activeId
    this.focused = computed(() =>
      this.#focus.value?.draft === null ? this.#focus.value.row : null,
    )
    this.focusedNew = computed(() => this.#focus.value?.draft ?? null)
    const editedId = computed(() =>
      editing.value?.kind === 'annotation' ? editing.value.id : undefined,
    )
    const isNarrowed = computed(() => isFiltering(this.#filter.value))
    const passing = computed(() => {
      // Asked for only where it tells: else a card that is opened would have the whole list made anew.
      if (!isNarrowed.value) return resolved.value
      const fits = passes(this.#filter.value, sections)
      // The open mark is shown even so: the reader has just made it, or clicked it in the text. And that on which
      // a note is being written: what one writes does not go out of sight.
      const inHand = [activeId.value, editedId.value]
      return resolved.value.filter((item) => fits(item) || inHand.includes(item.annotation.id))
    })
    const order = computed(() => settings.value.notesOrder)
    this.shown = computed(() => {
      const anchored = passing.value.filter(isAnchored)
      return order.value === 'time' ? anchored.toSorted(byLatest) : anchored
    })
    this.orphans = computed(() => passing.value.filter((item) => !isAnchored(item)))
  }

  /** The focus came to a card, or to something on it: to that Tab comes from now on. */
  takeFocus(focus: NoteFocus): void {
    batch(() => {
      this.#focus.value = focus
      this.stop.value = focus.row
    })
  }

  /** The focus left what held it, or that is gone. */
  leaveFocus(holder: object): void {
    if (this.#focus.peek()?.holder === holder) this.#focus.value = null
  }

  /** Whether the focus is on the card where a note is being written. */
  holdsFocus(editing: Editing): boolean {
    const focusedNew = this.focusedNew.peek()
    return editing.kind === 'annotation'
      ? this.focused.peek() === editing.id
      : focusedNew !== null && isSameTarget(focusedNew, editing)
  }

  get filter(): ReadonlySignal<NoteFilter> {
    return this.#filter
  }

  /** The annotations that the filter lets through. */
  get shownIds(): readonly string[] {
    return [...this.shown.value, ...this.orphans.value].map(({ annotation }) => annotation.id)
  }

  /** Changes a part of the filter; the open card closes, that it may not stand among what does not fit. */
  narrow(patch: Partial<NoteFilter>): void {
    this.#filter.value = { ...this.#filter.peek(), ...patch }
    this.#activeId.value = null
  }

  /** Lets everything through again. */
  clearFilter(): void {
    this.narrow(noFilter)
  }

  /** A tag that was renamed is filtered for by its new name. */
  followTag(from: string, to: string): void {
    const { tags } = this.#filter.peek()
    if (!tags.includes(from)) return
    this.narrow({ tags: [...new Set(tags.map((tag) => (tag === from ? to : tag)))] })
  }

  /** A tag that is deleted is filtered for no longer. */
  dropTag(name: string): void {
    const { tags } = this.#filter.peek()
    if (tags.includes(name)) this.narrow({ tags: tags.filter((tag) => tag !== name) })
  }

  /** Takes a mark into those picked, or out of them. */
  pick(id: string): void {
    const picked = new Set(this.picked.peek())
    if (!picked.delete(id)) picked.add(id)
    this.picked.value = picked
  }

  /** Picks all that is shown. */
  pickShown(): void {
    this.picked.value = new Set(this.shownIds)
  }
}

/** The list with the item, or without it if it was there. */
export const toggled = <T>(items: readonly T[], item: T): readonly T[] =>
  items.includes(item) ? items.filter((other) => other !== item) : [...items, item]
