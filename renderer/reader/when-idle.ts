/** How long something waits for an idle moment, however much there is to do. ms */
const patience = 1_000

/**
 * Does something that the reader does not wait for: once the next frame is shown, for a moment before it
 * counts as idle too, and there is nothing better to do.
 *
 * @returns what takes that back
 */
export function whenIdle(act: (deadline: IdleDeadline) => void): () => void {
  let handle = 0
  const frame = requestAnimationFrame(() => {
    handle = requestIdleCallback(act, { timeout: patience })
  })
  return () => {
    cancelAnimationFrame(frame)
    cancelIdleCallback(handle)
  }
}
