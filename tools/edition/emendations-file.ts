import * as z from 'zod'
import { bases, certainties, emendationKinds } from '../../core/apparatus/emendation'
import { byteProofSchema, localizedTextSchema, referencesSchema } from './edition-schema'

/**
 * The file `emendations.json`: what the editor maintains by hand. Reasons are written once, in three
 * languages, and named by each item; canonical ranges are computed at build time and not stored.
 */

const text = z.string().min(1)

const rangeSchema = z
  .strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative() })
  .refine(({ start, end }) => start < end, 'A range must hold something')

const emendationItemSchema = z.strictObject({
  id: text,
  kind: z.enum(emendationKinds),
  basis: z.enum(bases),
  source: rangeSchema,
  found: text,
  reading: z.string(),
  /** A key of `reasons`. */
  why: text,
  /** The word around the place, as the source has it; holds `found` exactly once. */
  word: text.exactOptional(),
  evidence: localizedTextSchema.exactOptional(),
  bytes: byteProofSchema.exactOptional(),
})

const sicItemSchema = z.strictObject({
  id: text,
  certainty: z.enum(certainties),
  source: rangeSchema,
  found: text,
  meant: text.exactOptional(),
  why: localizedTextSchema,
  sources: referencesSchema.exactOptional(),
})

const keptItemSchema = z.strictObject({
  id: text,
  source: rangeSchema,
  found: text,
  instead: z.array(text),
  /** A key of `reasons`. */
  why: text,
  /** The word around the place, as the source has it; holds `found` exactly once. */
  word: text.exactOptional(),
})

export const emendationsFileSchema = z.strictObject({
  format: z.literal('piyue-emendations'),
  version: z.literal(2),
  reasons: z.record(text, localizedTextSchema),
  emendations: z.array(emendationItemSchema),
  sic: z.array(sicItemSchema),
  kept: z.array(keptItemSchema),
})

export type EmendationsFile = z.infer<typeof emendationsFileSchema>
export type EmendationItem = z.infer<typeof emendationItemSchema>
export type SicItem = z.infer<typeof sicItemSchema>
export type KeptItem = z.infer<typeof keptItemSchema>
