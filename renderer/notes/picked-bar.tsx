import { FileDown, Trash2 } from 'lucide'
import { addTag, deleteMany, recolor } from '../state/annotate-many'
import type { Session } from '../state/session'
import { IconButton } from '../ui/icon-button'
import { ColorButtons } from './color-buttons'
import { focusColumn } from './move-along-cards'
import { TagField } from './tag-field'

/** What can be done to all the marks picked; there only while marks are being picked. */
export function PickedBar({ session }: { session: Session }) {
  const { picked, shown, orphans } = session.notesView
  const { notes } = session.messages.value
  if (picked.value === null) return null
  // A mark deleted meanwhile is no longer meant.
  const ids = [...picked.value].filter((id) => session.annotations.value.has(id))
  return (
    <div class="picked-bar" role="group" aria-label={notes.selection}>
      <div class="picked-row">
        <span class="picked-count">{notes.selected(ids.length)}</span>
        <button
          type="button"
          class="quiet-button"
          onClick={() => {
            const all = [...shown.value, ...orphans.value]
            picked.value = new Set(all.map(({ annotation }) => annotation.id))
          }}
        >
          {notes.selectAll}
        </button>
        <button
          type="button"
          class="quiet-button"
          onClick={() => {
            picked.value = null
          }}
        >
          {notes.done}
        </button>
      </div>
      {ids.length > 0 && (
        <>
          <div class="picked-row">
            <ColorButtons
              session={session}
              label={notes.recolor}
              onPick={(color) => void recolor(session, ids, color)}
            />
            <IconButton
              icon={FileDown}
              label={notes.export}
              onClick={() => {
                session.dialog.value = { kind: 'export', ids }
              }}
            />
            <IconButton
              icon={Trash2}
              label={notes.delete}
              onClick={() => {
                // The button goes with what was picked.
                focusColumn()
                void deleteMany(session, ids)
              }}
            />
          </div>
          <TagField session={session} except={[]} onAdd={(tag) => void addTag(session, ids, tag)} />
        </>
      )}
    </div>
  )
}
