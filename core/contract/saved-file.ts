import * as z from 'zod'
import type { DiskProblem } from '../app/store-status'
import { closed } from '../text/schema'

/** The longest file that the page may send, in bytes or UTF-16 units: many times what it makes. */
const longest = 20_000_000

const name = z.string().min(1).max(200)
const words = z.string().max(longest)

/** The bytes of a PNG, known by how each begins. */
export const pngSchema = z
  .instanceof(Uint8Array)
  .refine(({ length }) => length <= longest, { error: 'must not be longer' })
  .refine((bytes) => pngSignature.every((byte, i) => bytes[i] === byte), { error: 'must be PNG' })

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** A file that the page made, to be saved where the reader says. Its name has no extension. */
export const savedFileSchema = z.discriminatedUnion('format', [
  closed({ name, format: z.enum(['csv', 'json', 'svg']), content: words }),
  closed({ name, format: z.literal('png'), content: pngSchema }),
])

export type SavedFile = z.output<typeof savedFileSchema>

/** How saving a file went. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly file: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly file: string; readonly problem: DiskProblem }
