import { type ReadonlySignal, useComputed } from '@preact/signals'
import { Bookmark } from 'lucide'
import type { RefObject } from 'preact'
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { hasNote } from '../../core/annotation/annotation'
import { isBookmark } from '../../core/annotation/style'
import type { Section } from '../../core/document/sections'
import { clipEnd } from '../../core/search/clip'
import type { ReaderContext } from '../reader/context'
import { openCard } from '../reader/marking'
import type { Reader } from '../reader/reader'
import { goToSection } from '../reader/travelling'
import { useMessages } from '../state/preferences'
import { Icon } from '../ui/icon'

/** The headings of the document, the one being read marked: lists within lists, as the sections are. */
export function Contents({ context }: { readonly context: ReaderContext }) {
  const { app, workspace, reader } = context
  const { view, find, open } = workspace
  const { sections } = open
  const messages = useMessages()
  const current = useComputed(() => view.section.value?.heading.id)
  const entries = useMemo(() => nested(sections), [sections])
  const lang = useComputed(() => view.rendition.value.lang)
  const { contentsOpen } = app.preferences.settings.value
  const isDrawn = app.isNarrow.value && app.isDrawerOpen.value
  const isOpen = app.isNarrow.value ? isDrawn : contentsOpen
  const nav = context.targets.contentsColumn
  const isHidden = !isOpen || find.isListShown.value
  useLayoutEffect(() => keepInView(context.targets.contents.current), [isOpen])
  useDrawerFocus(isDrawn, isOpen, reader, nav)
  useLayoutEffect(() => {
    if (!isHidden) context.targets.contents.arrived()
  }, [isHidden])
  return (
    <nav
      ref={nav}
      class="contents"
      aria-label={messages.regions.contents}
      hidden={isHidden}
      onKeyDown={(event) => moveAlongEntries(event, nav.current)}
    >
      <EntryList context={context} entries={entries} current={current} lang={lang} />
    </nav>
  )
}

/** Takes the focus to the contents, to the entry of what is read; opens them where they are closed. */
export function focusContents({ app, workspace, targets }: ReaderContext): void {
  const { preferences, isNarrow, isDrawerOpen } = app
  workspace.find.wantList(false)
  if (isNarrow.peek()) isDrawerOpen.value = true
  else if (!preferences.settings.peek().contentsOpen) preferences.change({ contentsOpen: true })
  targets.contents.focus()
}

/** A heading, and those under it. */
interface Entry {
  readonly section: Section
  readonly under: readonly Entry[]
  /** How many headings it and those under it are. */
  readonly count: number
}

/** The sections as their headings hold one another. */
function nested(sections: readonly Section[]): readonly Entry[] {
  const root: Entry[] = []
  const open: { section: Section; under: Entry[]; count: number }[] = []
  for (const section of sections) {
    const { level } = section.heading
    while ((open.at(-1)?.section.heading.level ?? 0) >= level) open.pop()
    const entry = { section, under: [], count: 1 }
    for (const above of open) above.count++
    const holder = open.at(-1)?.under ?? root
    holder.push(entry)
    open.push(entry)
  }
  return root
}

interface EntryListProps {
  readonly context: ReaderContext
  readonly entries: readonly Entry[]
  /** The heading that is read under. */
  readonly current: ReadonlySignal<string | undefined>
  /** That of the headings, for the list that holds all the others. */
  readonly lang?: ReadonlySignal<string>
}

/** Language and words follow the form by themselves: no entry is drawn anew for them. */
function EntryList({ context, entries, current, lang }: EntryListProps) {
  return (
    <ol {...(lang && { lang })}>
      {entries.map((entry) => (
        <li
          key={entry.section.heading.id}
          data-level={entry.section.heading.level}
          style={{ '--entries': entry.count }}
        >
          <EntryLink context={context} section={entry.section} current={current} />
          <BookmarkLinks context={context} section={entry.section} />
          {entry.under.length > 0 && (
            <EntryList context={context} entries={entry.under} current={current} />
          )}
        </li>
      ))}
    </ol>
  )
}

/** The bookmarks under a heading, by their names or their words. */
function BookmarkLinks({ context, section }: Pick<EntryLinkProps, 'context' | 'section'>) {
  const { app, workspace } = context
  const bookmarks = useComputed(() =>
    workspace.annotations.marks.value
      .in(section.range)
      .filter(
        ({ annotation, place }) => isBookmark(annotation) && place.start >= section.range.start,
      ),
  ).value
  if (bookmarks.length === 0) return null
  return (
    <ul class="contents-bookmarks">
      {bookmarks.map((item) => (
        <li key={item.annotation.id}>
          <a
            href={`#${section.heading.id}`}
            tabIndex={-1}
            onClick={(event) => {
              event.preventDefault()
              app.isDrawerOpen.value = false
              openCard(context, item)
              context.reader.focus.focusAt(item.place.start)
            }}
          >
            <Icon of={Bookmark} size={13} />
            <span>
              {hasNote(item.annotation) ? item.annotation.note : clipEnd(workspace.quoteOf(item))}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

interface EntryLinkProps extends Pick<EntryListProps, 'context' | 'current'> {
  readonly section: Section
}

/** A heading, with how many annotations stand under it. Only that of what is read is a stop of Tab. */
function EntryLink({ context, section, current }: EntryLinkProps) {
  const { app, workspace, reader, targets } = context
  const { annotations, view, open } = workspace
  const messages = useMessages()
  const link = useRef<HTMLAnchorElement>(null)
  const { id } = section.heading
  const words = useComputed(() => view.rendition.value.block(id).text)
  const isInOwnScript = section.heading.script !== undefined
  const lang = useComputed(() =>
    isInOwnScript ? view.rendition.value.langOfBlock(id) : undefined,
  ).value
  const isCurrent = useComputed(() => (current.value ?? open.sections[0]?.heading.id) === id).value
  const counts = useComputed(() => annotations.countsBySection.value.get(id) ?? none).value
  useLayoutEffect(() => {
    if (!isCurrent) return undefined
    keepInView(link.current)
    return targets.contents.attach(link.current)
  }, [isCurrent, targets])
  return (
    <a
      ref={link}
      href={`#${id}`}
      lang={lang}
      tabIndex={isCurrent ? 0 : -1}
      aria-current={isCurrent ? 'true' : undefined}
      aria-description={
        counts.annotations > 0 ? messages.marksHere(counts.annotations, counts.notes) : undefined
      }
      onClick={(event) => {
        event.preventDefault()
        app.isDrawerOpen.value = false
        goToSection(reader, section)
      }}
    >
      {/* In its place from the first on, so that no entry wraps anew when there is something to count. */}
      <span class="section-count" aria-hidden="true">
        {counts.annotations > 0 ? counts.annotations : ''}
      </span>
      {words}
    </a>
  )
}

const none = { annotations: 0, notes: 0 }

/** Moves the focus from entry to entry with the arrow keys, and to the first and the last. */
function moveAlongEntries(event: KeyboardEvent, nav: HTMLElement | null): void {
  const links = [...(nav?.querySelectorAll('a') ?? [])]
  const at = links.indexOf(document.activeElement as HTMLAnchorElement)
  if (at === -1 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const to: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(at + 1, links.length - 1),
    ArrowUp: Math.max(at - 1, 0),
    Home: 0,
    End: links.length - 1,
  }
  const next = links[to[event.key] ?? -1]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
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
 * Scrolls the contents, and nothing else, so far that an entry is seen, that of what is read; not while the reader is
 * in them with the pointer or the focus.
 */
function keepInView(entry: HTMLElement | null): void {
  const column = entry?.closest('nav')
  if (!column || !entry || column.matches(':hover, :focus-within')) return
  const frame = column.getBoundingClientRect()
  const box = entry.getBoundingClientRect()
  const room = 2 * box.height
  if (box.top < frame.top + room) column.scrollTop += box.top - frame.top - room
  else if (box.bottom > frame.bottom - room) column.scrollTop += box.bottom - frame.bottom + room
}
