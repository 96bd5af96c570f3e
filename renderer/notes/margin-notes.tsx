import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { type Annotation, hasNote } from '../../core/annotation/annotation'
import { isBookmark } from '../../core/annotation/style'
import { beginningOf } from '../../core/text/code-points'
import type { ReaderContext } from '../reader/context'
import { offerMarkMenu } from '../reader/context-menu'
import type { Margin } from '../reader/margin-lines'
import { tickRoom } from '../reader/margin-ticks'
import { type ContentBox, styleOf } from '../reader/measure'
import { useMessages, usePreferences } from '../state/preferences'
import { useNoteWords } from '../ui/note-body'
import { useTellingFocus } from './card-focus'
import { sayMark } from './cards'
import { type LineOfNotes, linesOfNotes } from './margin-rows'

interface MarginNotesProps {
  readonly context: ReaderContext
  readonly margin: ReadonlySignal<Margin | undefined>
}

/**
 * 眉批: while the column of notes is closed, and where the margin is wide enough, each note in a few lines of
 * small type beside the line that it belongs to; in columns at their head. They lie over the page and move no
 * text.
 */
export function MarginNotes(props: MarginNotesProps) {
  return usePreferences().areNotesInMargin.value ? <NotesInMargin {...props} /> : null
}

/** What notes are set in, in CSS px. */
interface Type {
  readonly size: number
  readonly line: number
}

/** A line with its notes, and where in the scroller's content they stand. */
interface PlacedLine extends LineOfNotes<Annotation> {
  readonly box: ContentBox
}

function NotesInMargin({ context, margin }: MarginNotesProps) {
  const { regions } = useMessages()
  const { annotations, note, view } = context.workspace
  const list = useRef<HTMLUListElement>(null)
  const type = useSignal<Type>()
  useSignalEffect(() => {
    if (list.current === null || margin.value === undefined) return
    const { fontSize, lineHeight } = getComputedStyle(list.current)
    const [size, line] = [Number.parseFloat(fontSize), Number.parseFloat(lineHeight)]
    if (size !== type.peek()?.size || line !== type.peek()?.line) type.value = { size, line }
  })
  const lines = useComputed(() => {
    const now = margin.value
    if (now === undefined || type.value === undefined) return []
    return placed(now, type.value, annotations.map.peek())
  })
  // One stop of Tab for all: at the note that is open, or else the next from where one reads.
  const stop = useComputed(() => {
    const marks = annotations.marks.value
    const notes = lines.value.flatMap((line) => line.shown.map(({ note: { id } }) => id))
    const open = note.activeId.value
    if (open !== null && notes.includes(open)) return open
    const place = view.place.value
    return notes.find((id) => (marks.get(id)?.place.end ?? 0) > place) ?? notes.at(-1)
  })
  return (
    <ul
      ref={list}
      class="margin-notes"
      data-empty={lines.value.length === 0}
      aria-label={regions.notes}
      onKeyDown={(event) => moveAlong(event, margin.peek())}
    >
      {lines.value.map(({ shown, folded, box }) => (
        <li key={shown[0]?.note.id} class="margin-line" style={styleOf(box)}>
          {shown.map((row) => (
            <MarginNote key={row.note.id} context={context} {...row} stop={stop} />
          ))}
          {folded.length > 0 && <More context={context} folded={folded} />}
        </li>
      ))}
    </ul>
  )
}

/** More of a note is not drawn than fits into three lines, in code points. */
const most = 200

interface MarginNoteProps {
  readonly context: ReaderContext
  readonly note: Annotation
  /** How many lines there are for it. */
  readonly lines: number
  /** The annotation whose note Tab comes to. */
  readonly stop: ReadonlySignal<string | undefined>
}

/** A note in the margin: a click or Enter opens its card beside the mark. */
function MarginNote({ context, note, lines, stop }: MarginNoteProps) {
  const { activeId } = context.workspace.note
  const isOpen = useComputed(() => activeId.value === note.id)
  const isStop = useComputed(() => stop.value === note.id)
  const words = useNoteWords(note.note)
  const tellingFocus = useTellingFocus(context, note.id)
  const button = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    const here = button.current
    // A note that goes does not take the focus along: reading goes on.
    return () => {
      if (here === document.activeElement) context.reader.focus.focus()
    }
  }, [context])
  return (
    <button
      ref={button}
      type="button"
      class="margin-note"
      data-color={note.style.color}
      data-bookmark={isBookmark(note)}
      style={{ '--lines': lines }}
      aria-expanded={isOpen.value}
      tabIndex={isStop.value ? 0 : -1}
      onClick={(event) => openNote(context, note.id, event.detail === 0)}
      onContextMenu={(event) => offerMarkMenu(context, event, note.id)}
      {...tellingFocus}
    >
      <span>{beginningOf(words === '' ? note.note : words, most)}</span>
    </button>
  )
}

/** Tells of notes for which there is no room beside their line, and opens them one after the other. */
function More({
  context,
  folded,
}: {
  readonly context: ReaderContext
  readonly folded: readonly Annotation[]
}) {
  const { moreHere } = useMessages().notes
  const label = moreHere(folded.length)
  return (
    <button
      type="button"
      class="margin-more"
      aria-label={label}
      title={label}
      tabIndex={-1}
      onClick={(event) => {
        const { activeId } = context.workspace.note
        const at = folded.findIndex(({ id }) => id === activeId.peek())
        const next = folded[(at + 1) % folded.length]
        if (next !== undefined) openNote(context, next.id, event.detail === 0)
      }}
    >
      +{folded.length}
    </button>
  )
}

/** Opens a note's card beside its mark; says it to those who came by key, and so perhaps by ear. */
function openNote(context: ReaderContext, id: string, isByKey: boolean): void {
  const { annotations, note } = context.workspace
  note.openHere(id)
  const mark = annotations.marks.peek().get(id)
  if (isByKey && mark !== undefined) void sayMark(context, mark)
}

/** How far notes stand from the text and from the edge of the page, in CSS px. */
const gap = 12
const edge = 12

/** How much room along their lines notes need, and how much they take at most, in ems of their type. */
const rooms = {
  horizontal: { least: 6.5, most: 16 },
  vertical: { least: 4, most: 12 },
} as const

/** Where the notes of all lines stand; nowhere, where the margin is too narrow. */
function placed(
  { flow, text, room, lines }: Margin,
  type: Type,
  annotations: ReadonlyMap<string, Annotation>,
): readonly PlacedLine[] {
  const { least, most: widest } = rooms[flow.isVertical ? 'vertical' : 'horizontal']
  const free = room - gap - edge
  if (free < least * type.size) return []
  const rows = lines.flatMap(({ ids, isBookmarked, box }) => {
    const notes = ids.flatMap((id) => annotations.get(id) ?? []).filter(hasNote)
    const { blockStart, blockEnd } = flow.boxOf(box)
    // The first line of the notes stands level with that of the text.
    const start = (blockStart + blockEnd - type.line) / 2
    return notes.length === 0 ? [] : [{ notes, start, isBookmarked, box }]
  })
  return linesOfNotes(rows, type.line).map(({ row, size, ...line }) => {
    const aside = row.isBookmarked ? tickRoom : 0
    const across = flow.spanning(row.box, row.start, size)
    const length = Math.min(free, widest * type.size) - aside
    return { ...line, box: flow.besideLine(across, text, length, gap + aside) }
  })
}

/** Moves the focus from note to note with the arrow keys that lead on across the lines, Home and End. */
function moveAlong(event: KeyboardEvent, margin: Margin | undefined): void {
  if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
  const { currentTarget, target, key } = event
  if (!(currentTarget instanceof Element) || !(target instanceof HTMLElement)) return
  const notes = [...currentTarget.querySelectorAll<HTMLElement>('button')]
  const arrow = margin?.flow.arrowOf(key)
  const next =
    key === 'Home'
      ? notes[0]
      : key === 'End'
        ? notes.at(-1)
        : arrow?.axis === 'block'
          ? notes[notes.indexOf(target) + arrow.step]
          : undefined
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
