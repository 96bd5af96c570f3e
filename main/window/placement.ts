import type { Rectangle } from 'electron'
import type { Settings } from '../../core/app/settings'

/** The least a window can be, in the screen's pixels. */
export const leastSize = { width: 640, height: 480 } as const

/** The part of a display that a window may cover, in the screen's pixels. */
interface Display {
  readonly workArea: Rectangle
}

type Kept = Settings['window']

interface Size {
  readonly width: number
  readonly height: number
}

/** A place for a new window; without `x` and `y` the system chooses one. */
type Placed = Size & { readonly x?: number; readonly y?: number }

/**
 * Where a window goes that stood elsewhere: within the display that it was on most. A display that is
 * gone, or has become smaller, must neither hide it nor cut it off.
 *
 * @param usual the size of a window that the reader has not placed
 * @param displays the first is the primary one
 */
export function placeOn(displays: readonly Display[], kept: Kept, usual: Size): Placed {
  const [primary] = displays
  const wanted = kept ?? usual
  const { x, y } = kept ?? {}
  if (x === undefined || y === undefined) return sizeWithin(primary?.workArea, wanted)
  const box = { x, y, width: wanted.width, height: wanted.height }
  const on = displays.toSorted((a, b) => overlap(b.workArea, box) - overlap(a.workArea, box))[0]
  // So little of it would be seen that its bar could not be taken hold of.
  if (on === undefined || overlap(on.workArea, box) < 80 * 40) {
    return sizeWithin(primary?.workArea, wanted)
  }
  const { workArea } = on
  const size = sizeWithin(workArea, wanted)
  return {
    ...size,
    x: between(workArea.x, x, workArea.x + workArea.width - size.width),
    y: between(workArea.y, y, workArea.y + workArea.height - size.height),
  }
}

/** No larger than the area, unless the area is smaller than the least that a window can be. */
function sizeWithin(area: Rectangle | undefined, { width, height }: Size): Size {
  if (area === undefined) return { width, height }
  return {
    width: Math.max(leastSize.width, Math.min(width, area.width)),
    height: Math.max(leastSize.height, Math.min(height, area.height)),
  }
}

const between = (least: number, wanted: number, most: number) =>
  Math.max(least, Math.min(wanted, most))

/** The area that two rectangles share, in square pixels. */
function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}
