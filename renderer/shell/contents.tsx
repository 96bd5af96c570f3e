import { computed } from '@preact/signals'
import type { RefObject } from 'preact'
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { countBySection } from '../../core/annotation/note-counts'
import { type Section, sectionAt } from '../../core/document/sections'
import { textRange } from '../../core/text/range'
import { langOf } from '../../core/text/script-tag'
import type { Reader } from '../reader/reader'
import type { Session } from '../state/session'

/** The headings of the document, the one being read marked. */
export function Contents({ session, reader }: { session: Session; reader: Reader }) {
  const current = useMemo(
    () => computed(() => sectionAt(session.sections, session.place.value)?.heading.id),
    [session],
  )
  const counts = useMemo(
    () => computed(() => countBySection(session.sections, session.resolved.value)),
    [session],
  )
  const noted = useMemo(
    () =>
      computed(() =>
        countBySection(
          session.sections,
          session.resolved.value.filter(({ annotation }) => annotation.note.trim() !== ''),
        ),
      ),
    [session],
  )
  const rendition = session.rendition.value
  const countOf = (section: Section) => counts.value.get(section.heading.id) ?? 0
  const isOpen = session.isNarrow.value
    ? session.isDrawerOpen.value
    : session.settings.value.contentsOpen
  const nav = useRef<HTMLElement>(null)
  const shownId = current.value
  useLayoutEffect(() => keepInView(nav.current), [shownId, isOpen])
  useDrawerFocus(session, reader, nav)
  return (
    <nav
      ref={nav}
      class="contents"
      aria-label={session.messages.value.regions.contents}
      hidden={!isOpen || session.find.isListShown.value}
    >
      <ol lang={langOf[rendition.tag]}>
        {session.sections.map((section) => (
          <li key={section.heading.id} data-level={section.heading.level}>
            <a
              href={`#${section.heading.id}`}
              aria-current={current.value === section.heading.id ? 'true' : undefined}
              aria-description={
                countOf(section) > 0
                  ? session.messages.value.marksHere(
                      countOf(section),
                      noted.value.get(section.heading.id) ?? 0,
                    )
                  : undefined
              }
              onClick={(event) => {
                event.preventDefault()
                session.isDrawerOpen.value = false
                goTo(reader, section)
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
  session: Session,
  reader: Reader,
  nav: RefObject<HTMLElement | null>,
): void {
  const isDrawn = session.isNarrow.value && session.isDrawerOpen.value
  const isShown = isDrawn || (!session.isNarrow.value && session.settings.value.contentsOpen)
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

function goTo(reader: Reader, section: Section): void {
  const { start } = section.range
  reader.scrollToTop(textRange(start, start + 1))
  reader.focusBlock(section.heading.id)
}
