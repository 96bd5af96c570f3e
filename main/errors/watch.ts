import { app } from 'electron'
import { type ErrorReport, reportOf } from '../../core/app/error-report'

/**
 * Hands on what nobody caught in the main process, and the end of a page's process. The app goes on:
 * what the reader wrote is on disk or in memory either way, and quitting would help neither.
 */
export function watchForErrors(hand: (report: ErrorReport) => void): void {
  const report = (error: unknown) => hand(reportOf(error, 'main', new Date().toISOString()))
  process.on('uncaughtException', report)
  process.on('unhandledRejection', report)
  app.on('web-contents-created', (_created, contents) => {
    contents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return
      hand(
        reportOf(
          new Error(`The page's process ended: ${reason}`),
          'page',
          new Date().toISOString(),
        ),
      )
      // The page holds nothing that main has not: shown again, it is as it was.
      if (!contents.isDestroyed()) contents.reload()
    })
  })
}
