import { isAnchored, type Resolved } from '../../core/anchor/anchored'
import { langOf } from '../../core/script/script-tag'
import type { Stage } from '../state/perform'
import { NoteCard } from './note-card'
import { NoteEditor } from './note-editor'

/** Everything the reader marked, in text order; what could not be placed stands last. */
export function NotesColumn({ stage }: { stage: Stage }) {
  const { session } = stage
  const { regions, noteCount, note } = session.messages.value
  const resolved = session.resolved.value
  const anchored = resolved.filter(isAnchored)
  const orphans = resolved.filter((item) => !isAnchored(item))
  const isWriting = session.editing.value?.kind === 'passage'
  return (
    <aside
      class="notes"
      data-region="notes"
      aria-label={regions.notes}
      tabIndex={-1}
      hidden={!session.settings.value.notesOpen}
    >
      <h2 class="notes-head">
        {regions.notes}
        {resolved.length > 0 && <span class="count">{noteCount(resolved.length)}</span>}
      </h2>
      {resolved.length === 0 && !isWriting && (
        <div class="empty">
          <p class="empty-title">{note.empty}</p>
          <p>{note.emptyHow}</p>
        </div>
      )}
      <ul class="cards" aria-label={regions.notes}>
        <CardsAroundNewNote stage={stage} items={anchored} />
      </ul>
      {orphans.length > 0 && (
        <section class="orphans" aria-label={note.orphans}>
          <h3>{note.orphans}</h3>
          <p>{note.orphanWhy}</p>
          <ul class="cards">
            {orphans.map((item) => (
              <NoteCard key={item.annotation.id} stage={stage} item={item} />
            ))}
          </ul>
        </section>
      )}
    </aside>
  )
}

/** The cards in text order, with the note being written for a new passage at its place among them. */
function CardsAroundNewNote({ stage, items }: { stage: Stage; items: readonly Resolved[] }) {
  const editing = stage.session.editing.value
  const newAt = editing?.kind === 'passage' ? editing.range.start : undefined
  const before = newAt === undefined ? items.length : countBefore(items, newAt)
  return (
    <>
      {items.slice(0, before).map((item) => (
        <NoteCard key={item.annotation.id} stage={stage} item={item} />
      ))}
      {newAt !== undefined && <NewNoteCard key="new" stage={stage} />}
      {items.slice(before).map((item) => (
        <NoteCard key={item.annotation.id} stage={stage} item={item} />
      ))}
    </>
  )
}

const countBefore = (items: readonly Resolved[], offset: number): number =>
  items.filter((item) => isAnchored(item) && item.place.start <= offset).length

function NewNoteCard({ stage: { session } }: { stage: Stage }) {
  const editing = session.editing.value
  const rendition = session.rendition.value
  if (editing?.kind !== 'passage') return null
  const { color, kind } = session.settings.value.lastStyle
  return (
    <li class="card" data-active="true" data-color={color} data-kind={kind}>
      <p class="quote" lang={langOf[rendition.tag]}>
        <span class="quote-text">{rendition.slice(editing.range)}</span>
      </p>
      <NoteEditor session={session} />
    </li>
  )
}
