import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

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
export const styleOf = ({ top, left, height }: ContentBox) => ({
  top: `${top}px`,
  left: `${left}px`,
  height: `${height}px`,
})

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
  if (boxes.length === 0) return false
  const left = Math.min(...boxes.map((box) => box.left))
  const top = Math.min(...boxes.map((box) => box.top))
  const width = Math.max(...boxes.map((box) => box.right)) - left
  const height = Math.max(...boxes.map((box) => box.bottom)) - top
  const over = contentBox(scroller, new DOMRect(left, top, width, height))
  Object.assign(anchor.style, { ...styleOf(over), width: `${over.width}px` })
  return true
}

/**
 * What is measured of the text's layout, measured anew in the next frame when the layout changes or
 * something that `watch` reads does.
 */
export function useMeasured<T>(
  article: RefObject<HTMLElement | null>,
  watch: () => void,
  measure: () => T,
  initial: T,
): ReadonlySignal<T> {
  const measured = useSignal(initial)
  const layout = useSignal(0)
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      layout.value++
    })
    if (article.current !== null) observer.observe(article.current)
    return () => observer.disconnect()
  }, [article, layout])
  useSignalEffect(() => {
    void layout.value
    watch()
    const frame = requestAnimationFrame(() => {
      measured.value = measure()
    })
    return () => cancelAnimationFrame(frame)
  })
  return measured
}
