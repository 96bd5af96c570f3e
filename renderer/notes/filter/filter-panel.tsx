import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { countColors, countTags } from '../../../core/annotation/note-counts'
import { colors } from '../../../core/annotation/style'
import { langOf } from '../../../core/text/script-tag'
import { colorLabel } from '../../state/color-names'
import { narrow, toggled } from '../../state/notes-view'
import { changeSettings, type Session } from '../../state/session'
import { Choice } from './choice'

/**
 * Where the reader says which marks to see, and in which order: above the list, which it pushes down.
 * Escape closes it.
 */
export function FilterPanel({ session }: { session: Session }) {
  const { notesView: view } = session
  const { notes } = session.messages.value
  const filter = view.filter.value
  const search = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => search.current?.focus(), [])
  return (
    <div
      class="filter-panel"
      role="group"
      aria-label={notes.filter}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        view.isFilterOpen.value = false
        const head = event.currentTarget.previousElementSibling
        head?.querySelector<HTMLElement>('[aria-expanded]')?.focus()
      }}
    >
      <input
        ref={search}
        type="search"
        class="filter-text"
        aria-label={notes.search}
        placeholder={notes.search}
        value={filter.text}
        onInput={(event) => narrow(view, { text: event.currentTarget.value })}
      />
      <Colors session={session} />
      <Tags session={session} />
      <Sections session={session} />
      <Choice
        name="with-note"
        label={notes.noteOrNot}
        value={filter.note}
        options={[
          ['any', notes.any],
          ['with', notes.with],
          ['without', notes.without],
        ]}
        onChoose={(note) => narrow(view, { note })}
      />
      <Choice
        name="notes-order"
        label={notes.order}
        value={session.settings.value.notesOrder}
        options={[
          ['place', notes.byPlace],
          ['time', notes.byTime],
        ]}
        onChoose={(notesOrder) => changeSettings(session, { notesOrder })}
      />
      <button
        type="button"
        class="link-button"
        onClick={() => {
          session.dialog.value = { kind: 'names' }
        }}
      >
        {session.messages.value.actions['colors-and-tags']}
      </button>
    </div>
  )
}

function Colors({ session }: { session: Session }) {
  const { filter } = session.notesView
  const annotations = session.annotations.value
  const counts = useMemo(() => countColors(annotations.values()), [annotations])
  return (
    <div class="filter-row" role="group" aria-label={session.messages.value.notes.colors}>
      {colors.map((color) => {
        const label = `${colorLabel(session, color)} (${counts.get(color) ?? 0})`
        return (
          <button
            key={color}
            type="button"
            class="swatch"
            data-color={color}
            aria-label={label}
            aria-pressed={filter.value.colors.includes(color)}
            title={label}
            onClick={() =>
              narrow(session.notesView, { colors: toggled(filter.peek().colors, color) })
            }
          />
        )
      })}
    </div>
  )
}

function Tags({ session }: { session: Session }) {
  const { filter } = session.notesView
  const annotations = session.annotations.value
  const counts = useMemo(() => countTags(annotations.values()), [annotations])
  if (counts.size === 0) return null
  return (
    <div class="filter-tags" role="group" aria-label={session.messages.value.notes.tags}>
      {[...counts].map(([tag, count]) => (
        <button
          key={tag}
          type="button"
          class="tag-button"
          aria-pressed={filter.value.tags.includes(tag)}
          onClick={() => narrow(session.notesView, { tags: toggled(filter.peek().tags, tag) })}
        >
          {tag} <span class="count">{count}</span>
        </button>
      ))}
    </div>
  )
}

function Sections({ session }: { session: Session }) {
  const { notes } = session.messages.value
  const rendition = session.rendition.value
  return (
    <select
      class="filter-section"
      aria-label={notes.section}
      value={session.notesView.filter.value.section ?? ''}
      onChange={(event) =>
        narrow(session.notesView, { section: event.currentTarget.value || null })
      }
    >
      <option value="">{notes.everySection}</option>
      {session.sections
        .filter(({ heading }) => heading.level > 1)
        .map(({ heading }) => (
          <option key={heading.id} value={heading.id} lang={langOf[rendition.tag]}>
            {`${heading.level > 2 ? '　' : ''}${rendition.block(heading.id).text}`}
          </option>
        ))}
    </select>
  )
}
