import type { Step } from '../../core/document/words'
import type { CodePoints } from '../../core/text/code-points'
import { type End, keepEnds } from '../state/range-edit'
import type { Stage } from '../state/stage'
import { dragEnd } from './range-drag'
import { type HandleBox, isWordKey, leapOf, stepOf } from './range-keys'
import { passOn } from './see-through'

interface RangeHandleProps {
  readonly stage: Stage
  readonly end: End
  readonly at: CodePoints
  readonly label: string
  /** The words beside the end, spoken when it moves. */
  readonly text: string
  readonly box: HandleBox
  readonly onStep: (step: Step, isByWord: boolean) => void
  /** The end is to go to where its paragraph begins or ends. */
  readonly onLeap: (way: Step) => void
  /** The reader is done: the new ends are to be kept, or not. */
  readonly onDone: (isKept: boolean) => void
}

/** One end of a mark: a slider along the text. Letting go of it keeps the new ends. */
export function RangeHandle(props: RangeHandleProps) {
  const { stage, end, at, label, text, box, onStep, onLeap, onDone } = props
  const { session } = stage
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
        const way = leapOf(event)
        if (step !== undefined) onStep(step, isWordKey(event))
        else if (way !== undefined) onLeap(way)
        else if (event.key === 'Enter') onDone(true)
        else if (event.key === 'Escape') onDone(false)
        else return
        event.preventDefault()
      }}
      onBlur={(event) => {
        const next = event.relatedTarget
        if (!(next instanceof Element && next.matches('[data-end]'))) void keepEnds(session)
      }}
      onPointerDown={(event) => {
        event.preventDefault()
        dragEnd(stage, end, event.currentTarget, event)
      }}
      onDblClick={(event) => passOn('dblclick', event)}
    />
  )
}
