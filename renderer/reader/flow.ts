/** How far a box lies along the axes of the text, in CSS px of the window: greater is further on. */
export interface FlowBox {
  readonly blockStart: number
  readonly blockEnd: number
  readonly inlineStart: number
  readonly inlineEnd: number
}

/** What an arrow key means: on by a character along the line, or on to the next line; -1 is back. */
export interface ArrowStep {
  readonly axis: 'inline' | 'block'
  readonly step: 1 | -1
}

/**
 * The axes of the text: lines follow one another along the block axis, characters along the inline
 * axis. What places, scrolls or asks for points speaks of these; which way they run in the window is
 * known here and in the style sheets, and nowhere else.
 */
export interface Flow {
  readonly isVertical: boolean
  boxOf(box: DOMRectReadOnly): FlowBox
  /** How far a scroller is scrolled along its text, in CSS px. */
  positionOf(scroller: Element): number
  /** How far it can be. */
  endOf(scroller: Element): number
  scrollBy(scroller: Element, distance: number): void
  /** Scrolls what is too large for the page along its own lines. */
  scrollAlongLine(frame: Element, distance: number): void
  /** The edge at which a character's box begins or ends, as a box without extent along the line. */
  edgeOf(box: DOMRectReadOnly, side: 'start' | 'end'): DOMRect
  /** Where something of a size stands in the margin beside a line, clear of the text by a gap. CSS px. */
  besideLine(line: DOMRectReadOnly, text: DOMRectReadOnly, size: number, gap: number): DOMRect
  /** How wide the margin is in which that stands, between the text and the edge of what is seen of it. CSS px. */
  marginBeside(text: DOMRectReadOnly, frame: DOMRectReadOnly): number
  /** A box moved and stretched across the lines: so that it begins there on the block axis, and is so large. */
  spanning(box: DOMRectReadOnly, blockStart: number, size: number): DOMRect
  /** A point of the window moved along the block axis. */
  acrossLines(point: DOMPointReadOnly, distance: number): DOMPointReadOnly
  /** What a key means, if it is an arrow key: arrows follow the eye. */
  arrowOf(key: string): ArrowStep | undefined
}

/** Lines from top to bottom, characters from left to right. */
const horizontal: Flow = {
  isVertical: false,
  boxOf: ({ top, bottom, left, right }) => ({
    blockStart: top,
    blockEnd: bottom,
    inlineStart: left,
    inlineEnd: right,
  }),
  positionOf: (scroller) => scroller.scrollTop,
  endOf: (scroller) => scroller.scrollHeight - scroller.clientHeight,
  scrollBy: (scroller, distance) => scroller.scrollBy({ top: distance }),
  scrollAlongLine: (frame, distance) => frame.scrollBy({ left: distance }),
  edgeOf: ({ left, right, top, height }, side) =>
    new DOMRect(side === 'start' ? left : right, top, 0, height),
  // The notes' column is on this side.
  besideLine: ({ top, height }, text, size, gap) =>
    new DOMRect(text.right + gap, top, size, height),
  marginBeside: (text, frame) => frame.right - text.right,
  spanning: ({ left, width }, blockStart, size) => new DOMRect(left, blockStart, width, size),
  acrossLines: ({ x, y }, distance) => new DOMPoint(x, y + distance),
  arrowOf: (key) => arrows.horizontal[key],
}

/** Columns from right to left, characters from top to bottom. */
const vertical: Flow = {
  isVertical: true,
  boxOf: ({ top, bottom, left, right }) => ({
    blockStart: -right,
    blockEnd: -left,
    inlineStart: top,
    inlineEnd: bottom,
  }),
  positionOf: (scroller) => Math.abs(scroller.scrollLeft),
  endOf: (scroller) => scroller.scrollWidth - scroller.clientWidth,
  scrollBy: (scroller, distance) => scroller.scrollBy({ left: -distance }),
  scrollAlongLine: (frame, distance) => frame.scrollBy({ top: distance }),
  edgeOf: ({ left, width, top, bottom }, side) =>
    new DOMRect(left, side === 'start' ? top : bottom, width, 0),
  // At the head of the column, where readers of such books write their notes.
  besideLine: ({ left, width }, text, size, gap) =>
    new DOMRect(left, text.top - gap - size, width, size),
  marginBeside: (text, frame) => text.top - frame.top,
  spanning: ({ top, height }, blockStart, size) =>
    new DOMRect(-blockStart - size, top, size, height),
  acrossLines: ({ x, y }, distance) => new DOMPoint(x - distance, y),
  arrowOf: (key) => arrows.vertical[key],
}

const arrows: Readonly<Record<'horizontal' | 'vertical', Readonly<Record<string, ArrowStep>>>> = {
  horizontal: {
    ArrowRight: { axis: 'inline', step: 1 },
    ArrowLeft: { axis: 'inline', step: -1 },
    ArrowDown: { axis: 'block', step: 1 },
    ArrowUp: { axis: 'block', step: -1 },
  },
  vertical: {
    ArrowDown: { axis: 'inline', step: 1 },
    ArrowUp: { axis: 'inline', step: -1 },
    ArrowLeft: { axis: 'block', step: 1 },
    ArrowRight: { axis: 'block', step: -1 },
  },
}

/** The flow of what an element holds, as its style has it now. */
export const flowOf = (element: Element): Flow =>
  getComputedStyle(element).writingMode === 'vertical-rl' ? vertical : horizontal

/** The part of a scroller in which its content is seen, in the flow of its text. */
export function frameOf(scroller: Element): FlowBox {
  const { left, top } = scroller.getBoundingClientRect()
  const { clientLeft, clientTop, clientWidth, clientHeight } = scroller
  const inner = new DOMRect(left + clientLeft, top + clientTop, clientWidth, clientHeight)
  return flowOf(scroller).boxOf(inner)
}
