import { useEffect, useRef } from 'preact/hooks'
import { sameRange } from '../../core/text/range'
import { langOf } from '../../core/text/script-tag'
import { wholeOf } from '../state/drafts'
import type { Stage } from '../state/stage'
import { Draft } from './draft-line'
import { NoteCard } from './note-card'
import { NoteEditor } from './note-editor'
import { keyOfRow, type NewNote, type Row } from './rows'

interface NoteRowProps {
  readonly stage: Stage
  readonly row: Row
  readonly index: number
  readonly count: number
}

/** One row of the column. */
export function NoteRow({ stage, row, index, count }: NoteRowProps) {
  return 'item' in row ? (
    <NoteCard stage={stage} item={row.item} index={index} count={count} />
  ) : (
    <NewNoteCard stage={stage} draft={row.draft} />
  )
}

/** A note on a passage not yet marked: being written, or begun and left. */
function NewNoteCard({ stage: { session }, draft }: { stage: Stage; draft: NewNote }) {
  const rendition = session.rendition.value
  const card = useRef<HTMLLIElement>(null)
  const { color, kind } = session.settings.value.lastStyle
  const isWritten = session.editing.value === draft
  useEffect(() => {
    if (isWritten) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isWritten])
  return (
    <li
      ref={card}
      class="card"
      data-row={keyOfRow({ draft })}
      data-active={isWritten}
      data-color={color}
      data-kind={kind}
      tabIndex={-1}
    >
      <p class="quote" lang={langOf[rendition.tag]}>
        {sameRange(draft.range, wholeOf(session)) && (
          <span class="whole" lang={session.language.value}>
            {session.messages.value.notes.whole}
          </span>
        )}
        <span class="quote-text">{rendition.slice(draft.range)}</span>
      </p>
      {isWritten ? <NoteEditor session={session} /> : <Draft session={session} draft={draft} />}
    </li>
  )
}
