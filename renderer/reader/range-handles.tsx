import { useEffect } from 'preact/hooks'
import type { Step } from '../../core/document/words'
import { type CodePoints } from '../../core/text/code-points'
import { type TextRange, textRange } from '../../core/text/range'
import { useMessages } from '../state/preferences'
import type { End } from '../state/range-edit'
import { isForTyping } from '../ui/typing'
import type { TextElements } from './article'
import { passOn } from './clicking'
import type { ReaderContext } from './context'
import { type ArrowStep, type Flow, flowOf } from './flow'
import { type ContentBox, contentBox, styleOf, useMeasured } from './measure'
import { dragEnd, gapAt } from './range-drag'
import type { Surfaces } from './surfaces'

/** The two ends of the open mark, to be dragged, or moved with the arrow keys. */
export function RangeHandles({
  context,
  scroller,
  article,
}: { readonly context: ReaderContext } & TextElements) {
  const { reader, workspace } = context
  const { rangeEdit } = workspace
  const { actions, reading } = useMessages()
  useShiftArrows(context, scroller)
  const boxes = useMeasured<Readonly<Record<End, ContentBox>> | undefined>(
    { scroller, article },
    () => {
      void rangeEdit.place.value
      void reader.surfaces.main.rendition.value
    },
    () => {
      const place = rangeEdit.place.peek()
      if (scroller.current === null || place === undefined) return undefined
      const start = gapBox(reader.surfaces, scroller.current, place.start, 'after')
      const end = gapBox(reader.surfaces, scroller.current, place.end, 'before')
      return start && end && { start, end }
    },
    undefined,
  )
  const place = rangeEdit.place.value
  if (place === undefined || boxes.value === undefined) return null
  return (
    <div class="handles" role="group" aria-label={actions['change-ends']}>
      <RangeHandle context={context} end="start" place={place} box={boxes.value.start} />
      <RangeHandle context={context} end="end" place={place} box={boxes.value.end} />
      <p id={hintId} class="ends-hint" style={styleOf(boxes.value.end)}>
        <span>{reading.endsHint}</span>
      </p>
    </div>
  )
}

/** What the keys do at an end of a mark: said to the ear with it, and shown under the passage. */
const hintId = 'ends-hint'

interface RangeHandleProps {
  readonly context: ReaderContext
  readonly end: End
  readonly place: TextRange
  readonly box: ContentBox
}

/** One end of a mark: a slider along the text. Letting go of it keeps the new ends. */
function RangeHandle({ context, end, place, box }: RangeHandleProps) {
  const { workspace, reader, targets } = context
  const { rangeEdit, open, view } = workspace
  const { notes } = useMessages()
  const finish = (isKept: boolean) => {
    const mark = rangeEdit.mark.peek()
    if (isKept) void rangeEdit.keep()
    else rangeEdit.leave()
    if (mark !== undefined) reader.focus.focusAt(mark.place.start)
  }
  return (
    <div
      ref={end === 'end' ? targets.endOfMark : null}
      class="handle"
      role="slider"
      data-end={end}
      tabIndex={0}
      aria-describedby={hintId}
      aria-label={end === 'start' ? notes.startOfMark : notes.endOfMark}
      aria-valuemin={0}
      aria-valuemax={open.document.length}
      aria-valuenow={place[end]}
      aria-valuetext={view.rendition.value.slice(wordsBeside(place, end))}
      style={styleOf(box)}
      onKeyDown={(event) => {
        const arrow = flowOf(event.currentTarget).arrowOf(event.key)
        const way = leapOf(event)
        if (arrow !== undefined) moveEnd(context, end, arrow, isWordKey(event))
        else if (way !== undefined) rangeEdit.leap(end, way)
        else if (event.key === 'Enter') finish(true)
        else if (event.key === 'Escape') finish(false)
        else return
        event.preventDefault()
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        // From one end to the other the reader is not done.
        const isWithin =
          relatedTarget instanceof Node && currentTarget.parentElement?.contains(relatedTarget)
        if (isWithin !== true) void rangeEdit.keep()
      }}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.preventDefault()
        dragEnd(context, end, event.currentTarget, event)
      }}
      onDblClick={(event) => passOn(reader, 'dblclick', event)}
    />
  )
}

/** How many characters beside an end are spoken when it moves. */
const spoken = 8

const wordsBeside = ({ start, end }: TextRange, which: End) =>
  which === 'start'
    ? textRange(start, Math.min(end, start + spoken))
    : textRange(Math.max(start, end - spoken), end)

/** Where a gap is drawn, in the scroller's content. */
export function gapBox(
  surfaces: Surfaces,
  scroller: HTMLElement,
  gap: CodePoints,
  side: 'before' | 'after',
): ContentBox | undefined {
  const edge = edgeAt(surfaces, flowOf(scroller), gap, side)
  return edge && contentBox(scroller, edge)
}

/**
 * The edge, in the window, of the character on one side of a gap. A line break between blocks has no
 * edges: beside one, it is the character on the other side that tells where the gap is.
 */
function edgeAt(
  surfaces: Surfaces,
  flow: Flow,
  gap: CodePoints,
  side: 'before' | 'after',
): DOMRect | undefined {
  const before = gap === 0 ? undefined : surfaces.boxesOf(textRange(gap - 1, gap)).at(-1)
  const after = surfaces.boxesOf(textRange(gap, gap + 1))[0]
  const ofBefore = before && flow.edgeOf(before, 'end')
  const ofAfter = after && flow.edgeOf(after, 'start')
  return side === 'before' ? (ofBefore ?? ofAfter) : (ofAfter ?? ofBefore)
}

/** Shift and an arrow key, where nothing is selected, move the end of the open mark from anywhere. */
function useShiftArrows(context: ReaderContext, scroller: TextElements['scroller']): void {
  const { workspace, targets } = context
  const { rangeEdit, selection } = workspace
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const arrow = scroller.current ? flowOf(scroller.current).arrowOf(event.key) : undefined
      if (event.defaultPrevented || !event.shiftKey || arrow === undefined) return
      if (selection.range.peek() !== null || rangeEdit.place.peek() === undefined) return
      if (isForTyping(event.target)) return
      event.preventDefault()
      targets.endOfMark.focus()
      moveEnd(context, 'end', arrow, isWordKey(event))
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [context, scroller])
}

/** Moves an end along its line, or to where the eye goes from it in the line beside. */
function moveEnd(context: ReaderContext, end: End, { axis, step }: ArrowStep, isByWord: boolean) {
  const { rangeEdit } = context.workspace
  if (axis === 'inline') return rangeEdit.step(end, step, isByWord)
  const from = rangeEdit.place.peek()?.[end]
  const to = from === undefined ? undefined : gapInNextLine(context, from, step)
  return to === undefined ? undefined : rangeEdit.move(end, to)
}

/** The gap beside a gap in the next line, or the one before; nothing where there is none in the text. */
export function gapInNextLine(
  { reader }: ReaderContext,
  gap: CodePoints,
  step: Step,
): CodePoints | undefined {
  const element = reader.surfaces.main.elementAt(gap)
  if (element === undefined) return undefined
  const flow = flowOf(element)
  const edge = edgeAt(reader.surfaces, flow, gap, 'after')
  if (edge === undefined) return undefined
  const middle = new DOMPoint(edge.x + edge.width / 2, edge.y + edge.height / 2)
  const lineHeight = Number.parseFloat(getComputedStyle(element).lineHeight)
  // Between paragraphs and over headings the next line is further away.
  for (const lines of [1, 1.5, 2, 3]) {
    const { x, y } = flow.acrossLines(middle, step * lines * lineHeight)
    const to = gapAt(reader, x, y)
    if (to !== undefined && Math.sign(to - gap) === step) return to
  }
  return undefined
}

/** The way a key points that goes as far as the paragraph does. */
const leapOf = ({ key }: KeyboardEvent): Step | undefined =>
  key === 'End' ? 1 : key === 'Home' ? -1 : undefined

/** Whether a key is held that makes a step one of words: Ctrl, or Option on a Mac. */
const isWordKey = ({ ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  ctrlKey || altKey || metaKey
