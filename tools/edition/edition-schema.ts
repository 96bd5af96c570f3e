import * as z from 'zod'
import { bases, certainties, emendationKinds } from '../../core/apparatus/emendation'
import { explanationKinds } from '../../core/apparatus/explanation'
import { codePointsSchema, rangeSchema } from '../../core/text/schema'
import { scriptTags } from '../../core/text/script-tag'

/** The files of an edition: `document.json`, `apparatus.json`, `provenance.json` and `build-info.json`. */

const text = z.string().min(1)
export const localizedTextSchema = z.strictObject({ 'zh-Hant': text, 'zh-Hans': text, en: text })

const hex = z.string().regex(/^[0-9A-F[\] ]+$/)

export const byteProofSchema = z.strictObject({
  charset: z.literal('gbk'),
  lost: hex,
  damaged: hex,
  restored: hex,
  decoded: text,
})

const headingSchema = z.strictObject({
  id: text,
  kind: z.literal('heading'),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  text,
})

export const roleSchema = z.enum(['body', 'occasion', 'speaker', 'salutation'])

const paragraphSchema = z.strictObject({
  id: text,
  kind: z.literal('paragraph'),
  runIn: codePointsSchema,
  role: roleSchema,
  text,
})

/** ISO 8601: a year, a month, or a day of the calendar. */
const date = z
  .string()
  .regex(/^\d{4}(?:-\d{2}){0,2}$/)
  .refine((written) => !Number.isNaN(Date.parse(written)), 'A date of the calendar')

const datingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('on'), date }),
  z.strictObject({ kind: z.literal('not-before'), date }),
  z.strictObject({ kind: z.literal('unknown') }),
])

export const documentSourceSchema = z.strictObject({
  author: text.exactOptional(),
  occasion: text.exactOptional(),
  published: datingSchema,
  witness: z.strictObject({ address: text, copied: datingSchema }).exactOptional(),
})

export const documentSchema = z.strictObject({
  id: text,
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  canonicalScript: z.enum(scriptTags),
  source: documentSourceSchema,
  blocks: z.array(z.discriminatedUnion('kind', [headingSchema, paragraphSchema])).min(1),
})

const emendationSchema = z.strictObject({
  id: text,
  kind: z.enum(emendationKinds),
  basis: z.enum(bases),
  source: rangeSchema,
  found: text,
  reading: z.string(),
  canonical: rangeSchema,
  /** A key of `reasons`. */
  why: text,
  word: z.strictObject({ found: text, reading: text }).exactOptional(),
  sentence: text.exactOptional(),
  evidence: localizedTextSchema.exactOptional(),
  bytes: byteProofSchema.exactOptional(),
})

const address = z.url({ protocol: /^https?$/ })

export const referencesSchema = z.array(
  z.strictObject({ title: text, address: address.exactOptional() }),
)

const sicSchema = z.strictObject({
  id: text,
  certainty: z.enum(certainties),
  canonical: rangeSchema,
  text,
  meant: text.exactOptional(),
  why: localizedTextSchema,
  sources: referencesSchema.exactOptional(),
})

const keptSchema = z.strictObject({
  id: text,
  canonical: rangeSchema,
  text,
  word: text.exactOptional(),
  instead: z.array(text),
  /** A key of `reasons`. */
  why: text,
})

const figureSchema = z.strictObject({
  canonical: rangeSchema,
  text: z.string().regex(/^\d+(?:\.\d+)?$/),
})

const explanation = {
  id: text,
  places: z.tuple([rangeSchema], rangeSchema),
  words: text,
  says: localizedTextSchema,
  sources: referencesSchema,
}

const explanationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...explanation, kind: z.enum(['term', 'name']) }),
  z.strictObject({
    ...explanation,
    kind: z.literal('figures'),
    comparison: z.strictObject({
      before: z.tuple([figureSchema], figureSchema),
      after: figureSchema,
      stated: figureSchema,
    }),
  }),
])

export const apparatusSchema = z.strictObject({
  reasons: z.record(text, localizedTextSchema),
  emendations: z.array(emendationSchema),
  sic: z.array(sicSchema),
  kept: z.array(keptSchema),
  explanations: z.array(explanationSchema),
})

const prose = z.array(localizedTextSchema)

/** `provenance.json`, which people write. */
export const provenanceSchema = z.strictObject({
  source: prose,
  damage: prose,
  editing: prose,
  forms: prose,
})

const count = z.int().nonnegative()

export const buildInfoSchema = z.strictObject({
  converter: z.strictObject({ name: text, version: text }),
  overrides: count,
  emendations: z.record(z.enum(emendationKinds), z.record(z.enum(bases), count)),
  sic: z.record(z.enum(certainties), count),
  kept: count,
  explanations: z.record(z.enum(explanationKinds), count),
})
