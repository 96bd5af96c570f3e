import type { Protocol as Cdp } from 'devtools-protocol'
import type { Rectangle } from 'electron'
import { isGone, type Session } from '../chromium/session'
import type { Place } from '../wire/messages'

type State = NonNullable<Cdp.Browser.Bounds['windowState']>

/** Where a window is on the screen and in which state, as told to Chromium and heard from the page. */
export class Placement {
  private state: State = 'normal'
  /** Commands go one after the other: Chromium refuses some changes while another is under way. */
  private last: Promise<void> = Promise.resolve()
  /** Chromium's number of the window, asked for while its page is there: asked for one that has gone, Chromium may end. */
  private windowId: Promise<number> | undefined
  /** What the window system adds to the page's size. */
  private frame = { width: 0, height: 0 }
  /** Where the window is now, maximised or not. */
  private seen: Rectangle

  /**
   * @param bounds of the window when it is neither maximised nor minimised; the size is the page's
   * @param hasPosition whether the app gave a place, or leaves it to the window system
   */
  constructor(
    readonly bounds: Rectangle,
    private hasPosition: boolean,
  ) {
    this.seen = { ...bounds }
  }

  get current(): State {
    return this.state
  }

  /** Where the window is, as far as it is known. */
  get now(): Rectangle {
    return this.state === 'normal' ? this.bounds : this.seen
  }

  /** Puts a new window where it belongs. */
  async open(session: Session, visible: boolean): Promise<void> {
    this.windowId = numberOf(session)
    this.moveTo(session, this.bounds)
    // The nearest to a window that is there and not shown: there is no way to unmap one.
    if (!visible) this.setState(session, 'minimized')
    await this.last
  }

  moveTo(session: Session, bounds: Partial<Rectangle>): void {
    this.hasPosition ||= bounds.x !== undefined
    Object.assign(this.bounds, bounds)
    const { x, y, width, height } = this.bounds
    this.command(async (windowId) => {
      if (this.hasPosition)
        await session.sendToBrowser('Browser.setWindowBounds', {
          windowId,
          bounds: { left: x, top: y },
        })
      await session.sendToBrowser('Browser.setContentsSize', { windowId, width, height })
    })
  }

  setState(session: Session, state: State): void {
    if (state === this.state) return
    const before = this.state
    this.state = state
    this.command(async (windowId) => {
      // From one state to another only by way of the normal one.
      const steps: State[] = before === 'normal' || state === 'normal' ? [state] : ['normal', state]
      for (const windowState of steps)
        await session.sendToBrowser('Browser.setWindowBounds', {
          windowId,
          bounds: { windowState },
        })
    })
  }

  /** The state as Chromium has it: the reader may have changed it. */
  async readState(session: Session): Promise<State> {
    await this.last
    const windowId = await this.windowId
    if (windowId === undefined) return this.state
    const { bounds } = await session.sendToBrowser('Browser.getWindowBounds', { windowId })
    this.state = bounds.windowState ?? 'normal'
    return this.state
  }

  /**
   * Takes what the page saw; returns what of it is new. A zoomed page does not see the size of its
   * view, but that of the window around it.
   */
  heard(place: Place, zoomed: boolean): { moved: boolean; resized: boolean } {
    if (zoomed && place.outerWidth === 0) return { moved: false, resized: false }
    if (!zoomed && place.outerWidth > 0)
      this.frame = {
        width: place.outerWidth - place.width,
        height: place.outerHeight - place.height,
      }
    const before = this.seen
    this.seen = {
      x: place.x,
      y: place.y,
      width: zoomed ? place.outerWidth - this.frame.width : place.width,
      height: zoomed ? place.outerHeight - this.frame.height : place.height,
    }
    if (this.state === 'normal') Object.assign(this.bounds, this.seen)
    return {
      moved: before.x !== this.seen.x || before.y !== this.seen.y,
      resized: before.width !== this.seen.width || before.height !== this.seen.height,
    }
  }

  private command(run: (windowId: number) => Promise<void>): void {
    this.last = this.after(this.last, run)
  }

  private async after(
    before: Promise<void>,
    run: (windowId: number) => Promise<void>,
  ): Promise<void> {
    await before
    try {
      const windowId = await this.windowId
      if (windowId !== undefined) await run(windowId)
    } catch (error) {
      if (!isGone(error)) console.error('stand-in:', error)
    }
  }
}

async function numberOf(session: Session): Promise<number> {
  const { targetId } = session
  const { windowId } = await session.sendToBrowser('Browser.getWindowForTarget', { targetId })
  return windowId
}
