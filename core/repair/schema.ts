import * as z from 'zod'
import { citationDataSchema } from '../document/schema'
import { convertedTags } from '../script/conversion-forms'
import type { FormReadings } from '../script/correction'
import { closed, codePointsSchema, instantSchema, textRangeSchema } from '../text/schema'
import { type Proposal, repairKinds } from './proposal'
import type {
  CitationChange,
  CorrectionChange,
  EditionCommand,
  KeptCorrection,
  ReaderEdition,
  RepairChange,
} from './reader-edition'

/** What a reader's edition must look like in its file. */

const textSchema = z.string().max(1_000_000)

const proposalSchema: z.ZodType<Proposal> = closed({
  id: z.string().max(100),
  kind: z.enum(repairKinds),
  range: textRangeSchema,
  found: textSchema,
  reading: textSchema,
  proof: z.exactOptional(
    closed({ readAs: z.string(), written: z.string(), bytes: z.string().max(4_000_000) }),
  ),
})

const proposalsSchema = z.array(proposalSchema)

/** What a character can be read as: some characters in one line. */
const readingSchema = z
  .string()
  .min(1)
  .max(16)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}]+$/u)

const characterSchema = readingSchema.refine((text) => Array.from(text).length === 1, {
  error: 'must be one character',
})

const tagSchema = z.enum(convertedTags)

const readingsSchema: z.ZodType<FormReadings> = z.partialRecord(tagSchema, readingSchema)

const correctionFields = {
  character: characterSchema,
  tag: tagSchema,
  found: readingSchema,
  readings: readingsSchema,
}

const correctionSchema: z.ZodType<KeptCorrection> = closed({
  id: z.string().max(200),
  ...correctionFields,
  place: z
    .union([
      closed({ offset: codePointsSchema }),
      closed({ repairId: z.string().max(100), offset: codePointsSchema }),
    ])
    .nullable(),
})

const correctionsSchema = z.array(correctionSchema).max(100_000)

/** What a file holds of an edition. Corrections and citation are younger than repairs: it may not name them. */
type KeptEdition = Omit<ReaderEdition, 'citation'> & Partial<Pick<ReaderEdition, 'citation'>>

const citationSchema = citationDataSchema.nullable()

const editionSchema: z.ZodType<KeptEdition> = closed({
  repairs: proposalsSchema,
  corrections: correctionsSchema.default([]),
  citation: citationSchema.exactOptional(),
})

const repairChangeSchema: z.ZodType<RepairChange> = closed({
  taken: proposalsSchema,
  givenBack: proposalsSchema,
})

const correctionChangeSchema: z.ZodType<CorrectionChange> = closed({
  corrected: correctionsSchema,
  uncorrected: correctionsSchema,
})

const citationChangeSchema: z.ZodType<CitationChange> = closed({
  cited: citationSchema,
  citedBefore: citationSchema,
})

const stepsSchema = z
  .array(
    z.discriminatedUnion('gesture', [
      closed({ gesture: z.literal('repair'), at: instantSchema, change: repairChangeSchema }),
      closed({
        gesture: z.enum(['correct', 'import']),
        at: instantSchema,
        change: correctionChangeSchema,
      }),
      closed({ gesture: z.literal('cite'), at: instantSchema, change: citationChangeSchema }),
    ]),
  )
  .max(200)

export const editionFileSchema = closed({
  edition: editionSchema,
  done: stepsSchema,
  undone: stepsSchema,
})

export const editionCommandSchema: z.ZodType<EditionCommand> = z.discriminatedUnion('kind', [
  closed({
    kind: z.enum(['take', 'give-back', 'uncorrect']),
    ids: z.array(z.string().max(200)).min(1).max(50_000),
  }),
  closed({
    kind: z.literal('correct'),
    at: codePointsSchema,
    everywhere: z.boolean(),
    ...correctionFields,
  }),
])
