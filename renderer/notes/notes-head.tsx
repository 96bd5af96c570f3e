import { ListChecks, ListFilter } from 'lucide'
import { countNotes } from '../../core/annotation/note-counts'
import { isFiltering } from '../../core/annotation/note-filter'
import { IconButton } from '../controls/icon-button'
import type { Session } from '../state/session'
import { FilterPanel } from './filter/filter-panel'

/** The column's name, how many it shows, and the way to fewer. */
export function NotesHead({ session }: { session: Session }) {
  const { regions, noteCount, notes } = session.messages.value
  const { filter, picked, shown, orphans, isFilterOpen } = session.notesView
  const annotations = session.resolved.value.map(({ annotation }) => annotation)
  const all = annotations.length
  const count = shown.value.length + orphans.value.length
  return (
    <div class="notes-head">
      <h2>{regions.notes}</h2>
      {all > 0 && (
        <>
          <span class="count">
            {isFiltering(filter.value)
              ? notes.shownOf(count, all)
              : noteCount(all, countNotes(annotations))}
          </span>
          <span class="notes-tools">
            <IconButton
              icon={ListChecks}
              label={notes.selectSeveral}
              pressed={picked.value !== null}
              onClick={() => {
                picked.value = picked.value === null ? new Set() : null
              }}
            />
            <IconButton
              icon={ListFilter}
              label={notes.filter}
              expanded={isFilterOpen.value}
              onClick={() => {
                isFilterOpen.value = !isFilterOpen.value
              }}
            />
          </span>
        </>
      )}
      {isFilterOpen.value && <FilterPanel session={session} />}
    </div>
  )
}
