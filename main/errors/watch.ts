import { type ErrorReport, reportOf } from '../../core/app/error-report'

/**
 * Hands on what nobody caught in the main process. The app goes on: what the reader wrote is on disk or
 * in memory either way, and quitting would help neither.
 */
export function watchForErrors(hand: (report: ErrorReport) => void): void {
  const dammed = damFlood(hand)
  const report = (error: unknown) => dammed(reportOf(error, 'main', new Date().toISOString()))
  process.on('uncaughtException', report)
  process.on('unhandledRejection', report)
}

interface Dam {
  /** How many reports are let by within the time below. */
  readonly most: number
  /** Milliseconds. */
  readonly within: number
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/**
 * Hands on reports until they come in a flood, as from an error in what reports errors. What is held
 * back is counted, and told of before the next that is handed on.
 */
export function damFlood(
  hand: (report: ErrorReport) => void,
  { most, within, now }: Dam = { most: 20, within: 10_000, now: Date.now },
): (report: ErrorReport) => void {
  let handed: readonly number[] = []
  let held = 0
  return (report) => {
    const time = now()
    handed = handed.filter((at) => time - at < within)
    if (handed.length >= most) {
      held++
      return
    }
    handed = [...handed, time]
    if (held > 0)
      hand(reportOf(new Error(`${held} more errors were not reported`), 'main', report.at))
    held = 0
    hand(report)
  }
}
