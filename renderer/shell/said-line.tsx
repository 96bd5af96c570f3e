import type { Announcer } from '../state/notices'
import type { OpenNote } from '../state/open-note'
import { type Preferences, usePreferences } from '../state/preferences'

interface SaidLineProps {
  readonly announcer: Announcer
  readonly note: Pick<OpenNote, 'editing'>
  /** What holds it: it is shown by the one where it has its place. */
  readonly of: 'columns' | 'text'
}

/**
 * What was just done, in a line at the foot of the notes, and the way to take it back; at the foot of the text
 * where the notes are closed or lie over it, or one is being written, on which it would lie. It fades by itself, but
 * not while the pointer or the focus is on it. How long it stays is the style sheet's to say.
 */
export function SaidLine({ announcer, note, of }: SaidLineProps) {
  const preferences = usePreferences()
  const { undoIt } = preferences.messages.value.reading
  const place = placeOf(preferences, note)
  const said = announcer.shown.value
  if (said === null || (place === 'text') !== (of === 'text')) return null
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

/** Under the notes where they lie over the text and one is being written. */
function placeOf(
  { settings, notesLieOver }: Preferences,
  note: SaidLineProps['note'],
): 'notes' | 'under-notes' | 'text' {
  if (!settings.value.notesOpen) return 'text'
  const isWriting = note.editing.value !== null
  if (notesLieOver.value) return isWriting ? 'under-notes' : 'text'
  return isWriting ? 'text' : 'notes'
}
