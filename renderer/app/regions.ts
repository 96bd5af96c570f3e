import { focusNotes } from '../notes/cards'
import type { ReaderContext } from '../reader/context'
import { focusContents } from '../shell/contents'

/** A part of the window that F6 comes to. */
interface Region {
  readonly element: Element | null | undefined
  /** Takes the focus to where one goes on in it. */
  readonly enter: () => void
}

const regionsOf = (context: ReaderContext): readonly Region[] => {
  const { targets, reader, workspace } = context
  const header = targets.appearance.element?.closest('header')
  const regions: readonly Region[] = [
    {
      element: header,
      enter: () => header?.querySelector<HTMLElement>('button:enabled')?.focus(),
    },
    {
      element: targets.findField.element?.closest('[role="search"]'),
      enter: () => targets.findField.focus(),
    },
    {
      element: targets.contents.element?.closest('nav'),
      enter: () => focusContents(context),
    },
    { element: reader.scroller, enter: () => reader.focus.focus() },
    { element: targets.notesColumn.element, enter: () => focusNotes(context) },
  ]
  // What lies over the text hides it.
  return workspace.figures.isOpen.peek()
    ? regions.slice(0, 1)
    : regions.filter(({ element }) => element?.checkVisibility() === true)
}

/** Takes the focus to the next part of the window, or the one before; from nowhere, to the text. */
export function moveRegion(context: ReaderContext, step: 1 | -1): void {
  const regions = regionsOf(context)
  const at = regions.findIndex(({ element }) => element?.contains(document.activeElement))
  const text = regions.findIndex(({ element }) => element === context.reader.scroller)
  const next = at === -1 ? text : (at + step + regions.length) % regions.length
  regions[next]?.enter()
}
