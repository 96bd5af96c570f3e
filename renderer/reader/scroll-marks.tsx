import type { Color } from '../../core/annotation/style'
import { rangeLength, type TextRange, textRange } from '../../core/text/range'
import type { TextElements } from './article'
import { isShort } from './chunk'
import type { ReaderContext } from './context'
import { flowOf } from './flow'
import { useMeasured } from './measure'
import type { TextSurface } from './text-surface'

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
  const stretches = stretchesOf(reader.surfaces.main).map(({ element, range }) => ({
    range,
    box: flow.boxOf(element.getBoundingClientRect()),
  }))
  const found = new Map<number, Color>()
  let at = 0
  for (const { annotation, place } of workspace.annotations.marks.peek().inOrder) {
    while ((stretches[at]?.range.end ?? place.start) < place.start) at++
    const stretch = stretches[at]
    if (stretch === undefined) break
    const { range, box } = stretch
    const within = (place.start - range.start) / Math.max(1, rangeLength(range))
    const top = box.blockStart + within * (box.blockEnd - box.blockStart) - origin
    found.set(Math.round((room * top) / length), annotation.style.color)
  }
  return Array.from(found, ([at, color]) => ({ at, color }))
}

/**
 * The stretches of the text by whose boxes it is known where in its length something stands: the blocks of a
 * short text; of a long one the chunks, for to ask for the box of a block has its chunk laid out, and asking for
 * all of them the whole text.
 */
function stretchesOf(
  surface: TextSurface,
): readonly { readonly element: Element; readonly range: TextRange }[] {
  const { document, chunks } = surface
  if (isShort(document)) {
    return document.placed.flatMap(({ block, range }) => {
      const element = surface.elementOf(block.id)
      return element === undefined ? [] : [{ element, range }]
    })
  }
  return chunks.flatMap(({ element, placed }) => {
    const [first, last] = [placed[0], placed.at(-1)]
    return first === undefined || last === undefined
      ? []
      : [{ element, range: textRange(first.range.start, last.range.end) }]
  })
}

/** How much of a scroller's text is seen at once, along its flow, in CSS px. */
const lengthOf = (scroller: HTMLElement): number =>
  flowOf(scroller).isVertical ? scroller.clientWidth : scroller.clientHeight
