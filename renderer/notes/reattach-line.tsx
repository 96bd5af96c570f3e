import { reattach } from '../state/annotate-many'
import { announce, type Session } from '../state/session'

/** Gives an annotation that was not found in the text a place in it: the passage that is selected. */
export function ReattachLine({ session, id }: { session: Session; id: string }) {
  const { notes } = session.messages.value
  const selection = session.selection.value
  return (
    <div class="reattach">
      {selection === null && <p>{notes.reattachHow}</p>}
      <button
        type="button"
        class="quiet-button"
        // The selection must stay where it is while the button is pressed.
        onPointerDown={(event) => event.preventDefault()}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          const range = session.selection.peek()
          if (range === null) announce(session, notes.reattachHow)
          else void reattach(session, id, range)
        }}
      >
        {notes.reattach}
      </button>
    </div>
  )
}
