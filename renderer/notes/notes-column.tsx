import { useRef } from 'preact/hooks'
import { isFiltering } from '../../core/annotation/note-filter'
import type { Stage } from '../state/stage'
import { VirtualList } from '../ui/virtual-list'
import { FilterChips } from './filter/filter-chips'
import { FilterPanel } from './filter/filter-panel'
import { moveAlongCards } from './move-along-cards'
import { NoteRow } from './note-row'
import { NotesHead } from './notes-head'
import { PickedBar } from './picked-bar'
import { keyOfRow, pinnedRows, rowsOf } from './rows'

/** Everything the reader marked, filtered and in order; what could not be placed stands last. */
export function NotesColumn({ stage }: { stage: Stage }) {
  const { session } = stage
  const scroller = useRef<HTMLElement>(null)
  const { regions, note, notes } = session.messages.value
  const { filter } = session.notesView
  const rows = rowsOf(session)
  const orphans = session.notesView.orphans.value.map((item) => ({ item }))
  const isEmpty = rows.length === 0 && orphans.length === 0
  const pinned = pinnedRows(session)
  return (
    <aside
      ref={scroller}
      class="notes"
      data-region="notes"
      aria-label={regions.notes}
      tabIndex={-1}
      hidden={!session.settings.value.notesOpen}
      onKeyDown={moveAlongCards}
    >
      <NotesHead session={session} />
      {session.notesView.isFilterOpen.value && <FilterPanel session={session} />}
      <FilterChips session={session} />
      {isEmpty && (
        <div class="empty">
          {isFiltering(filter.value) ? (
            <p class="empty-title">{notes.noneFits}</p>
          ) : (
            <>
              <p class="empty-title">{note.empty}</p>
              <p>{note.emptyHow}</p>
            </>
          )}
        </div>
      )}
      <VirtualList
        label={regions.notes}
        items={rows}
        keyOf={keyOfRow}
        scroller={scroller}
        pinned={pinned}
        wanted={session.activeId.value}
        draw={(row, index) => (
          <NoteRow key={keyOfRow(row)} stage={stage} row={row} index={index} count={rows.length} />
        )}
      />
      {orphans.length > 0 && (
        <section class="orphans" aria-label={note.orphans}>
          <h3>{note.orphans}</h3>
          <p>{note.orphanWhy}</p>
          <VirtualList
            label={note.orphans}
            items={orphans}
            keyOf={keyOfRow}
            scroller={scroller}
            pinned={pinned}
            wanted={session.activeId.value}
            draw={(row, index) => (
              <NoteRow
                key={keyOfRow(row)}
                stage={stage}
                row={row}
                index={index}
                count={orphans.length}
              />
            )}
          />
        </section>
      )}
      <PickedBar session={session} />
    </aside>
  )
}
