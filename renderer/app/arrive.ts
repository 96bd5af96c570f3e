import { goOnRepairing } from '../apparatus/navigation'
import type { ReaderContext } from '../reader/context'
import type { Arrival, FoundPlace } from '../state/workspace-state'

/** Goes to what was found in a document of the library, which is opened for that if another is. */
export function goToFound(context: ReaderContext, place: FoundPlace): void {
  if (place.documentId === context.workspace.id) arriveAt(context, place)
  else void context.app.showFound(place)
}

/** Takes the reader where they wanted to go in the document that is open now. */
export function arriveAt(context: ReaderContext, arrival: Arrival): void {
  if (arrival.kind === 'next-repair') return goOnRepairing(context)
  const { workspace, reader } = context
  const { hit, query } = arrival
  if (hit.kind === 'note') return workspace.note.openLinked(hit.annotationId)
  // The other places are one key away, as after any find.
  workspace.find.open(query, hit.range.start)
  reader.travel('jump', () => reader.reveal(hit.range))
  reader.focus.focusAt(hit.range.start)
  return undefined
}
