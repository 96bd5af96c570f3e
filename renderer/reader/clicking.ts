import type { Anchored } from '../../core/annotation/resolve'
import { remarksAt } from '../../core/apparatus/remark'
import type { CodePoints } from '../../core/text/code-points'
import type { WorkspaceState } from '../state/workspace-state'
import type { ReaderContext } from './context'
import { flowOf } from './flow'
import type { Reader } from './reader'
import type { TextSurface } from './text-surface'

/**
 * How far before and behind a character's box, across the lines, a point still counts as on it, in CSS
 * px: the box is as large as the font, the line is larger, and paint of an underline lies between.
 */
const leading = 4

/** The canonical offset of the character under a point of the window; nothing beside the text. */
export function characterAt(surface: TextSurface, x: number, y: number): CodePoints | undefined {
  // Such a character takes no room itself, and its sign is none.
  const sign = document.elementFromPoint(x, y)?.closest('[data-bidi]')
  if (sign) return surface.offsetAt({ node: sign, offset: 0 })
  const caret = document.caretPositionFromPoint(x, y)
  if (caret === null || !(caret.offsetNode instanceof Text)) return undefined
  const flow = flowOf(surface.chunks[0]?.element ?? document.documentElement)
  const at = flow.boxOf(new DOMRect(x, y))
  // The caret goes to the nearest gap, which may lie on either side of the character meant.
  for (const start of [caret.offset, caret.offset - 1]) {
    if (start < 0 || start >= caret.offsetNode.length) continue
    const range = document.createRange()
    range.setStart(caret.offsetNode, start)
    range.setEnd(caret.offsetNode, start + 1)
    const isUnder = [...range.getClientRects()].some((rect) => {
      const box = flow.boxOf(rect)
      return (
        at.inlineStart >= box.inlineStart &&
        at.inlineStart <= box.inlineEnd &&
        at.blockStart >= box.blockStart - leading &&
        at.blockStart <= box.blockEnd + leading
      )
    })
    if (isUnder) return surface.offsetAt({ node: caret.offsetNode, offset: start })
  }
  return undefined
}

/** The marks to be clicked on a character, the shortest first: what is not painted on the words is not there. */
export const marksOn = (
  { open, annotations }: WorkspaceState,
  offset: CodePoints | undefined,
): readonly Anchored[] =>
  offset === undefined
    ? []
    : annotations.marks
        .peek()
        .at(offset)
        .filter((mark) => open.isOnWords(mark))

/**
 * A click opens what lies under it: the marks, the shortest first, and then what the edition says of
 * the place, where such places are shown. Another click on the same spot goes on to the next of them.
 *
 * @param clicked what the click before opened.
 * @returns what this one opened.
 */
export function openUnder(
  { app, workspace, reader }: ReaderContext,
  event: MouseEvent,
  clicked: string | undefined,
): string | undefined {
  const { selection, remarks, note } = workspace
  app.isDrawerOpen.value = false
  if (selection.range.peek() !== null) return undefined
  const surface = reader.surfaces.of(event.target)
  const offset = surface && characterAt(surface, event.clientX, event.clientY)
  selection.clickedAt.value = offset ?? null
  const marks = marksOn(workspace, offset)
  const shown = remarks.all.filter((remark) => remarks.isShown(remark))
  const here = offset === undefined ? [] : remarksAt(shown, offset)
  const ids = [...marks.map(({ annotation }) => annotation.id), ...here.map(({ id }) => id)]
  const opened = remarks.current?.id ?? note.activeId.peek()
  const next = ids[((clicked === opened ? ids.indexOf(clicked ?? '') : -1) + 1) % ids.length]
  const remark = here.find(({ id }) => id === next)
  if (surface !== undefined && remark !== undefined) {
    remarks.openRemark(remark, surface.column)
    return next
  }
  remarks.close()
  note.openHere(next ?? null)
  if (next === undefined) leaveColumnsOver({ app })
  return next
}

/** Closes the columns that lie over the text, where the window is narrow. */
export function leaveColumnsOver({ app }: Pick<ReaderContext, 'app'>): void {
  app.isDrawerOpen.value = false
  if (app.preferences.notesLieOver.peek()) app.preferences.change({ notesOpen: false })
}

/**
 * Does something while what lies over the text, handles above all, lets the pointer through: else a
 * question for what is under a point would be answered with a handle. What lies there has it in its style.
 */
export function seeThrough<T>({ scroller }: Reader, look: () => T): T {
  scroller?.toggleAttribute('data-seen-through', true)
  try {
    return look()
  } finally {
    scroller?.removeAttribute('data-seen-through')
  }
}

/** Hands a click, or the press before it, that was not meant for what lies over the text to what lies under it. */
export function passOn(
  reader: Reader,
  type: 'mousedown' | 'click' | 'dblclick',
  { clientX, clientY }: MouseEvent,
): void {
  seeThrough(reader, () => {
    const under = document.elementFromPoint(clientX, clientY)
    under?.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX, clientY }))
  })
}
