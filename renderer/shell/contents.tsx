import { effect, useComputed } from '@preact/signals'
import { Bookmark } from 'lucide'
import { type RefObject, render } from 'preact'
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { hasNote } from '../../core/annotation/annotation'
import type { Anchored } from '../../core/annotation/resolve'
import { isBookmark } from '../../core/annotation/style'
import { type Section, sectionHolding } from '../../core/document/sections'
import { clipEnd } from '../../core/search/clip'
import type { ReaderContext } from '../reader/context'
import { openCard } from '../reader/marking'
import type { Reader } from '../reader/reader'
import { goToSection } from '../reader/travelling'
import type { MarkIndex } from '../state/mark-index'
import { useMessages } from '../state/preferences'
import { Icon } from '../ui/icon'
import { ContentsEntries } from './contents-entries'

/** The headings of the document, the one being read marked: lists within lists, as the sections are. */
export function Contents({ context }: { readonly context: ReaderContext }) {
  const { app, workspace, reader } = context
  const { find, open } = workspace
  const messages = useMessages()
  const { contentsOpen } = app.preferences.settings.value
  const isDrawn = app.isNarrow.value && app.isDrawerOpen.value
  const isOpen = app.isNarrow.value ? isDrawn : contentsOpen
  const nav = context.targets.contentsColumn
  const isHidden = !isOpen || find.isListShown.value
  const entries = useMemo(() => new ContentsEntries(open.sections), [open])
  useShownEntries(context, entries)
  useBookmarks(context, entries)
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
      onClick={(event) => {
        const section = entries.sectionAt(event.target)
        if (section === undefined) return
        event.preventDefault()
        app.isDrawerOpen.value = false
        goToSection(reader, section)
      }}
      onKeyDown={(event) => moveAlongEntries(event, nav.current)}
    />
  )
}

/** Brings the entries into the page, and keeps them as the document is shown, read and marked. */
function useShownEntries({ workspace, targets }: ReaderContext, entries: ContentsEntries): void {
  const { annotations, view, open } = workspace
  const messages = useMessages()
  const counts = annotations.countsBySection.value
  const current = useComputed(() => (view.section.value ?? open.sections[0])?.heading.id).value
  useLayoutEffect(() => {
    const { contentsColumn } = targets
    contentsColumn.current?.append(entries.element)
    // With the text: nothing else of the contents changes with the form.
    const stop = effect(() => entries.show(view.rendition.value))
    return () => {
      stop()
      entries.element.remove()
    }
  }, [entries])
  useLayoutEffect(() => entries.count(counts, messages), [entries, counts, messages])
  useLayoutEffect(() => {
    const link = entries.mark(current) ?? null
    keepInView(link)
    return targets.contents.attach(link)
  }, [entries, current])
}

/** Shows the bookmarks under the headings that have some. */
function useBookmarks(context: ReaderContext, entries: ContentsEntries): void {
  const { annotations, open } = context.workspace
  const bookmarks = useComputed(() => bookmarksOf(open.sections, annotations.marks.value)).value
  const shown = useRef(new Set<string>())
  const draw = (id: string, items: readonly Anchored[]) =>
    render(
      items.map((item) => (
        <BookmarkLink key={item.annotation.id} context={context} item={item} under={id} />
      )),
      entries.bookmarksUnder(id),
    )
  useLayoutEffect(() => {
    for (const id of shown.current) if (!bookmarks.has(id)) draw(id, [])
    for (const [id, items] of bookmarks) draw(id, items)
    shown.current = new Set(bookmarks.keys())
  }, [bookmarks])
  useLayoutEffect(
    () => () => {
      for (const id of shown.current) draw(id, [])
    },
    [entries],
  )
}

/** The bookmarks by the heading under which they stand. */
function bookmarksOf(
  sections: readonly Section[],
  { inOrder }: MarkIndex,
): ReadonlyMap<string, readonly Anchored[]> {
  const bookmarks = new Map<string, Anchored[]>()
  for (const item of inOrder) {
    if (!isBookmark(item.annotation)) continue
    const id = sectionHolding(sections, item.place.start)?.heading.id
    if (id === undefined) continue
    const under = bookmarks.get(id)
    if (under === undefined) bookmarks.set(id, [item])
    else under.push(item)
  }
  return bookmarks
}

/** Takes the focus to the contents, to the entry of what is read; opens them where they are closed. */
export function focusContents({ app, workspace, targets }: ReaderContext): void {
  const { preferences, isNarrow, isDrawerOpen } = app
  workspace.find.wantList(false)
  if (isNarrow.peek()) isDrawerOpen.value = true
  else if (!preferences.settings.peek().contentsOpen) preferences.change({ contentsOpen: true })
  targets.contents.focus()
}

interface BookmarkLinkProps {
  readonly context: ReaderContext
  readonly item: Anchored
  /** The id of the heading under which it stands. */
  readonly under: string
}

/** A bookmark, by its name or its words. */
function BookmarkLink({ context, item, under }: BookmarkLinkProps) {
  const { app, workspace, reader } = context
  const { annotation, place } = item
  return (
    <li>
      <a
        href={`#${under}`}
        tabIndex={-1}
        onClick={(event) => {
          event.preventDefault()
          app.isDrawerOpen.value = false
          openCard(context, item)
          reader.focus.focusAt(place.start)
        }}
      >
        <Icon of={Bookmark} size={13} />
        <span>{hasNote(annotation) ? annotation.note : clipEnd(workspace.quoteOf(item))}</span>
      </a>
    </li>
  )
}

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
