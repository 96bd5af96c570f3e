import type { RefObject } from 'preact'
import { useCallback, useEffect, useRef } from 'preact/hooks'
import type { TextElements } from './article'
import { layOver } from './measure'

interface BesidePassage extends TextElements {
  /** An empty element that lies over the passage: CSS places the popover by it, within the window. */
  readonly anchor: RefObject<HTMLElement | null>
  readonly popover: RefObject<HTMLElement | null>
}

/**
 * Shows a popover beside a passage of the text, and keeps it there when the layout changes.
 *
 * @param boxes the boxes of the passage's lines in the window, in CSS px; none where the popover is to be put away,
 *   nothing where it is to be left as it is
 * @param onShown called whenever it is shown
 * @returns what shows it where the passage is by now, or puts it away
 */
export function useBesidePassage(
  { scroller, article, anchor, popover }: BesidePassage,
  boxes: () => readonly DOMRect[] | undefined,
  onShown = () => {},
): () => void {
  const latest = useRef({ boxes, onShown })
  latest.current = { boxes, onShown }
  const place = useCallback(() => {
    if (anchor.current === null || scroller.current === null || popover.current === null) return
    const lines = latest.current.boxes()
    if (lines === undefined) return
    if (!layOver(anchor.current, scroller.current, lines)) return popover.current.hidePopover()
    popover.current.showPopover()
    latest.current.onShown()
  }, [scroller, anchor, popover])
  useEffect(() => {
    // Also for the anchor's sake: left where the text was, it would have the text scroll on into nothing.
    const observer = new ResizeObserver(place)
    for (const { current } of [scroller, article]) if (current !== null) observer.observe(current)
    return () => observer.disconnect()
  }, [scroller, article, place])
  return place
}
