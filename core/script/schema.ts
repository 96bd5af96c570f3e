import * as z from 'zod'
import { closed, codePointsSchema } from '../text/schema'
import { scriptTags } from '../text/script-tag'
import type { RenditionData } from './rendition'

const text = z.string().min(1)

/** Empty where a form has nothing for what the text has, or the other way round. */
const rangeSchema = closed({ start: codePointsSchema, end: codePointsSchema }).refine(
  ({ start, end }) => start <= end,
  'A range runs forward',
)

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
