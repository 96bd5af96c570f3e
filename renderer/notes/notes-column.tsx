import { type ReadonlySignal, untracked, useComputed, useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { isFiltering } from '../../core/annotation/note-filter'
import { isAnchored, type Resolved } from '../../core/annotation/resolve'
import { type Section, sectionAt } from '../../core/document/sections'
import { type CodePoints, codePoints } from '../../core/text/code-points'
import { countBelow } from '../../core/text/offset-index'
import type { ReaderContext } from '../reader/context'
import { keyOfNew, type NewNote } from '../state/drafts'
import { usePreferences } from '../state/preferences'
import type { WorkspaceState } from '../state/workspace-state'
import { useEffectAtOnce } from '../ui/effect-at-once'
import { VirtualList, type Wanted } from '../ui/virtual-list'
import { FilterChips, FilterPanel } from './filter'
import { NewNoteCard, NoteCard } from './note-card'
import { NotesHead } from './notes-head'
import { PickedBar } from './picked-bar'

/** Everything the reader marked, filtered and in order; what could not be placed stands last. */
export function NotesColumn({ context }: { context: ReaderContext }) {
  const { app, workspace, targets } = context
  const { notes, annotations, annotator } = workspace
  const scroller = targets.notesColumn
  const preferences = usePreferences()
  const { regions, note } = preferences.messages.value
  const { notesOpen } = preferences.settings.value
  // The same as long as they do not change, for there may be thousands, and whatever follows from them is kept.
  const isByTime = useComputed(() => preferences.settings.value.notesOrder === 'time')
  const begun = useComputed(() => newNotes(workspace))
  const rows = useComputed(() => rowsOf(workspace, begun.value, isByTime.value)).value
  const orphans = useComputed(() => notes.orphans.value.map((item) => ({ item }))).value
  const keys = useMemo(() => [...rows.filter(isCard), ...orphans].map(keyOfRow), [rows, orphans])
  const wanted = useWanted(context, scroller, rows)
  useStayingOpen(context, scroller)
  useLayoutEffect(() => {
    targets.cards.keys = keys
  }, [keys, targets])
  useLayoutEffect(() => {
    if (!notesOpen) return
    targets.notesColumn.arrived()
    targets.filterField.arrived()
  }, [notesOpen, targets])
  const list = (label: string, items: readonly Row[]) => (
    <RowList context={context} label={label} rows={items} scroller={scroller} wanted={wanted} />
  )
  return (
    <aside
      ref={scroller}
      class="notes"
      data-region="notes"
      aria-label={regions.notes}
      aria-busy={!annotations.isRead.value}
      tabIndex={-1}
      hidden={!notesOpen}
    >
      <NotesHead
        list={notes}
        annotations={annotations}
        announce={(text) => app.announcer.announce(text)}
        filterButton={targets.filterButton}
      />
      {notes.isFilterOpen.value && <Filter context={context} />}
      <FilterChips list={notes} rendition={workspace.view.rendition} />
      {rows.length === 0 && orphans.length === 0 && <WhyEmpty workspace={workspace} />}
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
        onExport={(ids) => app.exportNamed(ids)}
        onLeave={() => targets.notesColumn.focus()}
      />
    </aside>
  )
}

/** What the list is narrowed by, as it is chosen. */
function Filter({ context: { app, workspace, targets } }: { context: ReaderContext }) {
  const { notes, annotations } = workspace
  return (
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
  )
}

/** Why no card is there: they are being read, or none fits, or there is none yet. */
function WhyEmpty({ workspace: { annotations, notes } }: { workspace: WorkspaceState }) {
  const { note, notes: wording } = usePreferences().messages.value
  return (
    <div class="empty">
      {!annotations.isRead.value ? (
        <p class="empty-title">{note.reading}</p>
      ) : isFiltering(notes.filter.value) ? (
        <p class="empty-title">{wording.noneFits}</p>
      ) : (
        <>
          <p class="empty-title">{note.empty}</p>
          <p>{note.emptyHow}</p>
        </>
      )}
    </div>
  )
}

/**
 * A window that becomes narrow, or wide, closes no column in which the reader is, or is writing: what is typed on
 * would go elsewhere, and be taken for keys. At once, for what is hidden in the next frame has lost the focus.
 */
function useStayingOpen(
  { app: { preferences }, workspace: { note } }: ReaderContext,
  column: RefObject<HTMLElement | null>,
): void {
  useEffectAtOnce(() => {
    void preferences.notesLieOver.value
    const isIn = column.current?.contains(document.activeElement) === true
    if (isIn || note.editing.peek() !== null) untracked(() => preferences.showNotes())
  }, [preferences, note, column])
}

/**
 * The row to bring into view: that of a mark as it is opened, or else that of the first mark which the
 * reader has not yet read past. The column stays where it is while the reader is in it, with the pointer
 * or the focus, while a note is being written, and while the open mark is in view.
 */
function useWanted(
  { workspace, reader }: ReaderContext,
  column: RefObject<HTMLElement | null>,
  rows: readonly Row[],
): ReadonlySignal<Wanted | null> {
  const { note, notes, view, rangeEdit } = workspace
  const { settings } = usePreferences()
  const wanted = useSignal<Wanted | null>(null)
  useEffectAtOnce(() => {
    const key = note.activeId.value
    if (key === null) return
    wanted.value = { key, at: 'nearest' }
    notes.stop.value = key
  }, [note, notes])
  useEffectAtOnce(() => {
    const key = notes.awaited.value
    if (key !== null) wanted.value = { key, at: 'nearest' }
  }, [notes])
  const latest = useRef(rows)
  latest.current = rows
  const follow = (place: CodePoints) => {
    if (column.current?.matches(':hover, :focus-within') === true) return
    const open = rangeEdit.mark.peek()
    if (note.editing.peek() !== null || (open && reader.isInView(open.place.start))) return
    const followed = rowReadAt(latest.current, place)
    if (followed === undefined || followed.key === wanted.peek()?.key) return
    wanted.value = { key: followed.key, at: 'start' }
    notes.stop.value = followed.card
  }
  useEffectAtOnce(() => {
    const place = view.place.value
    // Behind all of what took the reader there: what they see by then, and where the focus is, tells.
    if (settings.value.notesOrder === 'place') queueMicrotask(() => follow(place))
  }, [workspace, reader])
  return wanted
}

/** The first card of which the passage is not above the window, and the row to show: its heading's, or it. */
function rowReadAt(rows: readonly Row[], place: CodePoints) {
  const at = countBelow(rows, (row) => startOf(row) < place)
  const index = Math.min(isHeading(rows[at]) ? at + 1 : at, rows.length - 1)
  const row = rows[index]
  if (row === undefined || !isCard(row)) return undefined
  const above = rows[index - 1]
  const shown = above !== undefined && !isCard(above) ? above : row
  return { key: keyOfRow(shown), card: keyOfRow(row) }
}

/** What stands in the column: a mark, or a note that will make one when it is saved. */
type Card = { readonly item: Resolved } | { readonly draft: NewNote }

/** A card, or the heading under which the marks of the next stand in the text. */
type Row = Card | { readonly section: Section }

const isCard = (row: Row): row is Card => !('section' in row)

const isHeading = (row: Row | undefined): boolean => row !== undefined && !isCard(row)

/** Where in the text a row stands. */
const startOf = (row: Row): CodePoints =>
  isCard(row) ? placeOf(row) : codePoints(row.section.range.start)

interface RowListProps {
  readonly context: ReaderContext
  readonly label: string
  readonly rows: readonly Row[]
  readonly scroller: RefObject<HTMLElement | null>
  readonly wanted: ReadonlySignal<Wanted | null>
}

function RowList({ context, label, rows, scroller, wanted }: RowListProps) {
  const numbers = useMemo(
    () => new Map(rows.filter(isCard).map((row, i) => [keyOfRow(row), i])),
    [rows],
  )
  return (
    <VirtualList
      label={label}
      items={rows}
      keyOf={keyOfRow}
      scroller={scroller}
      pinned={pinnedRows(context.workspace)}
      wanted={wanted.value}
      later={(act) => context.reader.rest.scheduleIdle(act)}
      draw={(row, index) => (
        <NoteRow
          key={keyOfRow(row)}
          context={context}
          row={row}
          index={numbers.get(keyOfRow(row)) ?? index}
          count={numbers.size}
        />
      )}
    />
  )
}

interface NoteRowProps {
  readonly context: ReaderContext
  readonly row: Row
  readonly index: number
  readonly count: number
}

function NoteRow({ context, row, index, count }: NoteRowProps) {
  if ('section' in row) return <SectionRow context={context} section={row.section} />
  return 'item' in row ? (
    <NoteCard context={context} item={row.item} index={index} count={count} />
  ) : (
    <NewNoteCard context={context} draft={row.draft} rowKey={keyOfRow(row)} />
  )
}

/** Quietly, where in the text one is. */
function SectionRow({ context, section }: { context: ReaderContext; section: Section }) {
  const rendition = context.workspace.view.rendition.value
  return (
    <li class="notes-section" data-row={keyOfSection(section)}>
      <h3 lang={rendition.langOfBlock(section.heading.id)}>
        {rendition.block(section.heading.id).text}
      </h3>
    </li>
  )
}

const keyOfSection = ({ heading }: Section) => `section-${heading.id}`

const keyOfRow = (row: Row): string =>
  'section' in row
    ? keyOfSection(row.section)
    : 'item' in row
      ? row.item.annotation.id
      : keyOfDraft(row.draft)

const keyOfDraft = (draft: NewNote) => `new-${keyOfNew(draft)}`

/** The rows that are kept in the page wherever it is scrolled: the open mark, and the note being written. */
function pinnedRows({ note, notes }: WorkspaceState): ReadonlySet<string> {
  const editing = note.editing.value
  const active = note.activeId.value
  return new Set([
    ...[active, notes.stop.value].filter((key) => key !== null),
    ...(editing === null ? [] : [editing.kind === 'annotation' ? editing.id : keyOfDraft(editing)]),
  ])
}

const none: readonly NewNote[] = []

/** The notes that will make a mark when they are saved; the same list where there are none, as mostly. */
function newNotes({ note }: WorkspaceState): readonly NewNote[] {
  const editing = note.editing.value
  const begun = [...note.drafts.besides(editing), ...(editing === null ? [] : [editing])]
  const fresh = begun.filter((draft) => draft.kind === 'passage')
  return fresh.length === 0 ? none : fresh
}

/** The rows in order, under the headings of the text where that is the order. */
function rowsOf(
  workspace: WorkspaceState,
  begun: readonly NewNote[],
  isByTime: boolean,
): readonly Row[] {
  const cards = cardsOf(workspace.notes, begun, isByTime)
  const { sections } = workspace.open
  if (isByTime || sections.length < 2) return cards
  let last: Section | undefined
  return cards.flatMap((card): readonly Row[] => {
    const section = sectionAt(sections, placeOf(card))
    if (section === undefined || section === last) return [card]
    last = section
    return [{ section }, card]
  })
}

/** The cards in order. Notes not yet saved stand at their place in the text, or before all by time. */
function cardsOf(
  notes: WorkspaceState['notes'],
  begun: readonly NewNote[],
  isByTime: boolean,
): readonly Card[] {
  const rows: Card[] = notes.shown.value.map((item) => ({ item }))
  for (const draft of begun) {
    const at = isByTime ? 0 : countBelow(rows, (row) => placeOf(row) <= draft.range.start)
    rows.splice(at, 0, { draft })
  }
  return rows
}

const placeOf = (row: Card): CodePoints =>
  'draft' in row
    ? row.draft.range.start
    : isAnchored(row.item)
      ? row.item.place.start
      : codePoints(0)
