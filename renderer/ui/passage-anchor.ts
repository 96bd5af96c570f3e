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
  const frame = scroller.getBoundingClientRect()
  const left = Math.min(...boxes.map((box) => box.left))
  const right = Math.max(...boxes.map((box) => box.right))
  const top = Math.min(...boxes.map((box) => box.top))
  const bottom = Math.max(...boxes.map((box) => box.bottom))
  Object.assign(anchor.style, {
    left: `${left - frame.left}px`,
    top: `${top - frame.top + scroller.scrollTop}px`,
    width: `${right - left}px`,
    height: `${bottom - top}px`,
  })
  return true
}
