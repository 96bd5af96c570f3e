import { useLayoutEffect, useRef } from 'preact/hooks'
import { isFiltering } from '../../core/annotation/note-filter'
import { isAnchored, type Resolved } from '../../core/annotation/resolve'
import { countBelow } from '../../core/text/offset-index'
import type { TextRange } from '../../core/text/range'
import type { ReaderContext } from '../reader/context'
import type { NewNote } from '../state/drafts'
import { usePreferences } from '../state/preferences'
import type { WorkspaceState } from '../state/workspace-state'
import { VirtualList } from '../ui/virtual-list'
import { moveAlongCards } from './cards'
import { FilterChips, FilterPanel } from './filter'
import { NewNoteCard, NoteCard } from './note-card'
import { NotesHead } from './notes-head'
import { PickedBar } from './picked-bar'

/** Everything the reader marked, filtered and in order; what could not be placed stands last. */
export function NotesColumn({ context }: { context: ReaderContext }) {
  const { app, workspace, targets } = context
  const { notes, annotations, annotator } = workspace
  const scroller = useRef<HTMLElement | null>(null)
  const preferences = usePreferences()
  const { regions, note, notes: wording } = preferences.messages.value
  const { notesOpen, notesOrder } = preferences.settings.value
  const rows = rowsOf(workspace, notesOrder === 'time')
  const orphans = notes.orphans.value.map((item) => ({ item }))
  const isEmpty = rows.length === 0 && orphans.length === 0
  useLayoutEffect(() => {
    if (notesOpen) targets.notesColumn.arrived()
  }, [notesOpen, targets])
  const list = (label: string, items: readonly Row[]) => (
    <VirtualList
      label={label}
      items={items}
      keyOf={keyOfRow}
      scroller={scroller}
      pinned={pinnedRows(workspace)}
      wanted={workspace.note.activeId.value}
      draw={(row, index) => (
        <NoteRow
          key={keyOfRow(row)}
          context={context}
          row={row}
          index={index}
          count={items.length}
        />
      )}
    />
  )
  return (
    <aside
      ref={(element) => {
        scroller.current = element
        targets.notesColumn.ref(element)
      }}
      class="notes"
      data-region="notes"
      aria-label={regions.notes}
      tabIndex={-1}
      hidden={!notesOpen}
      onKeyDown={moveAlongCards}
    >
      <NotesHead
        list={notes}
        resolved={annotations.resolved}
        announce={(text) => app.announcer.announce(text)}
        filterButton={targets.filterButton}
      />
      {notes.isFilterOpen.value && (
        <FilterPanel
          list={notes}
          annotations={annotations.map}
          sections={workspace.open.sections}
          rendition={workspace.view.rendition}
          field={targets.filterField}
          onClose={() => {
            notes.isFilterOpen.value = false
            targets.filterButton.focus()
          }}
          onNames={() => {
            app.dialog.value = { kind: 'names' }
          }}
        />
      )}
      <FilterChips list={notes} rendition={workspace.view.rendition} />
      {isEmpty && (
        <div class="empty">
          {isFiltering(notes.filter.value) ? (
            <p class="empty-title">{wording.noneFits}</p>
          ) : (
            <>
              <p class="empty-title">{note.empty}</p>
              <p>{note.emptyHow}</p>
            </>
          )}
        </div>
      )}
      {list(regions.notes, rows)}
      {orphans.length > 0 && (
        <section class="orphans" aria-label={note.orphans}>
          <h3>{note.orphans}</h3>
          <p>{note.orphanWhy}</p>
          {list(note.orphans, orphans)}
        </section>
      )}
      <PickedBar
        list={notes}
        annotations={annotations.map}
        annotator={annotator}
        onExport={(ids) => {
          app.dialog.value = { kind: 'export', ids }
        }}
        onGone={() => targets.notesColumn.focus()}
      />
    </aside>
  )
}

/** What stands in the column: a mark, or a note that will make one when it is saved. */
type Row = { readonly item: Resolved } | { readonly draft: NewNote }

interface NoteRowProps {
  readonly context: ReaderContext
  readonly row: Row
  readonly index: number
  readonly count: number
}

function NoteRow({ context, row, index, count }: NoteRowProps) {
  return 'item' in row ? (
    <NoteCard context={context} item={row.item} index={index} count={count} />
  ) : (
    <NewNoteCard context={context} draft={row.draft} rowKey={keyOfRow(row)} />
  )
}

const keyOfRow = (row: Row): string =>
  'item' in row ? row.item.annotation.id : keyOfNew(row.draft.range)

const keyOfNew = ({ start, end }: TextRange) => `new-${start}-${end}`

/** The rows that are kept in the page wherever it is scrolled: the open mark, and the note being written. */
function pinnedRows({ note }: WorkspaceState): ReadonlySet<string> {
  const editing = note.editing.value
  const active = note.activeId.value
  return new Set([
    ...(active === null ? [] : [active]),
    ...(editing === null
      ? []
      : [editing.kind === 'annotation' ? editing.id : keyOfNew(editing.range)]),
  ])
}

/** The rows in order. Notes not yet saved stand at their place in the text, or before all by time. */
function rowsOf({ notes, note }: WorkspaceState, isByTime: boolean): readonly Row[] {
  const rows: Row[] = notes.shown.value.map((item) => ({ item }))
  const editing = note.editing.value
  const begun = [...note.drafts.besides(editing), ...(editing === null ? [] : [editing])]
  for (const draft of begun) {
    if (draft.kind !== 'passage') continue
    const at = isByTime ? 0 : countBelow(rows, (row) => placeOf(row) <= draft.range.start)
    rows.splice(at, 0, { draft })
  }
  return rows
}

const placeOf = (row: Row): number =>
  'draft' in row ? row.draft.range.start : isAnchored(row.item) ? row.item.place.start : 0
