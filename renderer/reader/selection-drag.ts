import type { DomPoint } from './block-view'
import { seeThrough } from './clicking'
import type { Reader } from './reader'

/**
 * Keeps a selection that is drawn with the mouse to what lies next to the pointer. Where that goes over the end of a
 * line into another column, or over the end of a mark, the engine would take all from there to an end of the text.
 * Gives what stops it.
 */
export function keepDragInText(reader: Reader, article: HTMLElement): () => void {
  const forAsLong = new AbortController()
  const press = (pressed: PointerEvent) => {
    if (pressed.button !== 0 || pressed.pointerType !== 'mouse') return
    const drag = new AbortController()
    const signal = AbortSignal.any([drag.signal, forAsLong.signal])
    let pointer = pressed
    let last: DomPoint | undefined
    const follow = () => {
      if (reader.surfaces.of(pointer.target) !== undefined) last = focusOf()
      else extendTo(caretAt(reader, nearestPoint(article, pointer)) ?? last)
    }
    const move = (event: PointerEvent) => {
      pointer = event
      // The release may have been the system's, as of a menu that was opened meanwhile.
      if ((event.buttons & 1) === 0) drag.abort()
    }
    const end = (event: PointerEvent) => {
      pointer = event
      follow()
      drag.abort()
    }
    window.addEventListener('pointermove', move, { signal })
    document.addEventListener('selectionchange', follow, { signal })
    window.addEventListener('pointerup', end, { signal, capture: true })
    window.addEventListener('pointercancel', () => drag.abort(), { signal })
  }
  article.addEventListener('pointerdown', press, { signal: forAsLong.signal })
  return () => forAsLong.abort()
}

/** The point of the text next to the pointer: in what of it is in view. */
function nearestPoint(article: HTMLElement, { clientX, clientY }: PointerEvent) {
  const [text, frame] = [article, article.parentElement ?? article].map((one) =>
    one.getBoundingClientRect(),
  ) as [DOMRect, DOMRect]
  return {
    x: within(clientX, Math.max(text.left, frame.left) + 1, Math.min(text.right, frame.right) - 1),
    y: within(clientY, Math.max(text.top, frame.top) + 1, Math.min(text.bottom, frame.bottom) - 1),
  }
}

const within = (at: number, low: number, high: number) => Math.max(low, Math.min(at, high))

/** The place in the text at a point of the window; nothing where something else lies over it there. */
function caretAt(reader: Reader, { x, y }: { readonly x: number; readonly y: number }) {
  const caret = seeThrough(reader, () => document.caretPositionFromPoint(x, y))
  if (caret === null || reader.surfaces.of(caret.offsetNode) === undefined) return undefined
  return { node: caret.offsetNode, offset: caret.offset }
}

function focusOf(): DomPoint | undefined {
  const { focusNode: node, focusOffset: offset } = document.getSelection() ?? {}
  return node && offset !== undefined ? { node, offset } : undefined
}

/** Has what is selected end at a place. */
function extendTo(place: DomPoint | undefined): void {
  const selection = document.getSelection()
  if (selection === null || place === undefined || selection.isCollapsed) return
  const isThere = selection.focusNode === place.node && selection.focusOffset === place.offset
  if (!isThere) selection.extend(place.node, place.offset)
}
