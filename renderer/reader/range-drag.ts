import type { CodePoints } from '../../core/text/code-points'
import type { End } from '../state/range-edit'
import { passOn, seeThrough } from './clicking'
import type { ReaderContext } from './context'
import { flowOf, frameOf } from './flow'
import type { Reader } from './reader'

/** How far the pointer goes before a press is a drag, in CSS px. */
const slack = 3

/** How near to the edge of the window the pointer has the text scroll, in CSS px. */
const edge = 40

/** How much of what the pointer has gone over that edge is scrolled in a frame. */
const haste = 0.3

/**
 * Follows the pointer with an end of the open mark until the pointer is let go, and keeps it there. A
 * press that does not move was a click on the words beneath, and is handed on.
 */
export function dragEnd(
  context: ReaderContext,
  end: End,
  handle: HTMLElement,
  pressed: PointerEvent,
): void {
  const { rangeEdit } = context.workspace
  let pointer = pressed
  let isDrag = false
  let frame = 0
  const move = (event: PointerEvent) => {
    pointer = event
    isDrag ||= Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) > slack
    if (isDrag) follow()
  }
  const follow = () => {
    const to = gapAt(context.reader, pointer.clientX, pointer.clientY)
    if (to !== undefined) rangeEdit.move(end, to)
  }
  const scroll = () => {
    // The mark went while its end was held, and its handles with it.
    if (!handle.isConnected) return rangeEdit.leave()
    frame = requestAnimationFrame(scroll)
    const distance = isDrag ? beyondEdge(context.reader, pointer) : 0
    if (distance === 0) return undefined
    context.reader.scrollBy(distance * haste)
    return follow()
  }
  const letGo = () => {
    cancelAnimationFrame(frame)
    handle.removeEventListener('pointermove', move)
    if (isDrag) void rangeEdit.keep()
    else for (const type of ['mousedown', 'click'] as const) passOn(context.reader, type, pressed)
  }
  handle.setPointerCapture(pressed.pointerId)
  handle.addEventListener('pointermove', move)
  handle.addEventListener('lostpointercapture', letGo, { once: true })
  frame = requestAnimationFrame(scroll)
}

/** How far the pointer is beyond the edge at which the text begins to scroll, in CSS px; back is negative. */
function beyondEdge({ scroller }: Reader, { clientX, clientY }: PointerEvent): number {
  if (scroller === undefined) return 0
  const frame = frameOf(scroller)
  const { blockStart } = flowOf(scroller).boxOf(new DOMRect(clientX, clientY))
  return (
    Math.min(0, blockStart - frame.blockStart - edge) +
    Math.max(0, blockStart - frame.blockEnd + edge)
  )
}

/** The gap between characters nearest to a point of the window. */
export function gapAt(reader: Reader, x: number, y: number): CodePoints | undefined {
  const caret = seeThrough(reader, () => document.caretPositionFromPoint(x, y))
  if (caret === null || !(caret.offsetNode instanceof Text)) return undefined
  const surface = reader.surfaces.of(caret.offsetNode)
  return surface?.offsetAt({ node: caret.offsetNode, offset: caret.offset })
}
