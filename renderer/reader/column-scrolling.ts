import { type Flow, flowOf } from './flow'

/** How far an arrow key scrolls, as the browser's own do, in CSS px. */
const arrowStep = 40

/** How much of a window is one page: the rest is seen on both, so that the eye finds on. */
const pageShare = 0.875

/** From here on a turn of the wheel is a mouse's notch, which is glided over; CSS px. */
const notch = 50

/** How much of what is left is glided over in a frame. */
const haste = 0.3

/**
 * In vertical setting the text goes on to the side. Has the keys and the turns of a wheel for which a
 * browser scrolls up and down only move along it, too. Not to be heard in lines: a listener that may keep
 * a wheel from scrolling has the browser ask the page at every turn, and put its layers together anew.
 * Gives what stops it.
 */
export function scrollColumns(scroller: HTMLElement): () => void {
  const glide = new Glide(scroller)
  const turn = (event: WheelEvent) => {
    const flow = flowOf(scroller)
    const isSideways = Math.abs(event.deltaX) >= Math.abs(event.deltaY)
    // With Ctrl it is a pinch.
    if (event.defaultPrevented || event.ctrlKey || isSideways || isOverText(event.target)) return
    if (canScroll(event.target, Math.sign(event.deltaY))) return
    event.preventDefault()
    const distance = event.deltaY * unitOf(event, scroller)
    if (Math.abs(distance) < notch) flow.scrollBy(scroller, distance)
    else glide.by(distance)
  }
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isHeld(event) || isOverText(event.target)) return
    const flow = flowOf(scroller)
    const distance = distanceOf(event.key, scroller, flow)
    if (distance === undefined) return
    event.preventDefault()
    flow.scrollBy(scroller, distance)
  }
  scroller.addEventListener('wheel', turn, { passive: false })
  scroller.addEventListener('keydown', press)
  return () => {
    scroller.removeEventListener('wheel', turn)
    scroller.removeEventListener('keydown', press)
    glide.stop()
  }
}

/** How far a key goes along the text, in CSS px; nothing for one that the browser understands itself. */
function distanceOf(key: string, scroller: Element, flow: Flow): number | undefined {
  const page = scroller.clientWidth * pageShare
  switch (key) {
    case 'PageDown':
      return page
    case 'PageUp':
      return -page
    case 'Home':
      return -flow.positionOf(scroller)
    case 'End':
      return flow.endOf(scroller)
  }
  const arrow = flow.arrowOf(key)
  return arrow?.axis === 'inline' ? arrow.step * arrowStep : undefined
}

/** The length in CSS px of what a wheel counts: pixels, lines or windows. */
function unitOf({ deltaMode }: WheelEvent, scroller: Element): number {
  if (deltaMode === WheelEvent.DOM_DELTA_LINE) return arrowStep
  return deltaMode === WheelEvent.DOM_DELTA_PAGE ? scroller.clientWidth : 1
}

/** Whether something is a card or a bar over the text, which scrolls by itself and may have a field in it. */
const isOverText = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[popover]') !== null

/** Whether a table or code under the pointer has still something to show up there, or down. */
function canScroll(target: EventTarget | null, direction: number): boolean {
  const frame = target instanceof Element ? target.closest('.table-frame, pre') : null
  if (frame === null) return false
  const left = direction < 0 ? frame.scrollTop : endOf(frame) - frame.scrollTop
  return left > 1
}

const endOf = (frame: Element) => frame.scrollHeight - frame.clientHeight

const isHeld = ({ ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent) =>
  ctrlKey || altKey || metaKey || shiftKey

/** Scrolls over some frames, so that the eye can follow; at once for who wants no motion. */
class Glide {
  readonly #scroller: HTMLElement
  #left = 0
  #frame = 0

  constructor(scroller: HTMLElement) {
    this.#scroller = scroller
  }

  by(distance: number): void {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      return this.#flow.scrollBy(this.#scroller, distance)
    }
    // Who turns back wants no more of what was ahead.
    this.#left = Math.sign(distance) === Math.sign(this.#left) ? this.#left + distance : distance
    if (this.#frame === 0) this.#go()
  }

  stop(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    this.#left = 0
  }

  get #flow(): Flow {
    return flowOf(this.#scroller)
  }

  #go(): void {
    const step = Math.abs(this.#left) < 2 ? this.#left : this.#left * haste
    this.#left -= step
    this.#flow.scrollBy(this.#scroller, step)
    if (this.#left === 0) this.#frame = 0
    else this.#frame = requestAnimationFrame(() => this.#go())
  }
}
