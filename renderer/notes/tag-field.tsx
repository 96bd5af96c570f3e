import type { ReadonlySignal } from '@preact/signals'
import { useId, useMemo } from 'preact/hooks'
import { limits } from '../../core/annotation/annotation'
import type { AnnotationMap } from '../../core/annotation/change-set'
import { countTags } from '../../core/annotation/note-counts'
import { useMessages } from '../state/preferences'
import { isComposing } from '../ui/typing'

interface TagFieldProps {
  /** Whose tags complete what is typed. */
  readonly annotations: ReadonlySignal<AnnotationMap>
  /** Tags not to be offered: those there already. */
  readonly except: readonly string[]
  readonly onAdd: (tags: readonly string[]) => void
}

/** The tags typed in one line, with commas between them of whatever kind. */
const tagsIn = (line: string): readonly string[] =>
  line
    .split(/[,，、]/u)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')

/** Where tags are typed, completed from those in use. Enter adds it, and so does leaving; Escape does not. */
export function TagField({ annotations: { value: annotations }, except, onAdd }: TagFieldProps) {
  const id = useId()
  const { notes } = useMessages()
  const known = useMemo(() => [...countTags(annotations.values()).keys()], [annotations])
  const add = (field: HTMLInputElement) => {
    const tags = tagsIn(field.value)
    if (tags.length > 0) onAdd(tags)
    field.value = ''
  }
  return (
    <>
      <input
        class="tag-field"
        aria-label={notes.addTag}
        placeholder={notes.addTag}
        maxLength={limits.tag}
        list={id}
        onKeyDown={(event) => {
          if (isComposing(event)) return
          if (event.key === 'Enter') add(event.currentTarget)
          else if (event.key === 'Escape') abandon(event.currentTarget)
          else return
          event.preventDefault()
        }}
        onBlur={(event) => add(event.currentTarget)}
      />
      <datalist id={id}>
        {known
          .filter((tag) => !except.includes(tag))
          .map((tag) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
    </>
  )
}

/** Leaves what was typed, and the field: to its card, or to the column. */
function abandon(field: HTMLInputElement): void {
  field.value = ''
  field.closest<HTMLElement>('[data-row], [data-region="notes"]')?.focus({ preventScroll: true })
}
