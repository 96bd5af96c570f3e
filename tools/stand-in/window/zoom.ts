import { type Session, unlessGone } from '../chromium/session'

/** Chromium's step: each level is 20 % larger than the one before. */
const step = 1.2

/**
 * A page's zoom. The protocol cannot zoom as a browser does, but can lay the page out in a smaller
 * view and show that enlarged, which is what zooming means: lengths, breakpoints and
 * `devicePixelRatio` are the same.
 */
export class Zoom {
  private level = 0

  getLevel(): number {
    return this.level
  }

  getFactor(): number {
    return step ** this.level
  }

  setLevel(level: number): void {
    this.level = level
  }

  setFactor(factor: number): void {
    if (factor <= 0) throw new Error("'zoomFactor' must be a double greater than 0.0")
    this.level = Math.log(factor) / Math.log(step)
  }

  /**
   * Shows the page at this zoom.
   * @param size of the window's content, in unzoomed CSS pixels
   */
  apply(session: Session, size: { width: number; height: number }): void {
    const factor = this.getFactor()
    if (this.level === 0) {
      unlessGone(session.send('Emulation.clearDeviceMetricsOverride'))
      return
    }
    const metrics = {
      width: Math.round(size.width / factor),
      height: Math.round(size.height / factor),
      deviceScaleFactor: factor,
      scale: factor,
      mobile: false,
    }
    unlessGone(session.send('Emulation.setDeviceMetricsOverride', metrics))
  }
}
