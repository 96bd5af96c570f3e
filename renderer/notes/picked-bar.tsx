import type { ReadonlySignal } from '@preact/signals'
import { FileDown, Trash2 } from 'lucide'
import type { AnnotationMap } from '../../core/annotation/change-set'
import type { Annotator } from '../state/annotator'
import type { NotesList } from '../state/notes-list'
import { useMessages } from '../state/preferences'
import { IconButton } from '../ui/icon'
import { ColorButtons } from './style-picker'
import { TagField } from './tag-field'

interface PickedBarProps {
  readonly list: NotesList
  readonly annotations: ReadonlySignal<AnnotationMap>
  readonly annotator: Annotator
  readonly onExport: (ids: readonly string[]) => void
  /** Takes the focus elsewhere: what has it here is about to go, or the reader leaves it. */
  readonly onLeave: () => void
}

/** What can be done to all the marks picked; there only while marks are being picked. */
export function PickedBar({ list, annotations, annotator, onExport, onLeave }: PickedBarProps) {
  const { picked } = list
  const { notes } = useMessages()
  if (picked.value === null) return null
  // A mark deleted meanwhile is no longer meant.
  const ids = [...picked.value].filter((id) => annotations.value.has(id))
  const deleteAll = async () => {
    if (await annotator.deleteMany(ids)) picked.value = null
  }
  return (
    <div class="picked-bar" role="group" aria-label={notes.selection}>
      <div class="picked-row">
        <span class="picked-count">{notes.selected(ids.length)}</span>
        <button type="button" class="quiet-button" onClick={() => list.pickShown()}>
          {notes.selectAll}
        </button>
        <button
          type="button"
          class="quiet-button"
          onClick={() => {
            picked.value = null
          }}
        >
          {notes.done}
        </button>
      </div>
      {ids.length > 0 && (
        <>
          <div class="picked-row">
            <ColorButtons
              label={notes.recolor}
              onPick={(color) => void annotator.recolor(ids, color)}
            />
            <IconButton icon={FileDown} label={notes.export} onClick={() => onExport(ids)} />
            <IconButton
              icon={Trash2}
              label={notes.delete}
              onClick={() => {
                onLeave()
                void deleteAll()
              }}
            />
          </div>
          <TagField
            annotations={annotations}
            except={[]}
            onAdd={(tags) => annotator.addTags(ids, tags)}
            onLeave={onLeave}
          />
        </>
      )}
    </div>
  )
}
