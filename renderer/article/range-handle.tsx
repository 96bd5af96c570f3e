import { useRef } from 'preact/hooks'
import type { CodePoints } from '../../core/text/code-points'
import type { Step } from '../../core/text/words'
import { type End, keepEnds, moveEnd } from '../state/range-edit'
import type { Stage } from '../state/stage'
import { type HandleBox, isWordKey, stepOf } from './range-keys'

interface RangeHandleProps {
  readonly stage: Stage
  readonly end: End
  readonly at: CodePoints
  readonly label: string
  /** The words beside the end, spoken when it moves. */
  readonly text: string
  readonly box: HandleBox
  readonly onStep: (step: Step, isByWord: boolean) => void
  /** The reader is done: the new ends are to be kept, or not. */
  readonly onDone: (isKept: boolean) => void
}

/** One end of a mark: a slider along the text. Letting go of it keeps the new ends. */
export function RangeHandle(props: RangeHandleProps) {
  const { stage, end, at, label, text, box, onStep, onDone } = props
  const { session } = stage
  const isDragged = useRef(false)
  return (
    <div
      class="handle"
      role="slider"
      data-end={end}
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={session.document.length}
      aria-valuenow={at}
      aria-valuetext={text}
      style={{ left: `${box.left}px`, top: `${box.top}px`, height: `${box.height}px` }}
      onKeyDown={(event) => {
        const step = stepOf(event)
        if (step !== undefined) onStep(step, isWordKey(event))
        else if (event.key === 'Enter') onDone(true)
        else if (event.key === 'Escape') onDone(false)
        else return
        event.preventDefault()
      }}
      onBlur={(event) => {
        const next = event.relatedTarget
        const isOther = next instanceof Element && next.matches('[data-end]')
        if (!isOther && !isDragged.current) void keepEnds(session)
      }}
      onPointerDown={(event) => {
        event.preventDefault()
        isDragged.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={(event) => {
        if (!isDragged.current) return
        const to = gapAt(stage, event)
        if (to !== undefined) moveEnd(session, end, to)
      }}
      onLostPointerCapture={() => {
        isDragged.current = false
        void keepEnds(session)
      }}
    />
  )
}

/** The gap between characters nearest to the pointer. */
function gapAt({ reader }: Stage, { clientX, clientY }: PointerEvent): CodePoints | undefined {
  // What lies over the text, the handle itself above all, lets the pointer through to it.
  const article = document.querySelector('article')
  const over = article?.parentElement?.querySelectorAll<HTMLElement>('.handle, .tick') ?? []
  for (const element of over) element.style.pointerEvents = 'none'
  const caret = document.caretPositionFromPoint(clientX, clientY)
  for (const element of over) element.style.pointerEvents = ''
  if (caret === null || !(caret.offsetNode instanceof Text)) return undefined
  const surface = reader.surfaceOf(caret.offsetNode)
  return surface?.offsetAt({ node: caret.offsetNode, offset: caret.offset })
}
