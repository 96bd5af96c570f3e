import { closed, instantSchema, z } from '../text/schema'

/** Something unforeseen, in a form that can be kept and sent without carrying what a reader wrote. */
export const errorReportSchema = closed({
  at: instantSchema,
  /** Which half of the app it befell. */
  where: z.enum(['main', 'page']),
  name: z.string().max(200),
  /** The message, with everything left out that could be a reader's words. */
  message: z.string().max(2_000),
  /** The stack's frames, outermost last. */
  frames: z.array(z.string().max(500)).max(40).readonly(),
})

export type ErrorReport = z.output<typeof errorReportSchema>

/**
 * What is told of an error: its kind, its place in the code, and its message without anything quoted
 * and without any text that is not ASCII, for those may be a reader's notes.
 *
 * @param at ISO 8601, milliseconds, UTC
 */
export function reportOf(error: unknown, where: ErrorReport['where'], at: string): ErrorReport {
  const { name, message, stack } = error instanceof Error ? error : asError(error)
  return {
    at,
    where,
    name: name.slice(0, 200),
    message: withoutWords(message).slice(0, 2_000),
    frames: (stack ?? '')
      .split('\n')
      .filter((line) => /^\s*at /u.test(line))
      .slice(0, 40)
      .map((line) => withoutWords(line.trim()).slice(0, 500)),
  }
}

/** Anything can be thrown; what is no error is told of by its type, or as the string that it is. */
const asError = (thrown: unknown): Error =>
  new Error(typeof thrown === 'string' ? thrown : `${typeof thrown} thrown`)

const withoutWords = (text: string): string =>
  text
    .replaceAll(/"[^"]*"|'[^']*'|`[^`]*`/gu, '"…"')
    .replaceAll(/[^\p{ASCII}]+/gu, '…')
    .replaceAll(/\s+/gu, ' ')

/** The report as a person passes it on: a line a fact. */
export const reportText = (report: ErrorReport, version: string): string =>
  [
    `Piyue ${version}, ${report.at}, ${report.where}`,
    `${report.name}: ${report.message}`,
    ...report.frames,
  ].join('\n')
