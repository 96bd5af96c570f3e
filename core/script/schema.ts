import * as z from 'zod'
import { closed, rangeSchema } from '../text/schema'
import { scriptTags } from '../text/script-tag'
import type { RenditionData } from './rendition'

const text = z.string().min(1)

/** Either is empty where the other has what it lacks. */
const stretchSchema = closed({ canonical: rangeSchema, rendered: rangeSchema })

/** A form of a document, as it lies in a file. */
export const renditionSchema: z.ZodType<RenditionData> = closed({
  tag: z.enum(scriptTags),
  source: closed({ author: text.exactOptional(), occasion: text.exactOptional() }).exactOptional(),
  blocks: z.record(
    text,
    closed({ text, stretches: z.array(stretchSchema).min(1).exactOptional() }),
  ),
})
