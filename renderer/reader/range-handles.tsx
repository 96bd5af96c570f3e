import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import { type Step, wordStep } from '../../core/document/words'
import { type CodePoints, codePoints } from '../../core/text/code-points'
import { textRange } from '../../core/text/range'
import {
  activeMark,
  characterStep,
  type End,
  keepEnds,
  leaveEnds,
  moveEnd,
  placeShown,
} from '../state/range-edit'
import type { Stage } from '../state/stage'
import { isForTyping } from '../ui/typing'
import { RangeHandle } from './range-handle'
import { type HandleBox, isWordKey, stepOf } from './range-keys'
import { useMeasured } from './use-measured'

interface RangeHandlesProps {
  readonly stage: Stage
  readonly scroller: RefObject<HTMLElement | null>
  readonly article: RefObject<HTMLElement | null>
}

/** Moves the focus to an end of the open mark. */
export function focusEnd(end: End): void {
  document.querySelector<HTMLElement>(`[data-end="${end}"]`)?.focus({ preventScroll: true })
}

/** The two ends of the open mark, to be dragged, or moved with the arrow keys. */
export function RangeHandles({ stage, scroller, article }: RangeHandlesProps) {
  const { session } = stage
  useShiftArrows(stage)
  const boxes = useMeasured<Readonly<Record<End, HandleBox>> | undefined>(
    article,
    () => {
      const mark = activeMark(session)
      if (mark !== undefined) placeShown(session, mark)
      void session.rendition.value
    },
    () => (scroller.current === null ? undefined : measure(stage, scroller.current)),
    undefined,
  )
  const mark = activeMark(session)
  if (mark === undefined || boxes.value === undefined) return null
  const place = placeShown(session, mark)
  const { notes } = session.messages.value
  return (
    <div class="handles" role="group" aria-label={session.messages.value.actions['change-ends']}>
      {(['start', 'end'] as const).map((end) => (
        <RangeHandle
          key={end}
          stage={stage}
          end={end}
          at={place[end]}
          label={end === 'start' ? notes.startOfMark : notes.endOfMark}
          text={session.rendition.value.slice(edgeOf(place, end))}
          box={boxes.value?.[end] as HandleBox}
          onStep={(step, isByWord) => stepEnd(stage, end, step, isByWord)}
          onLeap={(way) => leap(stage, end, way)}
          onDone={(isKept) => finish(stage, isKept)}
        />
      ))}
    </div>
  )
}

/** How many characters beside an end are spoken when it moves. */
const spoken = 8

const edgeOf = ({ start, end }: { start: CodePoints; end: CodePoints }, which: End) =>
  which === 'start'
    ? textRange(start, Math.min(end, start + spoken))
    : textRange(Math.max(start, end - spoken), end)

function measure(
  { session, reader }: Stage,
  scroller: HTMLElement,
): Readonly<Record<End, HandleBox>> | undefined {
  const mark = activeMark(session)
  if (mark === undefined) return undefined
  const place = placeShown(session, mark)
  const start = gapBox(reader, scroller, place.start, 'after')
  const end = gapBox(reader, scroller, place.end, 'before')
  return start && end && { start, end }
}

/**
 * The edge, in the scroller, of the character on one side of a gap. A line break between blocks has no
 * edges: beside one, it is the character on the other side that tells where the gap is.
 */
function gapBox(
  reader: Stage['reader'],
  scroller: HTMLElement,
  gap: CodePoints,
  side: 'before' | 'after',
): HandleBox | undefined {
  const before = gap === 0 ? [] : reader.boxesOf(textRange(gap - 1, gap))
  const after = reader.boxesOf(textRange(gap, gap + 1))
  const ofBefore = edgeIn(scroller, before.at(-1), 'right')
  const ofAfter = edgeIn(scroller, after[0], 'left')
  return side === 'before' ? (ofBefore ?? ofAfter) : (ofAfter ?? ofBefore)
}

function edgeIn(
  scroller: HTMLElement,
  box: DOMRect | undefined,
  edge: 'left' | 'right',
): HandleBox | undefined {
  if (box === undefined) return undefined
  const frame = scroller.getBoundingClientRect()
  return {
    left: box[edge] - frame.left,
    top: box.top - frame.top + scroller.scrollTop,
    height: box.height,
  }
}

/** Takes an end to where its paragraph begins or ends. */
function leap({ session }: Stage, end: End, way: Step): void {
  const mark = activeMark(session)
  if (mark === undefined) return
  const { start, end: past } = placeShown(session, mark)
  const placed = session.document.blockAt(end === 'start' ? start : codePoints(past - 1))
  if (placed !== undefined) moveEnd(session, end, way < 0 ? placed.range.start : placed.range.end)
}

function stepEnd({ session }: Stage, end: End, step: Step, isByWord: boolean): void {
  const mark = activeMark(session)
  if (mark === undefined) return
  const from = placeShown(session, mark)[end]
  moveEnd(
    session,
    end,
    isByWord ? wordStep(session.document, from, step) : characterStep(session, from, step),
  )
}

/** Keeps the ends, or leaves them as they were, and goes back to the text. */
function finish({ session, reader }: Stage, isKept: boolean): void {
  const mark = activeMark(session)
  if (isKept) void keepEnds(session)
  else leaveEnds(session)
  if (mark !== undefined) reader.holdFocus(codePoints(mark.place.start))
}

/** Shift and an arrow key, where nothing is selected, move the end of the open mark from anywhere. */
function useShiftArrows(stage: Stage): void {
  const { session } = stage
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const step = stepOf(event)
      if (event.defaultPrevented || !event.shiftKey || step === undefined) return
      if (session.selection.peek() !== null || activeMark(session) === undefined) return
      if (isForTyping(event.target)) return
      event.preventDefault()
      focusEnd('end')
      stepEnd(stage, 'end', step, isWordKey(event))
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [stage])
}
