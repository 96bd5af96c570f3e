import { focusNotes } from '../notes/cards'
import type { ReaderContext } from '../reader/context'
import { focusContents } from '../shell/contents'
import { focusHeader } from '../shell/header'

/** A part of the window that F6 comes to. */
interface Region {
  readonly element: Element | null | undefined
  /** Takes the focus to where one goes on in it. */
  readonly enter: () => void
}

const regionsOf = (context: ReaderContext): readonly Region[] => {
  const { targets, reader, workspace } = context
  const regions: readonly Region[] = [
    { element: targets.header.current, enter: () => focusHeader(targets) },
    { element: targets.findBar.current, enter: () => targets.findField.focus() },
    { element: targets.contentsColumn.current, enter: () => focusContents(context) },
    { element: reader.scroller, enter: () => reader.focus.focus() },
    { element: targets.notesColumn.current, enter: () => focusNotes(context) },
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
