import { LocateFixed, MessageSquarePlus, PenLine, Trash2 } from 'lucide'
import { useEffect, useRef } from 'preact/hooks'
import { isAnchored, type Resolved } from '../../core/anchor/anchored'
import { langOf } from '../../core/script/script-tag'
import { stackOf } from '../article/hit-test'
import { IconButton } from '../controls/icon-button'
import { deleteMark, restyle, startNote } from '../state/annotate'
import type { Stage } from '../state/perform'
import { NoteBody } from './note-body'
import { NoteEditor } from './note-editor'
import { StylePicker } from './style-picker'

/** A mark with its quote, in the script that is shown, and its note, as it was written. */
export function NoteCard({ stage, item }: { stage: Stage; item: Resolved }) {
  const { session } = stage
  const { annotation } = item
  const isActive = session.activeId.value === annotation.id
  const editing = session.editing.value
  const isEdited = editing?.kind === 'annotation' && editing.id === annotation.id
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isActive) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    <li
      ref={card}
      class="card"
      data-card={annotation.id}
      data-active={isActive}
      data-color={annotation.style.color}
      data-kind={annotation.style.kind}
      tabIndex={-1}
    >
      <QuoteButton stage={stage} item={item} />
      {isEdited ? (
        <NoteEditor session={session} />
      ) : (
        annotation.note !== '' && <NoteBody session={session} note={annotation.note} />
      )}
      {annotation.tags.length > 0 && (
        <ul class="tags">
          {annotation.tags.map((tag) => (
            <li key={tag}>{tag}</li>
          ))}
        </ul>
      )}
      {isActive && !isEdited && (
        <StylePicker
          session={session}
          style={annotation.style}
          onPick={(style) => void restyle(session, annotation.id, style)}
        />
      )}
      {!isEdited && <CardFoot stage={stage} item={item} />}
    </li>
  )
}

/** The quote: a click opens the card and goes to the passage. */
function QuoteButton({ stage: { session, reader }, item }: { stage: Stage; item: Resolved }) {
  const rendition = session.rendition.value
  const { annotation } = item
  const { styleName, colors } = session.messages.value
  const quote = isAnchored(item) ? rendition.slice(item.place) : annotation.quote.exact
  return (
    <button
      type="button"
      class="quote"
      lang={langOf[isAnchored(item) ? rendition.tag : session.opening.document.canonicalScript]}
      onClick={() => {
        session.activeId.value = annotation.id
        if (isAnchored(item)) reader.reveal(item.place)
      }}
    >
      <span class="visually-hidden">
        {styleName(
          session.settings.value.colorNames[annotation.style.color] ??
            colors[annotation.style.color],
          annotation.style.kind,
        )}
        {': '}
      </span>
      <span class="quote-text">{quote}</span>
    </button>
  )
}

function CardFoot({ stage, item }: { stage: Stage; item: Resolved }) {
  const { session, reader } = stage
  const { annotation } = item
  const { note, oneOf, export: wording } = session.messages.value
  const isActive = session.activeId.value === annotation.id
  const stack =
    isActive && isAnchored(item)
      ? stackOf(session.resolved.value, item, session.clickedAt.value)
      : []
  const at = stack.findIndex((other) => other.annotation.id === annotation.id)
  return (
    <div class="card-foot">
      <time dateTime={annotation.modifiedAt}>{wording.time(annotation.modifiedAt)}</time>
      {stack.length > 1 && <span class="one-of">{oneOf(at + 1, stack.length)}</span>}
      <span class="card-actions">
        {isAnchored(item) && (
          <IconButton
            icon={LocateFixed}
            label={note.goTo}
            onClick={() => {
              session.activeId.value = annotation.id
              reader.reveal(item.place)
            }}
          />
        )}
        <IconButton
          icon={annotation.note === '' ? MessageSquarePlus : PenLine}
          label={note.edit}
          onClick={() => startNote(session, annotation.id)}
        />
        <IconButton
          icon={Trash2}
          label={note.delete}
          onClick={() => void deleteMark(session, annotation.id)}
        />
      </span>
    </div>
  )
}
