import type { Announcer } from '../state/notices'
import { useMessages } from '../state/preferences'

/**
 * What was just done, in a line at the foot of the notes, and the way to take it back. It fades by
 * itself, but not while the pointer or the focus is on it. How long it stays is the style sheet's to say.
 */
export function SaidLine({ announcer }: { readonly announcer: Announcer }) {
  const { undoIt } = useMessages().reading
  const said = announcer.shown.value
  if (said === null) return null
  const { undo } = said
  return (
    <div
      // What is said next begins anew.
      key={said.count}
      class="said"
      onAnimationEnd={() => announcer.forget()}
    >
      {/* Spoken already. */}
      <span aria-hidden="true">{said.text}</span>
      {undo?.isStill() === true && (
        <button type="button" class="link-button" onClick={undo.run}>
          {undoIt}
        </button>
      )}
    </div>
  )
}
