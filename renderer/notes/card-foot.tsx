import { LocateFixed, MessageSquarePlus, PenLine, Trash2 } from 'lucide'
import { isAnchored, type Resolved } from '../../core/annotation/resolve'
import { stackOf } from '../reader/hit-test'
import { deleteMark, startNote } from '../state/annotate'
import type { Stage } from '../state/stage'
import { IconButton } from '../ui/icon-button'
import { focusNeighbour } from './move-along-cards'

/** When the mark was changed, which of those on the spot it is, and what can be done with it. */
export function CardFoot({ stage, item }: { stage: Stage; item: Resolved }) {
  const { session, reader } = stage
  const { annotation } = item
  const { note, oneOf, export: wording } = session.messages.value
  const isActive = session.activeId.value === annotation.id
  const stack =
    isActive && isAnchored(item)
      ? stackOf(session.resolved.value, item, session.clickedAt.value)
      : []
  const at = stack.findIndex((other) => other.annotation.id === annotation.id)
  const name = session.settings.value.colorNames[annotation.style.color]
  return (
    <div class="card-foot">
      <time dateTime={annotation.modifiedAt} title={wording.time(annotation.modifiedAt)}>
        {wording.day(annotation.modifiedAt)}
      </time>
      {name !== undefined && <span class="color-name">{name}</span>}
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
          onClick={() => {
            focusNeighbour()
            void deleteMark(session, annotation.id)
          }}
        />
      </span>
    </div>
  )
}
