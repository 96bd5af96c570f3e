import { ListChecks, ListFilter } from 'lucide'
import { useEffect, useRef } from 'preact/hooks'
import { countNotes } from '../../core/annotation/counts'
import { isFiltering } from '../../core/annotation/note-filter'
import type { Annotations } from '../state/annotations'
import type { NotesList } from '../state/notes-list'
import { useMessages } from '../state/preferences'
import type { FocusTarget } from '../ui/focus'
import { IconButton } from '../ui/icon'

interface NotesHeadProps {
  readonly list: NotesList
  readonly annotations: Pick<Annotations, 'resolved' | 'awaited'>
  readonly announce: (text: string) => void
  readonly filterButton: FocusTarget<HTMLButtonElement>
}

/** The column's name, how many it shows, and the way to fewer. */
export function NotesHead({
  list,
  annotations: { resolved, awaited },
  announce,
  filterButton,
}: NotesHeadProps) {
  const { regions, marksHere, notes } = useMessages()
  const { filter, picked, shown, orphans, isFilterOpen } = list
  const annotations = resolved.value.map(({ annotation }) => annotation)
  const all = annotations.length + awaited.value
  const count = shown.value.length + orphans.value.length
  const said =
    isFiltering(filter.value) || awaited.value > 0
      ? notes.shownOf(count, all)
      : marksHere(all, countNotes(annotations))
  const last = useRef({ filter: filter.value, count })
  useEffect(() => {
    const before = last.current
    last.current = { filter: filter.value, count }
    // A mark that comes or goes is told of by itself.
    if (before.filter === filter.value || before.count === count) return
    announce(count === 0 ? notes.noneFits : said)
  }, [filter.value, count])
  return (
    <div class="notes-head">
      <h2>{regions.notes}</h2>
      {all > 0 && (
        <>
          <span class="count">{said}</span>
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
              target={filterButton}
              label={notes.filter}
              expanded={isFilterOpen.value}
              onClick={() => {
                isFilterOpen.value = !isFilterOpen.value
              }}
            />
          </span>
        </>
      )}
    </div>
  )
}
