import { isAnchored, type Resolved } from '../../core/annotation/resolve'
import { countBelow } from '../../core/text/offset-index'
import type { TextRange } from '../../core/text/range'
import { restingDrafts } from '../state/drafts'
import type { Editing, Session } from '../state/session'

/** A note on a passage that bears no mark yet. */
export type NewNote = Extract<Editing, { kind: 'passage' }>

/** What stands in the column: a mark, or a note that will make one when it is saved. */
export type Row = { readonly item: Resolved } | { readonly draft: NewNote }

export const keyOfRow = (row: Row): string =>
  'item' in row ? row.item.annotation.id : newNoteKey(row.draft.range)

const newNoteKey = ({ start, end }: TextRange) => `new-${start}-${end}`

/** The rows that are kept in the page wherever it is scrolled: the open mark, and the note being written. */
export function pinnedRows(session: Session): ReadonlySet<string> {
  const editing = session.editing.value
  const active = session.activeId.value
  return new Set([
    ...(active === null ? [] : [active]),
    ...(editing === null
      ? []
      : [editing.kind === 'annotation' ? editing.id : newNoteKey(editing.range)]),
  ])
}

/** The rows in order. Notes not yet saved stand at their place in the text, or before all by time. */
export function rowsOf(session: Session): readonly Row[] {
  const rows: Row[] = session.notesView.shown.value.map((item) => ({ item }))
  const isByTime = session.settings.value.notesOrder === 'time'
  for (const draft of newNotes(session)) {
    const at = isByTime ? 0 : countBelow(rows, (row) => placeOf(row) <= draft.range.start)
    rows.splice(at, 0, { draft })
  }
  return rows
}

function newNotes(session: Session): readonly NewNote[] {
  const editing = session.editing.value
  return [...restingDrafts(session), ...(editing === null ? [] : [editing])].filter(
    (draft) => draft.kind === 'passage',
  )
}

const placeOf = (row: Row): number =>
  'draft' in row ? row.draft.range.start : isAnchored(row.item) ? row.item.place.start : 0
