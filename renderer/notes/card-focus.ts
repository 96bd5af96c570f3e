import { useComputed } from '@preact/signals'
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { ReaderContext } from '../reader/context'
import type { NewNote } from '../state/drafts'

/**
 * Tells of an element that is a note's, by the key of its row, whether it has the focus, or holds it.
 *
 * @param draft the new note, where it is one's; or else it is an annotation's, and so is the key
 */
export function useTellingFocus(
  { workspace: { notes } }: ReaderContext,
  row: string,
  draft: NewNote | null = null,
) {
  const holder = useRef(null)
  // The page is told of no focus that leaves what is removed while another window has it.
  useLayoutEffect(() => () => notes.leaveFocus(holder), [notes, row])
  return {
    onFocusIn: () => notes.takeFocus({ holder, row, draft }),
    onFocusOut: ({ currentTarget }: { readonly currentTarget: HTMLElement }) => {
      // What has the focus in the page has it still when another window takes it, as the system's menu does.
      if (!currentTarget.contains(document.activeElement)) notes.leaveFocus(holder)
    },
  }
}

/**
 * Makes an element a card of the column: one of those that the focus is taken to by the keys of their rows.
 *
 * @param isAlone whether it stands elsewhere, by itself
 */
export function useCard(
  { workspace: { notes }, targets }: ReaderContext,
  key: string,
  isAlone: boolean,
): RefObject<HTMLLIElement | null> {
  const card = useRef<HTMLLIElement>(null)
  useLayoutEffect(() => {
    if (isAlone || card.current === null) return undefined
    return targets.cards.attach(key, card.current)
  }, [targets, key, isAlone])
  const isAwaited = useComputed(() => notes.awaited.value === key).value
  useLayoutEffect(() => {
    if (!isAwaited) return
    notes.awaited.value = null
    card.current?.focus()
  }, [isAwaited])
  return card
}

/** Moves the focus off a card that is about to go: to the next, or else the one before, or the column. */
export function leaveCard({ targets: { cards, notesColumn } }: ReaderContext, key: string): void {
  if (cards.get(key)?.contains(document.activeElement) !== true) return
  const next = cards.thereFrom(key, 1)[0] ?? cards.thereFrom(key, -1)[0] ?? ''
  const element = cards.get(next) ?? notesColumn.current
  element?.focus({ preventScroll: true })
}

/**
 * Moves the focus from a card to another with the arrow keys, by the column's height with PageUp and PageDown,
 * and to the first and the last with Home and End; within a field, or about it, the keys are the field's.
 */
export function moveAlongCards(context: ReaderContext, key: string, event: KeyboardEvent): void {
  if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
  if (!(event.target instanceof Element)) return
  if (event.target.closest('input, textarea, select, .note-editor') !== null) return
  const next = nextOf(context, key, event.key)
  if (next === undefined) return
  event.preventDefault()
  const card = context.targets.cards.get(next)
  // It takes the focus itself as soon as it is in the page.
  if (card === undefined) context.workspace.notes.awaited.value = next
  else card.focus()
}

/** The key of the row that a key of the keyboard leads to. */
function nextOf(context: ReaderContext, key: string, pressed: string): string | undefined {
  const { cards } = context.targets
  switch (pressed) {
    case 'ArrowDown':
      return cards.from(key, 1)[0]
    case 'ArrowUp':
      return cards.from(key, -1)[0]
    case 'PageDown':
      return pageAway(context, key, 1)
    case 'PageUp':
      return pageAway(context, key, -1)
    case 'Home':
      return cards.keys[0]
    case 'End':
      return cards.keys.at(-1)
    default:
      return undefined
  }
}

/** The card a column's height away, or the farthest that is in the page on that side. */
function pageAway({ targets }: ReaderContext, key: string, step: 1 | -1): string | undefined {
  const { cards, notesColumn } = targets
  const topOf = (each: string) => cards.get(each)?.getBoundingClientRect().top ?? 0
  const height = notesColumn.current?.clientHeight ?? 0
  const there = cards.thereFrom(key, step)
  const isFar = (each: string) => Math.abs(topOf(each) - topOf(key)) >= height * 0.8
  return there.find(isFar) ?? there.at(-1)
}
