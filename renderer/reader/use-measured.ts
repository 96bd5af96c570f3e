import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/**
 * What is measured of the text's layout, measured anew in the next frame when the layout changes or
 * something that `watch` reads does. Positions lie in the scroller's content, so that scrolling
 * changes none.
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
  }, [])
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
