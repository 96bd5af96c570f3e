import { closed, instantSchema, textRangeSchema, z } from '../text/schema'
import { type Proposal, repairKinds } from './proposal'
import type { EditionChange, EditionCommand, ReaderEdition } from './reader-edition'

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

const editionSchema: z.ZodType<ReaderEdition> = closed({ repairs: proposalsSchema })

const changeSchema: z.ZodType<EditionChange> = closed({
  taken: proposalsSchema,
  givenBack: proposalsSchema,
})

const stepsSchema = z
  .array(closed({ gesture: z.literal('repair'), at: instantSchema, change: changeSchema }))
  .max(200)

export const editionFileSchema = closed({
  edition: editionSchema,
  done: stepsSchema,
  undone: stepsSchema,
})

export const editionCommandSchema: z.ZodType<EditionCommand> = closed({
  kind: z.enum(['take', 'give-back']),
  ids: z.array(z.string().max(100)).min(1).max(50_000),
})
