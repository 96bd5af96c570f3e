import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Resolved } from '../../core/annotation/resolve'
import { isAnchored } from '../../core/annotation/resolve'
import { restyle } from '../state/annotate'
import { pick } from '../state/notes-view'
import { quoteOf } from '../state/quote'
import type { Stage } from '../state/stage'
import { CardFoot } from './card-foot'
import { CardQuote } from './card-quote'
import { CardTags } from './card-tags'
import { DraftLine } from './draft-line'
import { NoteBody } from './note-body'
import { NoteEditor } from './note-editor'
import { ReattachLine } from './reattach-line'
import { StylePicker } from './style-picker'

interface NoteCardProps {
  readonly stage: Stage
  readonly item: Resolved
  /** Which of how many in its list, of which not all are in the page; counted from 0. */
  readonly index: number
  readonly count: number
}

/** A mark with its quote, in the script that is shown, and its note, as it was written. */
export function NoteCard({ stage, item, index, count }: NoteCardProps) {
  const { session } = stage
  const { annotation } = item
  const isActive = session.activeId.value === annotation.id
  const editing = session.editing.value
  const isEdited = editing?.kind === 'annotation' && editing.id === annotation.id
  const card = useRef<HTMLLIElement>(null)
  const wasEdited = useRef(isEdited)
  useLayoutEffect(() => {
    // The field that had the focus is gone: it goes on from the card, not from the page's beginning.
    if (wasEdited.current && !isEdited && document.activeElement === document.body) {
      card.current?.focus({ preventScroll: true })
    }
    wasEdited.current = isEdited
  }, [isEdited])
  return (
    <li
      ref={card}
      class="card"
      data-row={annotation.id}
      data-card={annotation.id}
      data-active={isActive}
      data-color={annotation.style.color}
      data-kind={annotation.style.kind}
      aria-posinset={index + 1}
      aria-setsize={count}
      tabIndex={-1}
      onClick={(event) => {
        if (!isControl(event.target)) open(stage, item)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget) return
        event.preventDefault()
        open(stage, item)
      }}
    >
      <div class="card-head">
        <PickBox stage={stage} item={item} />
        <CardQuote stage={stage} item={item} />
      </div>
      {isEdited ? (
        <NoteEditor session={session} />
      ) : (
        annotation.note !== '' && <NoteBody session={session} note={annotation.note} />
      )}
      {!isEdited && <DraftLine session={session} id={annotation.id} />}
      <CardTags session={session} annotation={annotation} isOpen={isActive && !isEdited} />
      {isActive && !isEdited && (
        <StylePicker
          session={session}
          style={annotation.style}
          onPick={(style) => void restyle(session, annotation.id, style)}
        />
      )}
      {!isAnchored(item) && <ReattachLine session={session} id={annotation.id} />}
      {!isEdited && <CardFoot stage={stage} item={item} />}
    </li>
  )
}

/** Opens the card of a mark, and shows the passage. */
function open({ session, reader }: Stage, item: Resolved): void {
  session.activeId.value = item.annotation.id
  if (isAnchored(item)) reader.reveal(item.place)
}

/** Whether a click is meant for something in the card rather than for the card. */
const isControl = (target: EventTarget | null) =>
  target instanceof Element && target.closest('button, input, textarea, a, .note-editor') !== null

/** Takes the mark into those to which something is to be done; shown only while marks are picked. */
function PickBox({ stage: { session }, item }: { stage: Stage; item: Resolved }) {
  const picked = session.notesView.picked.value
  if (picked === null) return null
  const { id } = item.annotation
  return (
    <input
      type="checkbox"
      class="pick-box"
      aria-label={session.messages.value.notes.selectThis(quoteOf(session, item))}
      checked={picked.has(id)}
      onChange={() => pick(session.notesView, id)}
    />
  )
}
