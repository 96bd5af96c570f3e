import type { ReadonlySignal } from '@preact/signals'
import { X } from 'lucide'
import type { Annotation } from '../../core/annotation/annotation'
import type { AnnotationMap } from '../../core/annotation/change-set'
import type { Annotator } from '../state/annotator'
import { useMessages } from '../state/preferences'
import { Icon } from '../ui/icon'
import { TagField } from './tag-field'

interface CardTagsProps {
  readonly annotator: Annotator
  readonly annotations: ReadonlySignal<AnnotationMap>
  readonly annotation: Annotation
  /** Whether tags can be added and taken away. */
  readonly isOpen: boolean
  /** Takes the focus from the field for tags, which the reader leaves, to the card. */
  readonly onLeave: () => void
}

/** The tags of a mark. */
export function CardTags(props: CardTagsProps) {
  const { annotator, annotations, annotation, isOpen, onLeave } = props
  const { id, tags } = annotation
  const { notes } = useMessages()
  if (tags.length === 0 && !isOpen) return null
  return (
    <div class="card-tags">
      {tags.length > 0 && (
        <ul class="tags" aria-label={notes.tags}>
          {tags.map((tag) => (
            <li key={tag}>
              {tag}
              {isOpen && (
                <button
                  type="button"
                  class="tag-remove"
                  aria-label={notes.removeTag(tag)}
                  title={notes.removeTag(tag)}
                  onClick={(event) => {
                    focusNextTag(event.currentTarget)
                    void annotator.removeTag(id, tag)
                  }}
                >
                  <Icon of={X} size={12} />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {isOpen && (
        <TagField
          annotations={annotations}
          except={tags}
          onAdd={(added) => annotator.addTags([id], added)}
          onLeave={onLeave}
        />
      )}
    </div>
  )
}

/** Moves the focus off the button of a tag that is about to go: to the next tag, or else to the field. */
function focusNextTag(button: HTMLElement): void {
  const tags = button.closest('.card-tags')
  const buttons = [...(tags?.querySelectorAll<HTMLElement>('.tag-remove') ?? [])]
  const next = buttons[buttons.indexOf(button) + 1]
  ;(next ?? tags?.querySelector<HTMLElement>('.tag-field'))?.focus()
}
