import { signal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import { isAnchored } from '../../core/annotation/resolve'
import { textRange } from '../../core/text/range'
import { changeSettings, type Session } from '../state/session'
import type { Stage } from '../state/stage'
import { nearBlocks } from './near-blocks'
import { useMeasured } from './use-measured'

/** A line beside which notes are told of: where it lies in the scroller's content, in CSS px. */
interface Tick {
  readonly top: number
  readonly left: number
  readonly height: number
  readonly ids: readonly string[]
}

interface MarginTicksProps {
  readonly stage: Stage
  readonly scroller: RefObject<HTMLElement | null>
  readonly article: RefObject<HTMLElement | null>
}

/**
 * A quiet stroke in the margin beside each line where marks with notes end, one a note. It lies over
 * the page and moves no text. The keys go from note to note without it, so it is no tab stop.
 */
export function MarginTicks({ stage, scroller, article }: MarginTicksProps) {
  const { session, reader } = stage
  const near = useMemo(() => signal<ReadonlySet<Element>>(new Set()), [])
  useEffect(() => {
    if (scroller.current === null) return undefined
    const watched = nearBlocks(scroller.current, reader.surfaces)
    const stopCopying = watched.near.subscribe((blocks) => {
      near.value = blocks
    })
    return () => {
      stopCopying()
      watched.stop()
    }
  }, [reader])
  const ticks = useMeasured<readonly Tick[]>(
    article,
    () => {
      void session.resolved.value
      void session.rendition.value
      void near.value
    },
    () =>
      scroller.current === null || article.current === null
        ? []
        : measure(stage, near.peek(), scroller.current, article.current),
    [],
  )
  const { notesHere } = session.messages.value.notes
  return (
    <div class="ticks">
      {ticks.value.map(({ top, left, height, ids }) => (
        <button
          key={ids[0]}
          type="button"
          class="tick"
          tabIndex={-1}
          aria-label={notesHere(ids.length)}
          title={notesHere(ids.length)}
          style={{ top: `${top}px`, left: `${left}px`, height: `${height}px` }}
          onClick={() => openNext(session, ids)}
        >
          {ids.slice(0, 3).map((id) => (
            <span key={id} />
          ))}
        </button>
      ))}
    </div>
  )
}

function measure(
  { session, reader }: Stage,
  near: ReadonlySet<Element>,
  scroller: HTMLElement,
  article: HTMLElement,
): readonly Tick[] {
  const frame = scroller.getBoundingClientRect()
  const left = article.getBoundingClientRect().right - frame.left + 4
  const lines = new Map<number, Tick>()
  for (const item of session.resolved.peek()) {
    if (!isAnchored(item) || item.annotation.note === '') continue
    const last = textRange(item.place.end - 1, item.place.end)
    const block = session.document.blockAt(last.start)
    const element = block && reader.surface.elementOf(block.block.id)
    if (element === undefined || !near.has(element)) continue
    const box = reader.boxesOf(last).at(-1)
    if (box === undefined) continue
    const top = Math.round(box.top - frame.top + scroller.scrollTop)
    const line = lines.get(top) ?? { top, left, height: Math.round(box.height), ids: [] }
    lines.set(top, { ...line, ids: [...line.ids, item.annotation.id] })
  }
  return [...lines.values()]
}

/** Opens the first note of a line, or the one after that which is open. */
function openNext(session: Session, ids: readonly string[]): void {
  const at = ids.indexOf(session.activeId.peek() ?? '')
  session.activeId.value = ids[(at + 1) % ids.length] ?? null
  if (!session.settings.peek().notesOpen) changeSettings(session, { notesOpen: true })
}
