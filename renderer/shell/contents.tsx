import { useComputed } from '@preact/signals'
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { countBySection } from '../../core/annotation/note-counts'
import { type Section, sectionAt } from '../../core/document/sections'
import type { Reader } from '../reader/reader'
import { goToSection } from '../reader/travelling'
import type { AppState } from '../state/app-state'
import { useMessages } from '../state/preferences'
import type { WorkspaceState } from '../state/workspace-state'

interface ContentsProps {
  readonly app: AppState
  readonly workspace: WorkspaceState
  readonly reader: Reader
}

/** The headings of the document, the one being read marked. */
export function Contents({ app, workspace, reader }: ContentsProps) {
  const { annotations, view, find, open } = workspace
  const { sections } = open
  const messages = useMessages()
  const current = useComputed(() => sectionAt(sections, view.place.value)?.heading.id)
  const counts = useComputed(() => countBySection(sections, annotations.resolved.value))
  const noted = useComputed(() =>
    countBySection(
      sections,
      annotations.resolved.value.filter(({ annotation }) => annotation.note.trim() !== ''),
    ),
  )
  const rendition = view.rendition.value
  const countOf = (section: Section) => counts.value.get(section.heading.id) ?? 0
  const { contentsOpen } = app.preferences.settings.value
  const isDrawn = app.isNarrow.value && app.isDrawerOpen.value
  const isOpen = app.isNarrow.value ? isDrawn : contentsOpen
  const nav = useRef<HTMLElement>(null)
  const shownId = current.value
  useLayoutEffect(() => keepInView(nav.current), [shownId, isOpen])
  useDrawerFocus(isDrawn, isOpen, reader, nav)
  return (
    <nav
      ref={nav}
      class="contents"
      aria-label={messages.regions.contents}
      hidden={!isOpen || find.isListShown.value}
    >
      <ol lang={rendition.lang}>
        {sections.map((section) => (
          <li key={section.heading.id} data-level={section.heading.level}>
            <a
              href={`#${section.heading.id}`}
              aria-current={current.value === section.heading.id ? 'true' : undefined}
              aria-description={
                countOf(section) > 0
                  ? messages.marksHere(countOf(section), noted.value.get(section.heading.id) ?? 0)
                  : undefined
              }
              onClick={(event) => {
                event.preventDefault()
                app.isDrawerOpen.value = false
                goToSection(reader, section)
              }}
            >
              {countOf(section) > 0 && (
                <span class="section-count" aria-hidden="true">
                  {countOf(section)}
                </span>
              )}
              {rendition.block(section.heading.id).text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** Contents that open over the text take the focus; closed with the focus in them, they give it back. */
function useDrawerFocus(
  isDrawn: boolean,
  isShown: boolean,
  reader: Reader,
  nav: RefObject<HTMLElement | null>,
): void {
  useLayoutEffect(() => {
    const links = ['a[aria-current]', 'a']
    const link = links.map((which) => nav.current?.querySelector<HTMLElement>(which)).find(Boolean)
    if (isDrawn) link?.focus()
  }, [isDrawn])
  useLayoutEffect(() => {
    if (!isShown && nav.current?.contains(document.activeElement)) reader.focusText()
  }, [isShown])
}

/**
 * Scrolls the contents, and nothing else, so far that the current entry is seen; not while the reader is
 * in them with the pointer or the focus.
 */
function keepInView(column: HTMLElement | null): void {
  const entry = column?.querySelector('[aria-current]')
  if (!column || !entry || column.matches(':hover, :focus-within')) return
  const frame = column.getBoundingClientRect()
  const box = entry.getBoundingClientRect()
  const room = 2 * box.height
  if (box.top < frame.top + room) column.scrollTop += box.top - frame.top - room
  else if (box.bottom > frame.bottom - room) column.scrollTop += box.bottom - frame.bottom + room
}
