import { reportOf } from '../../core/app/error-report'
import type { Session } from './session'

/** Hands on what nobody caught in the page: to the log, and once to the reader. */
export function watchErrors(session: Session): void {
  const hand = (error: unknown) => {
    const report = reportOf(error, 'page', new Date().toISOString())
    session.error.value ??= report
    void session.api.reportError(report)
  }
  window.addEventListener('error', (event) => hand(event.error ?? event.message))
  window.addEventListener('unhandledrejection', (event) => hand(event.reason))
}
