import * as z from 'zod'
import { type CodePoints, codePoints } from './code-points'
import type { TextRange } from './range'

// A namespace, here as everywhere: by its name, `z` would bring along all of zod, its fifty languages too.
//
// zod compiles validators with `new Function` unless told not to. The page's Content-Security-Policy
// forbids that, and would report each try.
z.config({ jitless: true })

/** Declares an object schema that refuses keys it does not know, so that drift is seen. */
export const closed = z.strictObject

/** A count of code points, as it arrives from outside. */
export const codePointsSchema = z
  .number()
  .int()
  .nonnegative()
  .transform((n): CodePoints => codePoints(n))

/** A range that may hold nothing. */
export const rangeSchema = closed({ start: codePointsSchema, end: codePointsSchema }).refine(
  ({ start, end }) => start <= end,
  'A range runs forward',
)

/** A range that holds at least one code point. */
export const textRangeSchema = closed({ start: codePointsSchema, end: codePointsSchema })
  .refine((range) => range.start < range.end, { error: 'must not be empty' })
  .transform((range): TextRange => range)

/** An instant as ISO 8601 with milliseconds, UTC. */
export const instantSchema = z.iso.datetime({ precision: 3 })

/**
 * Says which field of an argument does not fit and why, in one line.
 * The paths are field names of our own types; nothing the reader wrote is repeated.
 */
export function explainIssues(error: z.ZodError): string {
  return error.issues
    .map((issue) => `${issue.path.length > 0 ? issue.path.join('.') : 'value'}: ${issue.message}`)
    .join('; ')
}
