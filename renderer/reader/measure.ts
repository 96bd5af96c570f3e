import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { TextElements } from './article'

/** Where something lies in the scroller's content, in CSS px: scrolling does not change it. */
export interface ContentBox {
  readonly top: number
  readonly left: number
  readonly width: number
  readonly height: number
}

/** A box of the window as one of the scroller's content. */
export function contentBox(scroller: HTMLElement, box: DOMRectReadOnly): ContentBox {
  const frame = scroller.getBoundingClientRect()
  return {
    top: box.top - frame.top + scroller.scrollTop,
    left: box.left - frame.left + scroller.scrollLeft,
    width: box.width,
    height: box.height,
  }
}

/** A box as an element's style. */
export const styleOf = ({ top, left, width, height }: ContentBox) => ({
  top: `${top}px`,
  left: `${left}px`,
  width: `${width}px`,
  height: `${height}px`,
})

/** The edges of a box of the window, in CSS px. */
type Edges = Pick<DOMRectReadOnly, 'left' | 'top' | 'right' | 'bottom'>

/** The edges around all of some boxes: a long text that is selected whole has more than a call takes arguments. */
export const edgesAround = (boxes: readonly Edges[]): Edges =>
  boxes.reduce((all, box) => ({
    left: Math.min(all.left, box.left),
    top: Math.min(all.top, box.top),
    right: Math.max(all.right, box.right),
    bottom: Math.max(all.bottom, box.bottom),
  }))

/**
 * Lays an empty element over lines of text, for CSS to place something beside it.
 *
 * @param boxes the lines' boxes in the window, in CSS px
 * @returns whether there was anything to lie over
 */
export function layOver(
  anchor: HTMLElement,
  scroller: HTMLElement,
  boxes: readonly DOMRect[],
): boolean {
  // Left where it was, it would lie beyond a text that became shorter, and have it scroll on into nothing.
  if (boxes.length === 0) {
    anchor.hidden = true
    return false
  }
  const { left, top, right, bottom } = edgesAround(boxes)
  // Asked before anything changes: the whole page would be laid out for the answer.
  const over = contentBox(scroller, new DOMRect(left, top, right - left, bottom - top))
  anchor.hidden = false
  Object.assign(anchor.style, styleOf(over))
  return true
}

/** Has something done in a frame to come; gives what takes that back. */
type Schedule = (act: () => void) => () => void

const inNextFrame: Schedule = (act) => {
  const frame = requestAnimationFrame(act)
  return () => cancelAnimationFrame(frame)
}

/**
 * What is measured of the text's layout, measured anew in the next frame when the layout changes or
 * something that `watch` reads does.
 *
 * @param schedule when, if it can wait
 */
export function useMeasured<T>(
  { scroller, article }: TextElements,
  watch: () => void,
  measure: () => T,
  initial: T,
  schedule = inNextFrame,
): ReadonlySignal<T> {
  const measured = useSignal(initial)
  const layout = useSignal(0)
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      layout.value++
    })
    // The text can keep its size and yet move: its room becomes wider when a column closes.
    for (const { current } of [scroller, article]) if (current !== null) observer.observe(current)
    return () => observer.disconnect()
  }, [scroller, article, layout])
  useSignalEffect(() => {
    void layout.value
    watch()
    return schedule(() => {
      measured.value = measure()
    })
  })
  return measured
}
