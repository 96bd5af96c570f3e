import { openEditor } from '../state/annotate'
import { dropDraftOf, restingDrafts } from '../state/drafts'
import type { Editing, Session } from '../state/session'

/** Says that a note on a mark was begun and not saved, and offers to go on with it. */
export function DraftLine({ session, id }: { session: Session; id: string }) {
  const draft = restingDrafts(session).find(
    (other) => other.kind === 'annotation' && other.id === id,
  )
  return draft === undefined ? null : <Draft session={session} draft={draft} />
}

/** A note begun and not saved: its beginning, and whether to go on with it. */
export function Draft({ session, draft }: { session: Session; draft: Editing }) {
  const { notes } = session.messages.value
  return (
    <div class="draft">
      <p>
        <span class="draft-name">{notes.draftOf}</span> {draft.note.slice(0, 120)}
      </p>
      <button type="button" class="quiet-button" onClick={() => void dropDraftOf(session, draft)}>
        {notes.discard}
      </button>
      <button type="button" class="quiet-button" onClick={() => resume(session, draft)}>
        {notes.resume}
      </button>
    </div>
  )
}

function resume(session: Session, draft: Editing): void {
  if (draft.kind === 'annotation') session.activeId.value = draft.id
  openEditor(session, draft)
}
