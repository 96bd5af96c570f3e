/** Something unforeseen, in a form that can be kept and sent without carrying what a reader wrote. */
export interface ErrorReport {
  /** ISO 8601, milliseconds, UTC. */
  readonly at: string
  /** Which half of the app it befell. */
  readonly where: 'main' | 'page'
  readonly name: string
  /** The message, with everything left out that could be a reader's words. */
  readonly message: string
  /** The stack's frames, outermost last. */
  readonly frames: readonly string[]
}

/** How much of an error is told: characters of its name, message and frames, and how many frames. */
export const errorLimits = { name: 200, message: 2_000, frame: 500, frames: 40 } as const

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
    name: name.slice(0, errorLimits.name),
    message: withoutWords(message).slice(0, errorLimits.message),
    frames: (stack ?? '')
      .split('\n')
      .filter((line) => /^\s*at /u.test(line))
      .slice(0, errorLimits.frames)
      .map((line) => withoutWords(line.trim()).slice(0, errorLimits.frame)),
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
