import * as z from 'zod'
import { localizedTextSchema, referencesSchema } from './edition-schema'

/**
 * The file `explanations.json`: what the editor explains, by the words that it stands on. Places are
 * looked for at build time. Of figures only the passages are given: what follows from them is computed.
 */

const text = z.string().min(1)

const explained = {
  id: text,
  words: text,
  /** The block in which the words stand; wherever they stand, if absent. */
  block: text.exactOptional(),
  says: localizedTextSchema,
  /** Absent where it is the editor's word, or the text's own. */
  sources: referencesSchema.min(1).exactOptional(),
}

/** Digits and a decimal point, as they stand once in the words. */
const figure = z.string().regex(/^\d+(?:\.\d+)?$/)

const explanationItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...explained, kind: z.enum(['term', 'name']) }),
  z.strictObject({
    ...explained,
    kind: z.literal('figures'),
    /** The amount before, and what is to be taken from it. */
    before: z.array(z.strictObject({ block: text, words: text, figure })).min(1),
    /** In the explained words. */
    after: figure,
    /** In the explained words: the growth in per cent that the text states. */
    stated: figure,
  }),
])

export const explanationsFileSchema = z.strictObject({
  format: z.literal('piyue-explanations'),
  version: z.literal(1),
  explanations: z.array(explanationItemSchema),
})

export type ExplanationItem = z.infer<typeof explanationItemSchema>
