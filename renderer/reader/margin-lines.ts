import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { hasNote } from '../../core/annotation/annotation'
import { isBookmark } from '../../core/annotation/style'
import { textRange } from '../../core/text/range'
import type { TextElements } from './article'
import type { ReaderContext } from './context'
import { type Flow, flowOf } from './flow'
import { contentBox, useMeasured } from './measure'
import { passageOf } from './near-chunks'

/** The margin beside the text, on the side where notes are told of; boxes are of the scroller's content, in CSS px. */
export interface Margin {
  readonly flow: Flow
  readonly text: DOMRectReadOnly
  /** How wide it is: from the text to the edge of what is seen of the page, in CSS px. */
  readonly room: number
  /** Whether notes are written in it, for which room is kept over columns. */
  readonly isWritten: boolean
  /** The lines near the window that it has something to say of, as they follow one another. */
  readonly lines: readonly MarginLine[]
}

/** A line in which marks with notes end, or bookmarks stand. */
interface MarginLine {
  /** The marks, in text order, bookmarks first. */
  readonly ids: readonly string[]
  readonly isBookmarked: boolean
  /** A character of the line. */
  readonly box: DOMRectReadOnly
}

/**
 * What the margin has to say of, measured anew at rest when the layout or the marks change; nothing while the
 * text stands otherwise than when it was measured, for what is in the margin would lie on it.
 */
export function useMargin(
  context: ReaderContext,
  elements: TextElements,
): ReadonlySignal<Margin | undefined> {
  const { app, reader, workspace } = context
  const { areNotesInMargin } = app.preferences
  const { scroller, article } = elements
  const room = useRoom(elements)
  const measured = useMeasured<Margin | undefined>(
    elements,
    () => {
      void workspace.annotations.marks.value
      void reader.surfaces.main.rendition.value
      void reader.near.value
      void areNotesInMargin.value
    },
    () => {
      if (scroller.current === null || article.current === null) return undefined
      const margin = measure(context, scroller.current, article.current)
      room.value = margin.room
      return margin
    },
    undefined,
    (act) => reader.rest.scheduleIdle(act),
  )
  return useComputed(() => {
    const margin = measured.value
    const isAsMeasured = margin?.room === room.value && margin?.isWritten === areNotesInMargin.value
    return isAsMeasured ? margin : undefined
  })
}

/** How wide the margin is, told of a change of the layout before the next frame is painted. */
function useRoom({ scroller, article }: TextElements): Signal<number | undefined> {
  const room = useSignal<number>()
  useEffect(() => {
    const [frame, text] = [scroller.current, article.current]
    if (frame === null || text === null) return undefined
    const observer = new ResizeObserver(() => {
      room.value = roomOf(frame, text)
    })
    for (const element of [frame, text]) observer.observe(element)
    return () => observer.disconnect()
  }, [scroller, article, room])
  return room
}

const roomOf = (scroller: HTMLElement, article: HTMLElement): number =>
  flowOf(article).marginBeside(article.getBoundingClientRect(), insideOf(scroller))

function measure(
  { app, reader, workspace }: ReaderContext,
  scroller: HTMLElement,
  article: HTMLElement,
): Margin {
  const near = passageOf(reader.near.peek(), reader.surfaces.main.chunks)
  const flow = flowOf(article)
  const inContent = (box: DOMRectReadOnly) => DOMRect.fromRect(asRect(contentBox(scroller, box)))
  const lines = new Map<number, MarginLine>()
  for (const { annotation, place } of workspace.annotations.marks.peek().in(near)) {
    const isBookmarked = isBookmark(annotation)
    if (!hasNote(annotation) && !isBookmarked) continue
    // A note stands where its passage ends, a bookmark where it begins; the break behind a block has no box.
    const last = isBookmarked
      ? textRange(place.start, place.start + 1)
      : textRange(Math.max(place.start, place.end - 2), place.end)
    if (last.start < near.start || last.start >= near.end) continue
    const box = reader.surfaces.boxesOf(last).at(-1)
    if (box === undefined) continue
    const line = Math.round(flow.boxOf(box).blockStart)
    const others = lines.get(line)
    const ids = others?.ids ?? []
    lines.set(line, {
      ids: isBookmarked ? [annotation.id, ...ids] : [...ids, annotation.id],
      isBookmarked: isBookmarked || others?.isBookmarked === true,
      box: inContent(box),
    })
  }
  return {
    flow,
    text: inContent(article.getBoundingClientRect()),
    room: roomOf(scroller, article),
    isWritten: app.preferences.areNotesInMargin.peek(),
    lines: [...lines].toSorted(([a], [b]) => a - b).map(([, line]) => line),
  }
}

const asRect = ({ left, top, width, height }: ReturnType<typeof contentBox>) => ({
  x: left,
  y: top,
  width,
  height,
})

/** What is seen of a scroller's content, without its scroll bar, as a box of the window. */
function insideOf(scroller: HTMLElement): DOMRectReadOnly {
  const { left, top } = scroller.getBoundingClientRect()
  const { clientLeft, clientTop, clientWidth, clientHeight } = scroller
  return new DOMRect(left + clientLeft, top + clientTop, clientWidth, clientHeight)
}
