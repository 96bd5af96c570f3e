import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { byLatest, type NoteFilter, noFilter, passes } from '../../core/annotation/note-filter'
import { isAnchored, type Resolved } from '../../core/annotation/resolve'
import type { Settings } from '../../core/app/settings'
import type { Section } from '../../core/document/sections'

/** What the notes column shows: what the reader filtered for, in the order asked for. */
export interface NotesView {
  readonly filter: Signal<NoteFilter>
  readonly isFilterOpen: Signal<boolean>
  /** The marks taken for doing something to all of them; nothing while none are being taken. */
  readonly picked: Signal<ReadonlySet<string> | null>
  /** What passes the filter and has a place. */
  readonly shown: ReadonlySignal<readonly Resolved[]>
  /** What passes the filter and has none. */
  readonly orphans: ReadonlySignal<readonly Resolved[]>
}

export function createNotesView(from: {
  readonly resolved: ReadonlySignal<readonly Resolved[]>
  readonly settings: ReadonlySignal<Settings>
  readonly sections: readonly Section[]
  readonly activeId: Signal<string | null>
}): NotesView {
  const filter = signal(noFilter)
  const passing = computed(() => {
    const fits = passes(filter.value, from.sections)
    // The open mark is shown even so: the reader has just made it, or clicked it in the text.
    return from.resolved.value.filter(
      (item) => fits(item) || item.annotation.id === from.activeId.value,
    )
  })
  let before = filter.peek()
  effect(() => {
    if (filter.value !== before) from.activeId.value = null
    before = filter.value
  })
  const order = computed(() => from.settings.value.notesOrder)
  return {
    filter,
    isFilterOpen: signal(false),
    picked: signal(null),
    shown: computed(() => {
      const anchored = passing.value.filter(isAnchored)
      return order.value === 'time' ? anchored.toSorted(byLatest) : anchored
    }),
    orphans: computed(() => passing.value.filter((item) => !isAnchored(item))),
  }
}

/** Changes a part of the filter. */
export function narrow(view: NotesView, patch: Partial<NoteFilter>): void {
  view.filter.value = { ...view.filter.peek(), ...patch }
}

/** Takes a mark into those picked, or out of them. */
export function pick(view: NotesView, id: string): void {
  const picked = new Set(view.picked.peek())
  if (!picked.delete(id)) picked.add(id)
  view.picked.value = picked
}

/** The list with the item, or without it if it was there. */
export const toggled = <T>(items: readonly T[], item: T): readonly T[] =>
  items.includes(item) ? items.filter((other) => other !== item) : [...items, item]
