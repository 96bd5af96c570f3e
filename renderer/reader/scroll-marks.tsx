import type { Color } from '../../core/annotation/style'
import type { PlacedBlock } from '../../core/document/document'
import { rangeLength } from '../../core/text/range'
import type { TextElements } from './article'
import type { ReaderContext } from './context'
import { flowOf } from './flow'
import { useMeasured } from './measure'

/** How many hairlines there is room for: marks nearer to one another are one. */
const room = 300

/** Where in the length of the text a mark stands, in parts of `room`, and its colour. */
interface Hairline {
  readonly at: number
  readonly color: Color
}

/** All marks as hairlines along the scroll bar: where in the whole of the text one has worked. */
export function ScrollMarks({
  context,
  scroller,
  article,
}: { readonly context: ReaderContext } & TextElements) {
  const { reader, workspace } = context
  const { marks } = workspace.annotations
  const hairlines = useMeasured<readonly Hairline[]>(
    { scroller, article },
    () => void marks.value,
    () => (scroller.current === null ? [] : measured(context, scroller.current)),
    [],
    (act) => reader.rest.scheduleIdle(act),
  )
  return (
    <div class="scroll-marks" aria-hidden="true">
      {hairlines.value.map(({ at, color }) => (
        <span key={at} data-color={color} style={{ '--at': at / room }} />
      ))}
    </div>
  )
}

function measured({ workspace, reader }: ReaderContext, scroller: HTMLElement): Hairline[] {
  const flow = flowOf(scroller)
  const length = flow.endOf(scroller) + lengthOf(scroller)
  const origin = flow.boxOf(scroller.getBoundingClientRect()).blockStart - flow.positionOf(scroller)
  const { main } = reader.surfaces
  const boxes = new Map<PlacedBlock, ReturnType<typeof flow.boxOf> | undefined>()
  const boxOf = (placed: PlacedBlock) => {
    if (!boxes.has(placed)) {
      const element = main.elementOf(placed.block.id)
      boxes.set(placed, element && flow.boxOf(element.getBoundingClientRect()))
    }
    return boxes.get(placed)
  }
  const found = new Map<number, Color>()
  for (const { annotation, place } of workspace.annotations.marks.peek().inOrder) {
    const placed = main.document.blockAt(place.start)
    const box = placed && boxOf(placed)
    if (placed === undefined || box === undefined) continue
    const within = (place.start - placed.range.start) / Math.max(1, rangeLength(placed.range))
    const top = box.blockStart + within * (box.blockEnd - box.blockStart) - origin
    found.set(Math.round((room * top) / length), annotation.style.color)
  }
  return Array.from(found, ([at, color]) => ({ at, color }))
}

/** How much of a scroller's text is seen at once, along its flow, in CSS px. */
const lengthOf = (scroller: HTMLElement): number =>
  flowOf(scroller).isVertical ? scroller.clientWidth : scroller.clientHeight
