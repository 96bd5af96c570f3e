import { type ReadonlySignal, useSignal } from '@preact/signals'
import { useId, useMemo } from 'preact/hooks'
import { limits } from '../../core/annotation/annotation'
import type { AnnotationMap } from '../../core/annotation/change-set'
import { countTags } from '../../core/annotation/counts'
import { type TypedTags, typedTags } from '../../core/annotation/fit'
import type { NotesMessages } from '../../core/messages/notes/en'
import { useMessages } from '../state/preferences'
import { isComposing } from '../ui/typing'

const none: TypedTags = { kind: 'names', names: [] }

interface TagFieldProps {
  /** Whose tags complete what is typed. */
  readonly annotations: ReadonlySignal<AnnotationMap>
  /** Tags not to be offered: those there already. */
  readonly except: readonly string[]
  /** Says whether they were added. */
  readonly onAdd: (tags: readonly string[]) => Promise<boolean>
  /** Takes the focus elsewhere, for the reader leaves the field. */
  readonly onLeave: () => void
}

/**
 * Where tags are typed, completed from those in use. Enter adds them, and so does leaving; Escape does not.
 * What cannot become a tag stays where it was typed, and is said; what could not be added is there again.
 */
export function TagField(props: TagFieldProps) {
  const { except, onAdd, onLeave } = props
  const annotations = props.annotations.value
  const id = useId()
  const { notes } = useMessages()
  const typed = useSignal<TypedTags>(none)
  const known = useMemo(() => [...countTags(annotations.values()).keys()], [annotations])
  const add = async (field: HTMLInputElement) => {
    const text = field.value
    const given = typedTags(text, except)
    typed.value = given
    if (given.kind !== 'names') return
    field.value = ''
    if (given.names.length === 0) return
    let isAdded = false
    try {
      isAdded = await onAdd(given.names)
    } finally {
      if (!isAdded && field.value === '') field.value = text
    }
  }
  // A tag too long is told while it is typed, the others when they are to be added.
  const write = (field: HTMLInputElement) => {
    const now = typedTags(field.value, except)
    typed.value = now.kind === 'too-long' ? now : none
  }
  const problem = problemOf(typed.value, notes)
  return (
    <>
      <input
        class="tag-field"
        aria-label={notes.addTag}
        placeholder={notes.addTag}
        aria-invalid={problem !== undefined}
        list={id}
        onInput={(event) => write(event.currentTarget)}
        onKeyDown={(event) => {
          if (isComposing(event)) return
          if (event.key === 'Enter') void add(event.currentTarget)
          else if (event.key === 'Escape') {
            typed.value = none
            event.currentTarget.value = ''
            onLeave()
          } else return
          event.preventDefault()
        }}
        onBlur={(event) => void add(event.currentTarget)}
      />
      <datalist id={id}>
        {known
          .filter((tag) => !except.includes(tag))
          .map((tag) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
      {problem !== undefined && (
        <p class="too-long" role="alert">
          {problem}
        </p>
      )}
    </>
  )
}

/** Why nothing comes of what was typed. */
function problemOf(typed: TypedTags, notes: NotesMessages): string | undefined {
  switch (typed.kind) {
    case 'unseen':
      return notes.tagUnseen
    case 'too-long':
      return notes.tagTooLong(typed.length, limits.tag)
    case 'too-many':
      return notes.tooManyTags(limits.tags)
    case 'names':
      return undefined
  }
}
