import { type ErrorReport, reportOf } from '../../core/app/error-report'
import { damFlood } from './flood'

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
