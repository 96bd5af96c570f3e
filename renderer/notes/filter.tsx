import type { ReadonlySignal } from '@preact/signals'
import { X } from 'lucide'
import { useLayoutEffect, useMemo } from 'preact/hooks'
import type { AnnotationMap } from '../../core/annotation/change-set'
import { countColors, countTags } from '../../core/annotation/counts'
import { isFiltering } from '../../core/annotation/note-filter'
import { colors } from '../../core/annotation/style'
import type { Section } from '../../core/document/sections'
import type { Rendition } from '../../core/script/rendition'
import { isNothing } from '../../core/search/search-text'
import { type NotesList, toggled } from '../state/notes-list'
import { useMessages, usePreferences } from '../state/preferences'
import type { FocusTarget } from '../ui/focus'
import { Icon } from '../ui/icon'
import { isComposing, typedInto, useFieldText } from '../ui/typing'

interface FilterPanelProps {
  readonly list: NotesList
  readonly annotations: ReadonlySignal<AnnotationMap>
  readonly sections: readonly Section[]
  readonly rendition: ReadonlySignal<Rendition>
  /** Where an action takes the focus to the field for words. */
  readonly field: FocusTarget<HTMLInputElement>
  readonly onClose: () => void
  /** The reader wants to name colours and tags. */
  readonly onNames: () => void
}

/**
 * Where the reader says which marks to see, and in which order: above the list, which it pushes down.
 * Escape closes it.
 */
export function FilterPanel(props: FilterPanelProps) {
  const { list, annotations, sections, rendition, field, onClose, onNames } = props
  const preferences = usePreferences()
  const { notes, actions } = preferences.messages.value
  const filter = list.filter.value
  useLayoutEffect(() => field.current?.focus(), [])
  useFieldText(field, filter.text)
  return (
    <div
      class="filter-panel"
      role="group"
      aria-label={notes.filter}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event)) return
        event.preventDefault()
        onClose()
      }}
    >
      <input
        ref={field}
        type="search"
        class="filter-text"
        aria-label={notes.search}
        placeholder={notes.search}
        {...typedInto((text) => list.narrow({ text }))}
      />
      <Colors list={list} annotations={annotations} />
      <Tags list={list} annotations={annotations} />
      <Sections list={list} sections={sections} rendition={rendition.value} />
      <Choice
        name="with-note"
        label={notes.noteOrNot}
        value={filter.note}
        options={[
          ['any', notes.any],
          ['with', notes.with],
          ['without', notes.without],
        ]}
        onChoose={(note) => list.narrow({ note })}
      />
      <Choice
        name="notes-order"
        label={notes.order}
        value={preferences.settings.value.notesOrder}
        options={[
          ['place', notes.byPlace],
          ['time', notes.byTime],
        ]}
        onChoose={(notesOrder) => preferences.change({ notesOrder })}
      />
      <button type="button" class="link-button" onClick={onNames}>
        {actions['colors-and-tags']}
      </button>
    </div>
  )
}

type CountsProps = Pick<FilterPanelProps, 'list' | 'annotations'>

function Colors({ list, annotations: { value: annotations } }: CountsProps) {
  const preferences = usePreferences()
  const counts = useMemo(() => countColors(annotations.values()), [annotations])
  return (
    <div class="filter-row" role="group" aria-label={preferences.messages.value.notes.colors}>
      {colors.map((color) => {
        const label = `${preferences.colorLabel(color)} (${counts.get(color) ?? 0})`
        return (
          <button
            key={color}
            type="button"
            class="swatch"
            data-color={color}
            aria-label={label}
            aria-pressed={list.filter.value.colors.includes(color)}
            title={label}
            onClick={() => list.narrow({ colors: toggled(list.filter.peek().colors, color) })}
          />
        )
      })}
    </div>
  )
}

function Tags({ list, annotations: { value: annotations } }: CountsProps) {
  const { notes } = useMessages()
  const counts = useMemo(() => countTags(annotations.values()), [annotations])
  if (counts.size === 0) return null
  return (
    <div class="filter-tags" role="group" aria-label={notes.tags}>
      {[...counts].map(([tag, count]) => (
        <button
          key={tag}
          type="button"
          class="tag-button"
          aria-pressed={list.filter.value.tags.includes(tag)}
          onClick={() => list.narrow({ tags: toggled(list.filter.peek().tags, tag) })}
        >
          {tag} <span class="count">{count}</span>
        </button>
      ))}
    </div>
  )
}

interface SectionsProps {
  readonly list: NotesList
  readonly sections: readonly Section[]
  readonly rendition: Rendition
}

function Sections({ list, sections, rendition }: SectionsProps) {
  const { notes } = useMessages()
  return (
    <select
      class="filter-section"
      aria-label={notes.section}
      value={list.filter.value.section ?? ''}
      onChange={(event) => list.narrow({ section: event.currentTarget.value || null })}
    >
      <option value="">{notes.everySection}</option>
      {sections
        .filter(({ heading }) => heading.level > 1)
        .map(({ heading }) => (
          <option key={heading.id} value={heading.id} lang={rendition.lang}>
            {`${heading.level > 2 ? '　' : ''}${rendition.block(heading.id).text}`}
          </option>
        ))}
    </select>
  )
}

interface ChoiceProps<T extends string> {
  /** The name of the group of radio buttons, unlike any other's. */
  readonly name: string
  readonly label: string
  readonly value: T
  readonly options: readonly (readonly [value: T, label: string])[]
  readonly onChoose: (value: T) => void
}

/** One of a few, side by side. */
function Choice<T extends string>(props: ChoiceProps<T>) {
  const { name, label, value, options, onChoose } = props
  return (
    <div class="choice" role="radiogroup" aria-label={label}>
      {options.map(([option, text]) => (
        <label key={option}>
          <input
            type="radio"
            name={name}
            checked={option === value}
            onChange={() => onChoose(option)}
          />
          <span>{text}</span>
        </label>
      ))}
    </div>
  )
}

interface FilterChipsProps {
  readonly list: NotesList
  readonly rendition: ReadonlySignal<Rendition>
}

/** What holds marks back just now; each can be taken away by itself. */
export function FilterChips({ list, rendition }: FilterChipsProps) {
  const preferences = usePreferences()
  const { notes } = preferences.messages.value
  const filter = list.filter.value
  if (!isFiltering(filter)) return null
  return (
    <div class="chips" role="group" aria-label={notes.filter}>
      {filter.colors.map((color) => (
        <Chip
          key={color}
          text={preferences.colorName(color)}
          color={color}
          onRemove={() => list.narrow({ colors: toggled(filter.colors, color) })}
        />
      ))}
      {filter.tags.map((tag) => (
        <Chip
          key={`tag-${tag}`}
          text={tag}
          onRemove={() => list.narrow({ tags: toggled(filter.tags, tag) })}
        />
      ))}
      {filter.section !== null && (
        <Chip
          text={rendition.value.block(filter.section).text}
          onRemove={() => list.narrow({ section: null })}
        />
      )}
      {filter.note !== 'any' && (
        <Chip text={notes[filter.note]} onRemove={() => list.narrow({ note: 'any' })} />
      )}
      {!isNothing(filter.text) && (
        <Chip text={filter.text} onRemove={() => list.narrow({ text: '' })} />
      )}
      <button type="button" class="link-button" onClick={() => list.clearFilter()}>
        {notes.clear}
      </button>
    </div>
  )
}

interface ChipProps {
  readonly text: string
  readonly color?: string
  readonly onRemove: () => void
}

function Chip({ text, color, onRemove }: ChipProps) {
  const label = useMessages().notes.removeFilter(text)
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
