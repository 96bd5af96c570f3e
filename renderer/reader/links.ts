import type { ReaderContext } from './context'

/**
 * Follows the link that was clicked, or on which Enter was pressed: within the document at once, to
 * anywhere else if the reader agrees. A link on which a passage was selected is not followed.
 *
 * @returns whether a link was there.
 */
export function followLink({ app, workspace, reader }: ReaderContext, event: MouseEvent): boolean {
  const { target } = event
  const destination =
    target instanceof Node ? reader.surfaces.of(target)?.destinationAt(target) : undefined
  if (destination === undefined) return false
  event.preventDefault()
  if (workspace.selection.range.peek() !== null) return true
  if (destination.to === 'address') void app.api.openLink(destination.url)
  else reader.travel('jump', () => reader.follow(destination))
  return true
}
