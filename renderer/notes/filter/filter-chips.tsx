import { X } from 'lucide'
import { isFiltering, noFilter } from '../../../core/annotation/note-filter'
import { isNothing } from '../../../core/search/search-text'
import { colorName } from '../../state/color-names'
import { narrow, toggled } from '../../state/notes-view'
import type { Session } from '../../state/session'
import { Icon } from '../../ui/icon'

/** What holds marks back just now; each can be taken away by itself. */
export function FilterChips({ session }: { session: Session }) {
  const { notesView: view } = session
  const { notes } = session.messages.value
  const filter = view.filter.value
  if (!isFiltering(filter)) return null
  return (
    <div class="chips" role="group" aria-label={notes.filter}>
      {filter.colors.map((color) => (
        <Chip
          key={color}
          session={session}
          text={colorName(session, color)}
          color={color}
          onRemove={() => narrow(view, { colors: toggled(filter.colors, color) })}
        />
      ))}
      {filter.tags.map((tag) => (
        <Chip
          key={`tag-${tag}`}
          session={session}
          text={tag}
          onRemove={() => narrow(view, { tags: toggled(filter.tags, tag) })}
        />
      ))}
      {filter.section !== null && (
        <Chip
          session={session}
          text={session.rendition.value.block(filter.section).text}
          onRemove={() => narrow(view, { section: null })}
        />
      )}
      {filter.note !== 'any' && (
        <Chip
          session={session}
          text={notes[filter.note]}
          onRemove={() => narrow(view, { note: 'any' })}
        />
      )}
      {!isNothing(filter.text) && (
        <Chip session={session} text={filter.text} onRemove={() => narrow(view, { text: '' })} />
      )}
      <button
        type="button"
        class="link-button"
        onClick={() => {
          view.filter.value = noFilter
        }}
      >
        {notes.clear}
      </button>
    </div>
  )
}

interface ChipProps {
  readonly session: Session
  readonly text: string
  readonly color?: string
  readonly onRemove: () => void
}

function Chip({ session, text, color, onRemove }: ChipProps) {
  const label = session.messages.value.notes.removeFilter(text)
  return (
    <button
      type="button"
      class="chip"
      data-color={color}
      aria-label={label}
      title={label}
      onClick={onRemove}
    >
      <span>{text}</span>
      <Icon of={X} size={12} />
    </button>
  )
}
