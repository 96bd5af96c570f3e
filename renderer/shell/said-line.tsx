import type { Announcer } from '../state/notices'
import type { OpenNote } from '../state/open-note'
import { usePreferences } from '../state/preferences'

interface SaidLineProps {
  readonly announcer: Announcer
  readonly note: Pick<OpenNote, 'editing'>
}

/**
 * What was just done, in a line at the foot of the notes, and the way to take it back; at the foot of the text
 * where the notes are closed, or one is being written, on which it would lie. It fades by itself, but not while the
 * pointer or the focus is on it. How long it stays is the style sheet's to say.
 */
export function SaidLine({ announcer, note }: SaidLineProps) {
  const preferences = usePreferences()
  const { undoIt } = preferences.messages.value.reading
  const { notesOpen } = preferences.settings.value
  const place = !notesOpen ? 'text' : note.editing.value === null ? 'notes' : 'beside'
  const said = announcer.shown.value
  if (said === null) return null
  const { undo } = said
  return (
    <div
      // What is said next begins anew.
      key={said.count}
      class="said"
      data-at={place}
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
